import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDay, parseIsoDay } from '../../../shared/base/day'
import {
  areInARow,
  daysIn,
  fillPeriods,
  firstDayOf,
  isOfYear,
  isOver,
  lastDayOf,
  periodOf,
  translatePeriods,
  unitOfPeriod,
} from '../../../shared/query/period'
import { PERIOD_UNITS, type PeriodUnit } from '../../../shared/query/types'

const dayOf = (iso: string): number => parseIsoDay(iso)!
const unit = fc.constantFrom(...PERIOD_UNITS)
const start = fc.integer({ min: 1, max: 12 })
const day = fc.integer({ min: -30_000, max: 60_000 })

describe('a period', () => {
  test.each([
    ['2026-02', 1, '2026-02-01', '2026-02-28'],
    ['2024-02', 7, '2024-02-01', '2024-02-29'],
    ['2026-12', 1, '2026-12-01', '2026-12-31'],
    ['2026-Q3', 1, '2026-07-01', '2026-09-30'],
    ['2026-Q4', 1, '2026-10-01', '2026-12-31'],
    ['2026-H1', 1, '2026-01-01', '2026-06-30'],
    ['2026', 1, '2026-01-01', '2026-12-31'],
    ['FY2026-Q1', 4, '2025-04-01', '2025-06-30'],
    ['FY2026-Q4', 4, '2026-01-01', '2026-03-31'],
    ['FY2026-H2', 10, '2026-04-01', '2026-09-30'],
    ['FY2026', 2, '2025-02-01', '2026-01-31'],
    ['FY2024-Q1', 12, '2023-12-01', '2024-02-29'],
  ])('%s of a year from month %i on runs from %s to %s', (period, from, first, last) => {
    expect([firstDayOf(period, from), lastDayOf(period, from)]).toEqual([first, last])
    for (const each of [first, last]) expect(periodOf(dayOf(each), unitOfPeriod(period)!, from)).toBe(period)
  })

  test('is over on the day after its last', () => {
    expect(isOver('2026-Q3', '2026-09-30T23:00:00Z', 1)).toBe(false)
    expect(isOver('2026-Q3', '2026-10-01', 1)).toBe(true)
    expect(isOver('FY2027-Q1', '2026-06-30', 4)).toBe(false)
    expect(isOver('FY2027-Q1', '2026-07-01', 4)).toBe(true)
  })

  test.each(['2026-Q5', '2026-13', '2026-00', 'FY2026-07', 'FY26', '2026-q1', '', 'Q1', '2026-H3', 'FY2026-Q1 '])('%j is none', (text) => {
    expect(unitOfPeriod(text)).toBeNull()
  })

  test('is written as its fiscal year is', () => {
    expect([isOfYear('2026-Q1', 1), isOfYear('2026-Q1', 4), isOfYear('FY2026-Q1', 1), isOfYear('FY2026', 4)]).toEqual([true, false, false, true])
    expect([isOfYear('2026-07', 1), isOfYear('2026-07', 4)]).toEqual([true, true])
  })
})

/** The fiscal year counted month by month from one that is known. */
function naivePeriod(at: number, by: PeriodUnit, from: number): string {
  const [year, month] = isoDay(at).split('-').map(Number) as [number, number, number]
  if (by === 'month') return isoDay(at).slice(0, 7)
  let inYear = 0
  for (let walk = from; walk !== month; walk = (walk % 12) + 1) inYear += 1
  // The calendar year in which the last month of this fiscal year lies.
  const ends = from === 1 ? year : month >= from ? year + 1 : year
  const name = `${from === 1 ? '' : 'FY'}${String(ends).padStart(4, '0')}`
  if (by === 'year') return name
  return by === 'half' ? `${name}-H${inYear < 6 ? 1 : 2}` : `${name}-Q${Math.floor(inYear / 3) + 1}`
}

test('a day lies in its period, and next to it begins the next, for every fiscal year', () => {
  fc.assert(
    fc.property(day, unit, start, (at, by, from) => {
      const period = periodOf(at, by, from)
      expect(period).toBe(naivePeriod(at, by, from))
      expect(unitOfPeriod(period)).toBe(by)
      expect(isOfYear(period, from)).toBe(true)
      const [first, last] = [dayOf(firstDayOf(period, from)), dayOf(lastDayOf(period, from))]
      expect(at).toBeGreaterThanOrEqual(first)
      expect(at).toBeLessThanOrEqual(last)
      expect(daysIn(period, from)).toBe(last - first + 1)
      for (const inside of [first, last]) expect(periodOf(inside, by, from)).toBe(period)
      const [before, after] = [periodOf(first - 1, by, from), periodOf(last + 1, by, from)]
      expect(areInARow([before, period, after])).toBe(true)
      expect(areInARow([before, after])).toBe(false)
      expect(before < period && period < after).toBe(true)
      expect([lastDayOf(before, from), firstDayOf(after, from)]).toEqual([isoDay(first - 1), isoDay(last + 1)])
    }),
    { numRuns: 2000 },
  )
})

test('every month of every start: twelve months make the four quarters, two halves and the year', () => {
  for (let from = 1; from <= 12; from++) {
    const months = Array.from({ length: 24 }, (_, at) => dayOf(`${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`))
    for (const [by, length] of [['quarter', 3], ['half', 6], ['year', 12]] as const) {
      const lengths = new Map<string, number>()
      for (const at of months) lengths.set(periodOf(at, by, from), (lengths.get(periodOf(at, by, from)) ?? 0) + 1)
      const whole = [...lengths.values()].slice(1, -1)
      expect(whole.every((each) => each === length)).toBe(true)
    }
  }
})

test('periods of another fiscal year hold the same days', () => {
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 4 }), unit, start, start, fc.array(day, { maxLength: 20 }), (days, by, from, to, others) => {
      const periods = [...new Set(days.map((at) => periodOf(at, by, from)))]
      const found = translatePeriods(periods, by, from, to)
      for (const each of found.periods) expect(isOfYear(each, to)).toBe(true)
      for (const at of [...days, ...others])
        expect(found.periods.includes(periodOf(at, found.unit, to))).toBe(periods.includes(periodOf(at, by, from)))
    }),
  )
  expect(translatePeriods(['2026-Q1'], 'quarter', 1, 4)).toEqual({ unit: 'quarter', periods: ['FY2026-Q4'] })
  expect(translatePeriods(['FY2026-Q4'], 'quarter', 4, 1)).toEqual({ unit: 'quarter', periods: ['2026-Q1'] })
  expect(translatePeriods(['2026-Q1'], 'quarter', 1, 2)).toEqual({ unit: 'month', periods: ['2026-01', '2026-02', '2026-03'] })
  expect(translatePeriods(['2026-02'], 'month', 1, 2)).toEqual({ unit: 'month', periods: ['2026-02'] })
})

describe('periods between the first and the last', () => {
  test.each([
    [['2026-02', '2025-11'], ['2025-11', '2025-12', '2026-01', '2026-02']],
    [['2025-Q3', '2026-Q2'], ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']],
    [['FY2025-Q3', 'FY2026-Q1'], ['FY2025-Q3', 'FY2025-Q4', 'FY2026-Q1']],
    [['2025-H2', '2025-H2'], ['2025-H2']],
    [['FY2024', 'FY2026'], ['FY2024', 'FY2025', 'FY2026']],
    [[], []],
  ])('%j', (given, expected) => expect(fillPeriods(given)).toEqual(expected))

  test('are those that some day is in', () => {
    fc.assert(
      fc.property(unit, start, fc.array(fc.integer({ min: 18_000, max: 21_000 }), { minLength: 1, maxLength: 8 }), (by, from, days) => {
        const naive = new Set<string>()
        for (let at = Math.min(...days); at <= Math.max(...days); at++) naive.add(periodOf(at, by, from))
        expect(fillPeriods(days.map((at) => periodOf(at, by, from)))).toEqual([...naive])
      }),
      { numRuns: 50 },
    )
  })

  test('do not fill centuries up to a wrong date far away', () => {
    expect(fillPeriods(['1900-01', '2026-07', '2026-09'])).toEqual(['1900-01', '2026-07', '2026-09'])
  })
})
