import { describe, expect, test } from 'vitest'
import { figureInterval, figureScore, figureSentence } from '../../../../renderer/app/figures/figure-text'
import { periodLabel } from '../../../../renderer/app/words/labels'
import { wordsOf } from '../../../../renderer/app/words/words'
import { figureOf } from '../../../../shared/nps/figure'

const en = wordsOf('en')
const ko = wordsOf('ko')
const ok = figureOf({ promoters: 2294, passives: 577, detractors: 130 })
const low = figureOf({ promoters: 2, passives: 3, detractors: 7 })
const tiny = figureOf({ promoters: 1, passives: 0, detractors: 2 })

describe('a figure in words', () => {
  test.each([
    [en, ok, 'Finance: +72, interval 70 to 74, 3,001 answers'],
    [ko, ok, 'Finance: +72, 신뢰구간 70 ~ 74, 응답 3,001건'],
    [en, low, 'Finance: −42, interval −72 to 6, 12 answers: low base'],
    [en, tiny, 'Finance: 3 answers, too few to score (1 promoter, 0 passives, 2 detractors)'],
    [ko, tiny, 'Finance: 응답 3건, 점수를 내기에 부족합니다(추천 1, 중립 0, 비추천 2)'],
    [
      en,
      figureOf({ promoters: 0, passives: 0, detractors: 0 }),
      'Finance: no answers, too few to score (0 promoters, 0 passives, 0 detractors)',
    ],
  ])('%#', (words, figure, sentence) => {
    expect(figureSentence('Finance', figure, words)).toBe(sentence)
  })

  test('one decimal in tables, nothing under ten answers', () => {
    expect(figureScore(ok, en)).toBe('+72.1')
    expect(figureInterval(ok, en)).toBe('70.1 to 74.0')
    expect(figureScore(tiny, en)).toBeNull()
    expect(figureInterval(tiny, en)).toBeNull()
  })

  test('markup and message syntax in a label stay text', () => {
    expect(figureSentence('<b>{n}</b> 100%', ok, en)).toContain('<b>{n}</b> 100%: +72')
  })
})

test.each([
  ['2026', '2026', '2026년'],
  ['2026-H1', '2026 H1', '2026년 상반기'],
  ['2026-H2', '2026 H2', '2026년 하반기'],
  ['2026-Q3', '2026 Q3', '2026년 3분기'],
  ['2026-07', 'Jul 2026', '2026년 7월'],
  ['soon', 'soon', 'soon'],
])('period %s', (period, english, korean) => {
  expect(periodLabel(period, en)).toBe(english)
  expect(periodLabel(period, ko)).toBe(korean)
})
