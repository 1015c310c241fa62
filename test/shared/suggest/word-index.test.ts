import fc from 'fast-check'
import { expect, test } from 'vitest'
import { g2Of } from '../../../shared/nps/association'
import { collocationsOf } from '../../../shared/suggest/collocations'
import { frequentWords, wordsApart, wordsTogether } from '../../../shared/suggest/rank-words'
import { countForms, ONE, OTHER, OUT, type WordIndex } from '../../../shared/suggest/word-index'

/** Two lists of comments, as one index in which every word is its own form unless `forms` says another. */
function indexOf(lists: readonly (readonly string[])[], forms: Readonly<Record<string, string>> = {}): WordIndex {
  const words: string[] = []
  const number = (word: string): number => (words.includes(word) ? words.indexOf(word) : words.push(word) - 1)
  const rows = lists.map((comments) => {
    const said = comments.map((comment) => comment.split(' ').filter((word) => word !== '').map(number))
    return { words: Uint32Array.from(said.flat()), starts: Uint32Array.from([0, ...said.map((_, at) => said.slice(0, at + 1).flat().length)]) }
  })
  const formOf = words.map((word) => number(forms[word] ?? word))
  return { words, formOf: Uint32Array.from(words, (_, at) => formOf[at] ?? at), rows }
}

const WORDS = ['late', 'slow', 'price', 'fine', 'agent', 'deliver'] as const
const comments = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 60 })
const sided = fc.tuple(comments, comments).chain(([one, other]) =>
  fc.record({
    lists: fc.constant([one, other]),
    sides: fc.tuple(...[one, other].map(({ length }) => fc.array(fc.constantFrom(OUT, ONE, OTHER), { minLength: length, maxLength: length }))),
  }),
)
const SEEDED = { seed: 20_261_124, numRuns: 100 }

test('words are counted by comments, each group by itself', () => {
  fc.assert(
    fc.property(sided, ({ lists, sides }) => {
      const index = indexOf(lists)
      const counts = countForms(index, sides.map((side) => Uint8Array.from(side)), index.formOf)
      const all = lists.flatMap((list, at) => list.map((text, row) => ({ words: text.split(' '), side: sides[at]![row]! })))
      for (const [form, word] of index.words.entries()) {
        expect(counts.one[form]).toBe(all.filter(({ words, side }) => side === ONE && words.includes(word)).length)
        expect(counts.other[form]).toBe(all.filter(({ words, side }) => side === OTHER && words.includes(word)).length)
      }
      expect([counts.ones, counts.others]).toEqual([ONE, OTHER].map((wanted) => all.filter(({ side }) => side === wanted).length))
    }),
    SEEDED,
  )
})

test('pairs are counted by comments in which the one follows the other at once', () => {
  fc.assert(
    fc.property(comments, (list) => {
      const index = indexOf([list])
      const found = collocationsOf(index, [new Uint8Array(list.length).fill(ONE)])
      expect(found.comments).toBe(list.length)
      const having = (test: (words: readonly string[]) => boolean): number => list.filter((text) => test(text.split(' '))).length
      for (const { first, second, n, withFirst, withSecond, g2 } of found.pairs) {
        const [one, other] = [index.words[first]!, index.words[second]!]
        expect(n).toBe(having((words) => words.some((word, at) => word === one && words[at + 1] === other)))
        expect([withFirst, withSecond]).toEqual([having((words) => words.includes(one)), having((words) => words.includes(other))])
        expect(g2).toBe(g2Of([n, withFirst - n, withSecond - n, list.length - withFirst - withSecond + n]))
        expect(n).toBeGreaterThanOrEqual(5)
      }
      expect(found.pairs.map(({ g2 }) => g2)).toEqual(found.pairs.map(({ g2 }) => g2).toSorted((a, b) => b - a))
    }),
    SEEDED,
  )
})

const times = (n: number, text: string): readonly string[] => Array.from({ length: n }, () => text)

test('words in a row that are hardly ever apart come first; such as hold a sentence together are none', () => {
  const list = [...times(12, 'crash report of the agent'), ...times(30, 'the price of the agent'), ...times(30, 'fine'), ...times(6, 'report fine')]
  const index = indexOf([list])
  const { pairs } = collocationsOf(index, [new Uint8Array(list.length).fill(ONE)])
  expect(pairs.map(({ first, second }) => `${index.words[first]} ${index.words[second]}`)).toEqual(['crash report'])
  expect(pairs[0]).toMatchObject({ n: 12, withFirst: 12, withSecond: 18 })
})

test('Korean pairs are counted in the form without particles, English ones as they are written', () => {
  const list = [...times(3, '배송이 지연'), ...times(3, '배송 지연'), ...times(5, 'late deliveries'), ...times(20, '좋아요')]
  const index = indexOf([list], { 배송이: '배송', deliveries: 'delivery' })
  const { pairs } = collocationsOf(index, [new Uint8Array(list.length).fill(ONE)])
  expect(pairs.map(({ first, second, n }) => [index.words[first], index.words[second], n])).toEqual([
    ['배송', '지연', 6],
    ['late', 'deliveries', 5],
  ])
})

test('words are listed only where they are beyond chance, and with how many times as often', () => {
  const list = [...times(20, 'slow price'), ...times(20, 'price fine'), ...times(2, 'slow fine'), ...times(38, 'price fine')]
  const side = Uint8Array.from([...Array.from({ length: 40 }, () => ONE), ...Array.from({ length: 40 }, () => OTHER)])
  const index = indexOf([list])
  const named = ({ words }: ReturnType<typeof wordsTogether>) => words.map(({ form, one, other, times: often }) => [index.words[form], one, other, often])
  expect(named(wordsTogether(index, [side]))).toEqual([['slow', 20, 2, 10]])
  expect(named(wordsApart(index, [side]))).toEqual([['slow', 20, 2, 10]])
  expect(named(frequentWords(index, [side]))).toEqual([
    ['price', 40, 38, 40 / 38],
    ['fine', 20, 40, 0.5],
    ['slow', 20, 2, 10],
  ])
})

test('pairs of a very long comment are counted once, too', () => {
  const many = Array.from({ length: 500 }, (_, at) => `w${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`)
  const long = Array.from({ length: 60_000 }, (_, at) => many[at % 2 === 0 ? (at / 2) % many.length : Math.floor(at / 1000)]!).join(' ')
  const list = Array.from({ length: 5 }, () => `${long} late price late price`)
  const { pairs } = collocationsOf(indexOf([[...list, 'fine', 'fine', 'fine']]), [new Uint8Array(8).fill(ONE)])
  expect(pairs.find(({ n, withFirst }) => n !== 5 || withFirst < 5)).toBeUndefined()
  expect(pairs.length).toBeGreaterThan(0)
})
