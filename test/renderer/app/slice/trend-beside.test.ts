import { describe, expect, it, test } from 'vitest'
import { controlChart } from '../../../../shared/nps/control-chart'
import { figureOf } from '../../../../shared/nps/figure'
import type { Yardsticks } from '../../../../shared/protocol/engine-api'
import { inFiscalYear } from '../../../../shared/query/fiscal-filter'
import { FULL_RANGE, rangeWith } from '../../../../renderer/app/figures/axis-range'
import { levelsOf, targetsAt } from '../../../../shared/query/trend-levels'
import { limitsAt } from '../../../../renderer/app/slice/trend-limits'
import { limitNotes, periodSentence, yardstickNotes, type Beside } from '../../../../renderer/app/slice/trend-words'
import type { TrendPoint } from '../../../../renderer/app/slice/trend'
import { wordsOf } from '../../../../renderer/app/words/words'
import { periodLabel } from '../../../../renderer/app/words/labels'
import { periodWords } from '../../../../renderer/app/words/period-words'
import { draftOf, NEW_BENCHMARK, readPoints, readYardsticks, wrongInBenchmark, wrongInTarget } from '../../../../renderer/app/slice/yardstick-draft'

const EN = wordsOf('en')
const KO = wordsOf('ko')

describe('fiscal periods in words', () => {
  it.each([
    ['FY2026-Q3', 'FY2026 Q3', '2026 회계연도 3분기'],
    ['FY2026-H1', 'FY2026 H1', '2026 회계연도 상반기'],
    ['FY2026', 'FY2026', '2026 회계연도'],
    ['2026-Q3', '2026 Q3', '2026년 3분기'],
    ['2026-07', 'Jul 2026', '2026년 7월'],
  ])('%s', (period, en, ko) => {
    expect(periodLabel(period, EN)).toBe(en)
    expect(periodLabel(period, KO)).toBe(ko)
  })
  it('several in a row', () => {
    expect(periodWords(['FY2026-Q2', 'FY2026-Q3'], EN)).toBe('FY2026 Q2 and Q3')
    expect(periodWords(['FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2'], EN)).toBe('FY2025 Q4 to FY2026 Q2')
    expect(periodWords(['FY2026-Q1', 'FY2026-Q2', 'FY2026-Q3'], KO)).toBe('2026 회계연도 1분기~3분기')
  })
})

test('a filter keeps its days in another fiscal year, within an exception as well', () => {
  const quarter = { kind: 'values', dimension: { kind: 'period', unit: 'quarter' }, values: ['2026-Q1'], source: 'slice:period:quarter' } as const
  const other = { kind: 'text', text: '2026-Q1' } as const
  const where = [quarter, other, { kind: 'except', where: [quarter] } as const]
  expect(inFiscalYear(where, 1, 1)).toBe(where)
  const [own, text, except] = inFiscalYear(where, 1, 4)
  expect(own).toEqual({ ...quarter, values: ['FY2026-Q4'] })
  expect(text).toBe(other)
  expect(except).toEqual({ kind: 'except', where: [own] })
  // Months are no longer what was picked in the chart of quarters.
  const [months] = inFiscalYear([quarter], 1, 2)
  expect(months).toEqual({ kind: 'values', dimension: { kind: 'period', unit: 'month' }, values: ['2026-01', '2026-02', '2026-03'] })
})

describe('levels', () => {
  const yardsticks: Yardsticks = {
    targets: [
      { label: 'Goal', score: 40, from: null },
      { label: 'Goal', score: 45, from: '2026-02' },
      { label: 'Late', score: 50, from: '2027-01' },
      { label: 'Other', score: 10, from: '2025-06' },
    ],
    benchmarks: [{ label: 'Sector', low: 20, high: 30, source: 'Survey, 2025' }],
  }
  const quarters = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']

  it('hold from the period of their month until one of the same name takes over', () => {
    const levels = levelsOf(yardsticks, quarters, 1)
    expect(levels.map(({ label, low, from, to }) => [label, low, from, to])).toEqual([
      ['Goal', 40, 0, 1],
      ['Goal', 45, 2, 3],
      ['Other', 10, 0, 3],
      ['Sector', 20, 0, 3],
    ])
    expect([1, 2].map((at) => targetsAt(levels, at).map(({ low }) => low))).toEqual([[40, 10], [45, 10]])
    expect(levelsOf(yardsticks, ['FY2026-Q1', 'FY2026-Q2', 'FY2026-Q3'], 5).map(({ low, from }) => [low, from])).toEqual([[40, 0], [10, 0], [20, 0]])
    expect(levelsOf(yardsticks, [], 1)).toEqual([])
  })
  it('are on the axis', () => {
    expect(rangeWith({ low: 0, high: 40 }, [{ low: 45, high: 45 }, { low: -5, high: 10 }])).toEqual({ low: -20, high: 60 })
    expect(rangeWith({ low: -80, high: 40 }, [{ low: -95, high: 95 }])).toBe(FULL_RANGE)
  })
  it('say their source', () => {
    expect(yardstickNotes(yardsticks, EN)).toEqual([
      'Target Goal: +40.',
      'Target Goal: +45 from Feb 2026 on.',
      'Target Late: +50 from Jan 2027 on.',
      'Target Other: +10 from Jun 2025 on.',
      'Benchmark Sector: 20 to 30. Source: Survey, 2025',
    ])
  })
})

const point = (promoters: number, isOpen = false, period = '2026-01'): TrendPoint => {
  const figure = figureOf({ promoters, passives: 100 - promoters, detractors: 0 })
  return { period, label: period, figure, change: null, rolling: figureOf({ promoters: 50, passives: 50, detractors: 0 }), isOpen }
}
const chartOf = (points: readonly TrendPoint[]) => controlChart(points.map(({ figure }) => figure), points.map(({ isOpen }) => isOpen))
const beside = (points: readonly TrendPoint[]): Beside => ({ unit: 'month', window: 3, control: chartOf(points), levels: [{ kind: 'target', label: 'Goal', low: 60, high: 60, from: 0, to: 99 }] })

describe('words of limits', () => {
  const even = (n: number): TrendPoint[] => Array.from({ length: n }, (_, at) => point(48 + (at % 3) * 2))

  it('say why there are none, or no signals', () => {
    expect(limitNotes(chartOf(even(7)), even(7), EN)).toEqual(['No control limits: they need 8 complete periods with answers; there are 7.'])
    const open = [...even(7), point(99, true)]
    expect(limitNotes(chartOf(open), open, EN)[0]).toContain('there are 7')
    expect(limitNotes(chartOf(even(9)), even(9), EN)).toEqual(['No signals yet: they need 12 complete periods with answers; there are 9.'])
    expect(limitNotes(chartOf(even(12)), even(12), EN)).toEqual(['No signal: no period is beyond its limits, and no eight in a row lie on one side of the centre.'])
  })
  it('name the signals, and whether they survive wider limits', () => {
    const lone = [...even(12), point(75, false, '2027-01')]
    expect(limitNotes(chartOf(lone), lone, EN).at(-1)).toBe('Signal, above the limits: Jan 2027.')
    expect(periodSentence('Jan: +75', lone[12]!, 12, beside(lone), EN)).toMatch(
      /^Jan: \+75; 3 months pooled: \+50, interval \d+ to \d+, 100 answers; control limits \d+ to \d+ around \+\d+; signal: above the limits; target “Goal” \+60: above it$/,
    )
    const wild = Array.from({ length: 14 }, (_, at) => point(at % 2 === 0 ? 25 : 75, false, `2025-Q${(at % 4) + 1}`))
    const notes = limitNotes(chartOf(wild), wild, EN)
    expect(notes[0]).toMatch(/^Periods vary \d+\.\d times as much/)
    expect(notes[1]).toMatch(/^Hollow, a signal by the limits of chance alone and none by the wider ones: 2025 Q/)
    expect(notes).toHaveLength(2)
    expect(periodSentence('M1', wild[1]!, 1, beside(wild), KO)).toContain('신호: 우연만을 가정한 상한 초과, 넓힌 한계 안')
    const limits = limitsAt(chartOf(wild)!, 1)!
    expect(limits.outer.high).toBeLessThanOrEqual(100)
    expect(limits.outer.low).toBeLessThan(limits.inner!.low)
  })
  it('say what is so far', () => {
    const points = [...even(12), point(99, true)]
    const said = periodSentence('Now', points[12]!, 12, { ...beside(points), levels: [] }, EN)
    expect(said).toContain('so far, the period is not complete')
    expect(said).not.toContain('signal')
  })
})

describe('what is typed of targets and benchmarks', () => {
  it.each([['40', 40], ['+40', 40], [' -8 ', -8], ['−8.5', -8.5], ['101', null], ['4O', null], ['', null], ['1e1', null]])('%j is %j', (text, points) =>
    expect(readPoints(text)).toBe(points),
  )
  it('is read once nothing is wrong', () => {
    const kept = {
      targets: [{ label: 'Goal', score: 40, from: null }, { label: 'Next', score: 45.5, from: '2026-01' }],
      benchmarks: [{ label: 'One', low: 30, high: 30, source: 'S' }, { label: 'Two', low: -10, high: 20, source: 'T' }],
    }
    expect(readYardsticks(draftOf(kept))).toEqual(kept)
    expect(readYardsticks({ ...draftOf(kept), benchmarks: [NEW_BENCHMARK] })).toBeNull()
  })
  it('says which fields are wrong', () => {
    expect([...wrongInTarget({ label: '', score: 'x', from: '2026-13' })]).toEqual(['label', 'score', 'from'])
    expect([...wrongInBenchmark({ label: 'A', low: '30', high: '20', source: ' ' })]).toEqual(['high', 'source'])
    expect([...wrongInBenchmark({ label: 'A', low: '', high: '', source: 'S' })]).toEqual(['low'])
  })
})
