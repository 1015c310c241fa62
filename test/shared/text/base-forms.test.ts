import { expect, test } from 'vitest'
import { baseForms } from '../../../shared/text/base-forms'

test.each([
  ['Korean words without their particles and endings', { 배송: 3, 배송이: 5, 배송했어요: 1, 배송비: 2 }, { 배송: '배송', 배송이: '배송', 배송했어요: '배송', 배송비: '배송비' }],
  ['also where the word never stands alone, if it has several endings', { 연기가: 1, 연기도: 1, 연기력: 1 }, { 연기가: '연기', 연기도: '연기', 연기력: '연기력' }],
  ['but not what only looks like an ending', { 고양이: 4, 만족도: 2 }, { 고양이: '고양이', 만족도: '만족도' }],
  ['words of one syllable as they are', { 값이: 2, 값: 5, 불만: 1, 불: 1 }, { 값이: '값이', 값: '값', 불만: '불만', 불: '불' }],
  ['English words in the commonest form of their stem', { delivery: 2, deliveries: 5, "delivery's": 1, deliver: 9 }, { delivery: 'deliveries', deliveries: 'deliveries', "delivery's": 'deliveries', deliver: 'deliver' }],
])('%s', (_, counts, forms) => {
  expect(Object.fromEntries(baseForms(new Map(Object.entries(counts))))).toEqual(forms)
})
