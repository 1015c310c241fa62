import { expect, test } from 'vitest'
import { seededRandom } from '../../../shared/base/seeded-random'
import { quietTask } from '../../../shared/base/task'
import { parseRule } from '../../../shared/coding/parse-rule'
import { ruleOfAny, ruleOfPair, ruleOfWord, searchOfWord } from '../../../shared/suggest/term-rule'
import { themesOf } from '../../../shared/suggest/themes'
import { ONE, type WordIndex } from '../../../shared/suggest/word-index'

const TOPICS = [
  ['delivery', 'late', 'parcel'],
  ['price', 'expensive', 'discount'],
  ['agent', 'helpful', 'phone'],
]
const NOISE = ['today', 'really', 'again', 'company', 'ordered', 'website', 'monday', 'bought']

/** Comments that are about one topic each, and the topic of each. */
function madeUp(n: number): { readonly index: WordIndex; readonly topics: readonly number[] } {
  const random = seededRandom(5)
  const words = [...TOPICS.flat(), ...NOISE]
  const topics = Array.from({ length: n }, (_, at) => at % TOPICS.length)
  const said = topics.map((topic) => [...TOPICS[topic]!.filter(() => random() < 0.8), NOISE[Math.floor(random() * NOISE.length)]!].map((word) => words.indexOf(word)))
  const starts = Uint32Array.from([0, ...said.map((_, at) => said.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0))])
  return { topics, index: { words, formOf: Uint32Array.from(words.keys()), rows: [{ words: Uint32Array.from(said.flat()), starts }] } }
}

test('comments that are about three matters fall into three themes, named by their words', async () => {
  const { index, topics } = madeUp(240)
  const found = (await themesOf(index, [new Uint8Array(240).fill(ONE)], quietTask))!
  expect([found.comments, found.sampled]).toEqual([240, 240])
  const named = found.themes.map(({ forms }) => forms.map((form) => index.words[form]!).filter((word) => !NOISE.includes(word)))
  const asText = (themes: readonly (readonly string[])[]): readonly string[] => themes.map((theme) => theme.toSorted().join(' ')).toSorted()
  expect(asText(named)).toEqual(asText(TOPICS))
  for (const { nearest, n, forms } of found.themes) {
    expect(nearest).toHaveLength(3)
    const topic = topics[nearest[0]!.row]
    expect(nearest.every(({ row }) => topics[row] === topic)).toBe(true)
    const { words, starts } = index.rows[0]!
    const having = topics.filter((_, row) => words.subarray(starts[row], starts[row + 1]).some((word) => forms.includes(word)))
    expect(n).toBe(having.length)
  }
  expect(await themesOf(index, [new Uint8Array(240).fill(ONE)], quietTask)).toEqual(found)
})

test('a few comments have no themes, many are looked at in part, and cancelling stops it', async () => {
  const { index } = madeUp(240)
  const few = new Uint8Array(240).fill(ONE, 0, 20)
  expect(await themesOf(index, [few], quietTask)).toEqual({ comments: 20, sampled: 20, themes: [] })
  const many = madeUp(6000).index
  expect(await themesOf(many, [new Uint8Array(6000).fill(ONE)], quietTask)).toMatchObject({ comments: 6000, sampled: 4000 })
  expect(await themesOf(index, [new Uint8Array(240).fill(ONE)], { ...quietTask, cancelled: () => true })).toBeNull()
})

test.each([
  ['delivery', ['delivery', 'deliveries'], '~delivery', 'deliver'],
  ['use', ['use', 'used', 'using'], '~use', 'use'],
  ['price', ['price'], 'price', 'price'],
  ["don't", ["don't"], "don't", "don't"],
  ['or', ['or'], 'or', 'or'],
  ['배송', ['배송이', '배송은'], '배송', '배송'],
  ['v2', ['v2'], 'v2', 'v2'],
])('%s becomes a rule that can be read, and a search', (form, variants, rule, search) => {
  expect([ruleOfWord(form, variants), searchOfWord(form, variants)]).toEqual([rule, search])
  expect(parseRule(ruleOfAny([rule, ruleOfPair(form, form)]))).toMatchObject({ ok: true, rule: { kind: 'or' } })
})
