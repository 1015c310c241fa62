import { describe, expect, it } from 'vitest'
import { figureOf } from '../../../shared/nps/figure'
import { buildOutline } from '../../../shared/report/build-outline'
import { filtered, monthly, poor, rich, tiny } from './fixtures'
import { type SlideOf, find } from './outline-slides'

describe('what the words say', () => {
  it('is about the latest period where there is a change, and names the score of all answers', () => {
    const { score, groups, change } = find(buildOutline(rich, 'en'), 'headline')
    expect(score).toMatchObject({ label: 'Net Promoter Score, 2026 Q2', value: '+44' })
    expect(score.lines.at(-1)).toBe(
      'All answers, 1 July 2024 to 28 June 2026: +30 (95% interval +25 to +34, 1,266 answers)',
    )
    expect(groups.map(({ count }) => count)).toEqual(['154 of 260', '66 of 260', '40 of 260'])
    expect(change?.lines[1]).toBe('2026 Q1: +35 (95% interval +25 to +45, 238 answers)')
  })
  it('puts a question below the finding', () => {
    const { title, body } = find(buildOutline(filtered, 'en'), 'segment')
    expect(title).toBe('NPS is highest for 2-5 years, lowest for Under 3 months')
    expect(body[0]).toBe('How long have you been a customer of Hanbit Cloud?')
  })
  it('marks a period that is not over', () => {
    expect(find(buildOutline(monthly, 'en'), 'trend').table.columns.at(-1)?.label).toBe('Jun ’26 (so far)')
  })
  it('states a change with interval and verdict', () => {
    expect(find(buildOutline(rich, 'en'), 'headline').change?.lines[0]).toBe(
      'Up 9 points (95% interval \u22125 to +22): within noise.',
    )
    expect(find(buildOutline(rich, 'ko'), 'headline').change?.lines[0]).toBe(
      '9점 상승(95% 신뢰구간 \u22125 ~ +22): 우연한 변동 범위 안입니다.',
    )
  })
  it.each([
    [12.5, 4, 20, 'up', 'Up 13 points (95% interval +4 to +20): more than noise.'],
    [-12.5, -20, -4, 'down', 'Down 13 points (95% interval \u221220 to \u22124): more than noise.'],
    [1, -4, 6, 'within-noise', 'Up 1 point (95% interval \u22124 to +6): within noise.'],
    [9, 0.3, 18, 'up', 'Up 9 points (95% interval +0.3 to +18.0): more than noise.'],
    [-0.4, -7, 7, 'within-noise', 'Level, 0 points (95% interval \u22127 to +7): within noise.'],
    [40, -10, 90, 'not-comparable', 'Not compared: at least one of the two periods has fewer than 10 answers.'],
  ] as const)('%d points, %s', (difference, low, high, verdict, words) => {
    if (!rich.change) throw new Error('fixture')
    const data = { ...rich, change: { ...rich.change, change: { difference, low, high, p: 0.5, verdict } } }
    expect(find(buildOutline(data, 'en'), 'headline').change?.lines[0]).toBe(words)
  })
  it('shows counts only below ten answers, and says so', () => {
    const { score, chart, groups } = find(buildOutline(tiny, 'en'), 'headline')
    expect([score.value, chart]).toEqual([null, null])
    expect(score.lines[0]).toBe('Too few answers for a score: 7 answers (4 promoters, 1 passive, 2 detractors).')
    expect(groups.map(({ share }) => share)).toEqual(['4', '1', '2'])
  })
  it('greys a low base, names it, and does not rank it', () => {
    const { table, chart } = find(buildOutline(monthly, 'en'), 'segment')
    expect(table.rows.map(({ cells, muted, mark }) => [cells[0], muted, mark])).toEqual([
      ['Enterprise', false, null],
      ['Free', true, 'low base'],
      ['Team', true, 'low base'],
    ])
    expect(chart?.series[0]?.tones).toEqual(['score', 'low', 'low'])
  })
  it('shows the twelve largest groups that have a score, and counts the others', () => {
    const slide = buildOutline(rich, 'en').slides.find(
      (entry): entry is SlideOf<'segment'> => entry.kind === 'segment' && entry.title.includes('Country'),
    )
    if (!slide) throw new Error('no slide')
    expect(slide.table.rows).toHaveLength(12)
    expect(slide.foot[0]).toBe(
      '12 of 40 groups; the other 28 have 397 answers together and are in the workbook.',
    )
  })
  it('marks another scale on every slide', () => {
    const outline = buildOutline(poor, 'en')
    expect(outline.footer).toContain('non-standard: 1-10 scale')
    expect(find(outline, 'headline').score.label).toContain('non-standard')
    expect(JSON.stringify(find(outline, 'method').facts)).toContain('1-10 scale')
  })
  it('names a theme only if its interval leaves out zero', () => {
    const codes = [
      { id: 'a', name: 'A', color: '#000', figure: figureOf({ promoters: 30, passives: 12, detractors: 18 }), n: 60, share: 0.05, nps: 20, npsRest: 30, contribution: -0.5, low: -1.5, high: 0.5 },
    ]
    const data = { ...rich, themes: { base: 1266, coverage: 0.5, codes } }
    expect(find(buildOutline(data, 'en'), 'themes').title).toBe('No theme stands out from noise')
  })
  it('writes minus zero as zero', () => {
    const data = { ...poor, headline: figureOf({ promoters: 50, passives: 300, detractors: 51 }) }
    expect(find(buildOutline(data, 'en'), 'headline').score.value).toBe('0')
  })
})
