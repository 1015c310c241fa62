import { describe, expect, test } from 'vitest'
import { segmentRows, themeRows } from '../../../../renderer/app/compare/compare-rows'
import { changeRange, segmentSentence, verdictNotes, verdictSentence } from '../../../../renderer/app/compare/compare-words'
import { wordsOf } from '../../../../renderer/app/words/words'
import { differenceOf } from '../../../../shared/nps/difference'
import { figureOf } from '../../../../shared/nps/figure'
import type { ComparedCode, ComparedSegment, Dimension } from '../../../../shared/query/types'

const INDUSTRY: Dimension = { kind: 'field', field: 'f1' }
const words = wordsOf('en')
const counts = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })

const segment = (value: string | null, from: ReturnType<typeof counts>, to: ReturnType<typeof counts>): ComparedSegment => ({
  value,
  from: figureOf(from),
  to: figureOf(to),
  change: differenceOf(from, to),
  q: null,
  shareFrom: 0,
  shareTo: 0,
  parts: null,
})

const NOBODY = counts(0, 0, 0)
const SEGMENTS = [
  segment('Large and unsure', counts(20, 10, 10), counts(10, 10, 20)),
  segment('Small but certain', counts(400, 300, 300), counts(500, 300, 200)),
  segment('Low base', counts(10, 0, 0), counts(0, 0, 10)),
  segment('Tiny', counts(3, 0, 0), counts(2, 2, 2)),
  segment('New', NOBODY, counts(20, 5, 5)),
  segment('Gone', counts(5, 5, 5), NOBODY),
  segment('Never there', NOBODY, NOBODY),
  segment(null, counts(40, 10, 10), counts(40, 10, 10)),
]
const labels = (sort: Parameters<typeof segmentRows>[2]) => segmentRows(SEGMENTS, INDUSTRY, sort, words).map(({ label }) => label)

describe('segments', () => {
  test('come by the part of the change that is certain, those that cannot be ranked behind', () => {
    expect(labels('effect')).toEqual([
      'Small but certain',
      'Large and unsure',
      '(blank)',
      'Low base',
      'Tiny',
      'New',
      'Gone',
    ])
  })
  test('come by answers, by change from the best to the worst, and by name with the blank last', () => {
    expect(labels('size').slice(0, 3)).toEqual(['Small but certain', '(blank)', 'Large and unsure'])
    expect(labels('change').slice(0, 4)).toEqual(['Small but certain', '(blank)', 'Large and unsure', 'Low base'])
    expect(labels('value').at(-1)).toBe('(blank)')
    expect(labels('value')[0]).toBe('Gone')
  })
  test('are said in a sentence that fits what is known of them', () => {
    const rows = segmentRows(SEGMENTS, INDUSTRY, 'effect', words)
    const said = new Map(rows.map((row) => [row.label, segmentSentence(row, { kind: 'periods', from: '2025', to: '2026' }, words)]))
    expect(said.get('Large and unsure')).toBe(
      'Large and unsure: from +25 (40 answers) to −25 (40 answers). Down 50 points, interval −81 to −12: more than noise',
    )
    expect(said.get('Low base')).toMatch(/low base$/)
    expect(said.get('Tiny')).toBe('Tiny: from 3 answers to 6 answers, too few answers to compare')
    expect(said.get('New')).toBe('New: new in 2026, 30 answers')
    expect(said.get('Gone')).toBe('Gone: only in 2025, 15 answers')
  })
})

describe('themes', () => {
  const effect = (n: number) => ({ n, share: n / 100, nps: 0, npsRest: 0, contribution: 0, low: 0, high: 0 })
  const theme = (code: string, from: number, to: number): ComparedCode => ({
    id: code,
    code,
    color: '#000000',
    from: effect(from),
    to: effect(to),
    change: { difference: to - from, low: to - from - 5, high: to - from + 5, p: 0.5, verdict: 'within-noise' },
    contribution: { difference: -to, low: -to - 1, high: 1 - to, p: 0.5, verdict: 'within-noise', volume: -to, severity: 0 },
  })
  test('come by the size of the change, those that nobody mentions left out', () => {
    const figure = figureOf(counts(50, 30, 20))
    const rows = themeRows([theme('A', 10, 12), theme('B', 20, 5), theme('C', 0, 0), theme('D', 3, 9)], figure, figure)
    expect(rows.map(({ code }) => code)).toEqual(['B', 'D', 'A'])
    const byScore = themeRows([theme('A', 10, 12), theme('B', 20, 5), theme('D', 3, 9)], figure, figure, 'contribution')
    expect(byScore.map(({ code }) => code)).toEqual(['A', 'D', 'B'])
  })
})

describe('the verdict', () => {
  const said = (from: ReturnType<typeof counts>, to: ReturnType<typeof counts>) => verdictSentence(differenceOf(from, to), words)
  test('is a sentence with number, interval and word', () => {
    expect(said(counts(90, 65, 45), counts(110, 60, 30))).toBe('Up 18 points (95% interval +2 to +32): more than noise')
    expect(said(counts(50, 30, 20), counts(50, 30, 20))).toBe('Level, 0 points (95% interval −21 to +21): within noise')
    expect(said(counts(5, 0, 0), counts(50, 0, 0))).toBe('Too few answers to compare')
  })
  test('says what it would take only where there is a difference within noise', () => {
    const [a, b] = [counts(50, 30, 20), counts(55, 30, 15)]
    const notes = (from: typeof a, to: typeof a) => verdictNotes(figureOf(from), figureOf(to), differenceOf(from, to), words).join(' ')
    expect(notes(a, b)).toContain('Would need about 900 answers on each side')
    expect(notes(a, b)).toContain('only a difference of about 30 points or more')
    expect(notes(a, a)).not.toContain('Would need')
    expect(notes(counts(90, 65, 45), counts(110, 60, 30))).not.toContain('Would need')
    expect(notes(counts(8, 2, 2), counts(6, 3, 4))).toContain('fewer than 30 answers')
  })
  test('shows on which side of 0 an end lies that rounds to 0', () => {
    const change = { difference: 6, low: 0.2, high: 11.8, p: 0.04, verdict: 'up' } as const
    expect(changeRange(change, words)).toBe('+0.2 to +11.8')
    expect(changeRange({ ...change, low: 1.2 }, words)).toBe('+1 to +12')
  })
})
