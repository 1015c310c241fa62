import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillPeriods } from '../../../renderer/app/period-range'
import { periodOf } from '../../../shared/query/columns'
import { PERIOD_UNITS } from '../../../shared/query/types'

test.each([
  ['month', ['2026-02', '2025-11'], ['2025-11', '2025-12', '2026-01', '2026-02']],
  ['quarter', ['2025-Q3', '2026-Q2'], ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']],
  ['half', ['2025-H2', '2025-H2'], ['2025-H2']],
  ['year', ['2024', '2026'], ['2024', '2025', '2026']],
  ['month', [], []],
] as const)('%s: %j', (unit, given, expected) => {
  expect(fillPeriods(given, unit)).toEqual(expected)
})

test('is every period that some day between the first and the last is in', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PERIOD_UNITS),
      fc.array(fc.integer({ min: 18_000, max: 21_000 }), { minLength: 1, maxLength: 8 }),
      (unit, days) => {
        const naive = new Set<string>()
        for (let day = Math.min(...days); day <= Math.max(...days); day++) naive.add(periodOf(day, unit))
        expect(fillPeriods(days.map((day) => periodOf(day, unit)), unit)).toEqual([...naive])
      },
    ),
    { numRuns: 50 },
  )
})

test('a wrong date far away does not fill centuries', () => {
  expect(fillPeriods(['1900-01', '2026-07', '2026-09'], 'month')).toEqual(['1900-01', '2026-07', '2026-09'])
})
