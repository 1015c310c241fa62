import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalize } from '../../../shared/text/normalize'
import { Tokens, tokenize } from '../../../shared/text/tokenize'

test.each([
  ['PRICE', 'price'],
  ['ＰＲＩＣＥ １０', 'price 10'],
  ['Café', 'cafe'],
  ['Cafe\u0301', 'cafe'],
  ['STRAẞE straße', 'strasse strasse'],
  ['Łódź Ørsted İzmir', 'lodz orsted izmir'],
  ['ﬁne', 'fine'],
  ['don’t don`t don´t', "don't don't don't"],
  ['“a” «b» 「c」', '"a" "b" "c"'],
  ['a–b—c−d', 'a-b-c-d'],
  ['배송'.normalize('NFD'), '배송'],
  ['ㄱㅏㅋㅋ', 'ㄱㅏㅋㅋ'],
  ['de\u00adliver\u200b', 'deliver'],
  ['й Й', 'й й'],
  ['𝐩𝐫𝐢𝐜𝐞', 'price'],
  ['good👍…', 'good👍…'],
])('%s is compared as %s', (text, folded) => {
  expect(normalize(text).text).toBe(folded)
})

const spans = (text: string): readonly string[] => {
  const { text: folded, starts, ends } = normalize(text)
  const tokens = new Tokens()
  tokenize(folded, tokens)
  return Array.from({ length: tokens.count }, (_, index) => {
    const [start, end] = [tokens.starts[index]!, tokens.wordEnds[index]!]
    return text.slice(starts ? starts[start] : start, ends ? ends[end - 1] : end)
  })
}

describe('words, cut from the original', () => {
  test.each([
    ['Great price, really!', ['Great', 'price', 'really']],
    ["I don't know 'bout O'Brien's", ['I', "don't", 'know', 'bout', "O'Brien's"]],
    ['follow-up A/S 10,000', ['follow', 'up', 'A', 'S', '10', '000']],
    ['배송이 늦어요ㅠㅠ', ['배송이', '늦어요', 'ㅠㅠ']],
    ['NPS가 높다', ['NPS가', '높다']],
    ['PC방에서 10점을', ['PC', '방에서', '10', '점을']],
    ['CS했는데 mp3는', ['CS했는데', 'mp3는']],
    ['ﬁne ½ “Café” 배송'.normalize('NFD'), ['ﬁne', '½', '½', 'Cafe\u0301', '배송'.normalize('NFD')]],
    ['좋다👍배송', ['좋다', '배송']],
    ['𝐩𝐫𝐢𝐜𝐞!', ['𝐩𝐫𝐢𝐜𝐞']],
    ['  \n', []],
  ])('%s', (text, words) => {
    expect(spans(text)).toEqual(words)
  })
})

test('offsets stay within the text and in order; composed and decomposed text read alike', () => {
  const nasty = fc.constantFrom('배송이', 'é', 'ﬁ', '한글ㅋㅋ', '👍🏽', '½', 'ß', '\u0301', '\u1161')
  const piece = fc.oneof(fc.string({ unit: 'binary' }), nasty)
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      const { text: folded, starts, ends } = normalize(text)
      expect(starts === null ? text.length : starts.length).toBe(folded.length)
      let last = 0
      for (let unit = 0; starts && ends && unit < folded.length; unit++) {
        expect(starts[unit]).toBeGreaterThanOrEqual(last)
        expect(ends[unit]).toBeGreaterThan(starts[unit]!)
        expect(ends[unit]).toBeLessThanOrEqual(text.length)
        last = starts[unit]!
      }
    }),
    { seed: 20_261_122, numRuns: 2000 },
  )
  const word = fc.constantFrom('배송', '값이', 'Café', 'naïve', '좋아요', 'Ångström', ' ', '!')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      expect(normalize(words.join('').normalize('NFD')).text).toBe(normalize(words.join('').normalize('NFC')).text)
    }),
    { seed: 20_261_122, numRuns: 500 },
  )
})
