import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findScore } from '../../../../renderer/app/words/find-words'

describe('finding by what is typed', () => {
  test.each([
    ['slice', 'Slice by Industry'],
    ['industry slice', 'Slice by Industry'],
    ['SL IND', 'Slice by Industry'],
    ['indstr', 'Slice by Industry'],
    ['sbi', 'Slice by Industry'],
    ['creme', 'Crème brûlée'],
    ['（.pptx', 'Summary as PowerPoint (.pptx)'],
    ['비교', '비교 화면으로 이동'],
    // Every state on the way to 비교 as an input method shows it.
    ['ㅂ', '비교 화면으로 이동'],
    ['비', '비교 화면으로 이동'],
    ['빅', '비교 화면으로 이동'],
    ['ㅂㄱ', '비교 화면으로 이동'],
    ['ㅎㅁ', '비교 화면으로 이동'],
    ['ㄴㄴㅂㄱ', '나눠 보기'],
    ['갑', '가방'],
    ['닭', '달걀'],
    ['가격'.normalize('NFD'), '가격'],
    ['업종 보기', '업종별로 나눠 보기'],
  ])('%s finds %s', (query, text) => {
    expect(findScore(query, text)).toBeGreaterThan(0)
  })

  test.each([
    ['price', 'Slice by Industry'],
    ['slice price', 'Slice by Industry'],
    ['dnu', 'Slice by Industry'],
    ['비고', '비교'],
    ['ㄱㅂ', '비교'],
    ['ib', 'Slice by Industry'],
  ])('%s does not find %s', (query, text) => {
    expect(findScore(query, text)).toBe(0)
  })

  test('what begins with it comes before what holds it, and that before an abbreviation', () => {
    const scores = ['Price', 'Best price', 'Overpriced', 'Polite reply: nice', 'Refund'].map((text) => findScore('price', text))
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  test('every part of a text finds it, in any case and normal form', () => {
    const text = fc.stringMatching(/^[a-z가-힣0-9]{1,12}$/u)
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
        const from = a % whole.length
        const part = whole.slice(from, from + 1 + (b % whole.length))
        expect(findScore(part.toUpperCase().normalize('NFD'), whole)).toBeGreaterThan(0)
      }),
    )
  })

  test('nothing typed finds everything', () => {
    expect(findScore('  ', 'anything')).toBeGreaterThan(0)
  })
})
