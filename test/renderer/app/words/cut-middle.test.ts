import { expect, it } from 'vitest'
import { cutMiddle } from '../../../../renderer/app/words/cut-middle'

it.each([
  ['q3.earshot', 28, 'q3.earshot'],
  ['2026 third quarter, all markets, final 2.earshot', 28, '2026 third qua…nal 2.earshot'],
  ['2026년 3분기 전체 시장 고객 만족도 조사 최종본.earshot', 20, '2026년 3분기 …본.earshot'],
  ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…👩‍👩‍👧‍👦'],
  ['a\u202Etxt.earshot', 28, 'atxt.earshot'],
  ['<b>q3</b>.earshot', 28, '<b>q3</b>.earshot'],
])('%s in %i letters', (name, most, shown) => {
  expect(cutMiddle(name, most)).toBe(shown)
  expect(Array.from(new Intl.Segmenter().segment(cutMiddle(name, most))).length).toBeLessThanOrEqual(most)
})
