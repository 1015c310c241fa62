import { describe, expect, test } from 'vitest'
import { choosePair, chooseUnit, type PeriodCount } from '../../../shared/query/period-pair'
import type { PeriodUnit } from '../../../shared/query/types'

const points = (...counts: readonly (readonly [string, number])[]): readonly PeriodCount[] =>
  counts.map(([period, n]) => ({ period, n }))

describe('the unit', () => {
  const unitOf = (byUnit: Partial<Record<PeriodUnit, readonly PeriodCount[]>>) =>
    chooseUnit((unit) => byUnit[unit] ?? [])

  test('is the shortest of which four periods in five have 30 answers', () => {
    const quarters = points(['2026-Q1', 90], ['2026-Q2', 80])
    const months = (low: number) =>
      points(['2026-01', 30], ['2026-02', 30], ['2026-03', 30], ['2026-04', 50], ['2026-05', low])
    expect(unitOf({ month: months(5), quarter: quarters })).toBe('month')
    expect(unitOf({ month: [...months(5), ...points(['2026-06', 25])], quarter: quarters })).toBe('quarter')
  })
  test('is not one with more than sixteen periods', () => {
    const month = Array.from({ length: 17 }, (_, at) => ({ period: `m${at}`, n: 99 }))
    expect(unitOf({ month, quarter: points(['2026-Q1', 300], ['2026-Q2', 300]) })).toBe('quarter')
  })
  test('is not one of which most periods are empty', () => {
    const month = points(['2025-02', 90], ['2025-05', 90], ['2025-08', 90], ['2025-11', 90])
    const quarter = points(['2025-Q1', 90], ['2025-Q2', 90], ['2025-Q3', 90], ['2025-Q4', 90])
    expect(unitOf({ month, quarter })).toBe('quarter')
    expect(unitOf({ quarter: quarter.filter((_, at) => at !== 2) })).toBe('quarter')
  })
  test('is the year where nothing shorter will do, and nothing where there is one year', () => {
    expect(unitOf({ month: points(['2025-01', 3]), year: points(['2025', 12], ['2026', 40]) })).toBeNull()
    expect(unitOf({ year: points(['2024', 12], ['2025', 33], ['2026', 40]) })).toBe('year')
  })
})

describe('the pair', () => {
  const all = points(['2025-Q4', 200], ['2026-Q1', 4], ['2026-Q2', 210], ['2026-Q3', 150])
  test('is the last two that are over, without those that a survey only touched', () => {
    expect(choosePair(all, '2026-08-15', 1)?.map(({ period }) => period)).toEqual(['2025-Q4', '2026-Q2'])
    expect(choosePair(all, '2026-10-01', 1)?.map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3'])
  })
  test('takes the period that goes on where there is no other', () => {
    expect(choosePair(all.slice(2), '2026-08-15', 1)?.map(({ period }) => period)).toEqual(['2026-Q2', '2026-Q3'])
    expect(choosePair(all.slice(3), '2026-08-15', 1)).toBeNull()
  })
  test('may be of few answers where there are nowhere more', () => {
    expect(choosePair(points(['2025', 4], ['2026', 6]), '2027-01-01', 1)?.map(({ n }) => n)).toEqual([4, 6])
  })
})
