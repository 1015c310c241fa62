import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf, isoDay } from '../../../shared/base/day'
import { bandAt } from '../../../shared/model/bands'
import { defaultEdges, MOST_VALUES, roundest, type Counted } from '../../../shared/query/default-edges'

const counted = (values: readonly number[]): readonly Counted[] => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value + 0, (counts.get(value + 0) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}
const many = (length: number, of: (at: number) => number): readonly Counted[] => counted(Array.from({ length }, (_, at) => of(at)))
const days = (first: [number, number, number], last: [number, number, number]): readonly Counted[] => {
  const [from, to] = [first, last].map(([year, month, day]) => daysOf({ year, month, day })) as [number, number]
  return Array.from({ length: 20 }, (_, at) => [Math.round(from + ((to - from) * at) / 19), 1])
}

describe('bands where nobody has chosen any', () => {
  test('few values stand for themselves', () => {
    expect(defaultEdges('numbers', many(100, (at) => at % MOST_VALUES))).toBeNull()
    expect(defaultEdges('numbers', [])).toBeNull()
    expect(defaultEdges('numbers', many(100, (at) => at % (MOST_VALUES + 1)))).not.toBeNull()
  })

  test.each([
    ['ages 18 to 79', many(620, (at) => 18 + (at % 62)), [30, 40, 50, 65]],
    ['1 to 1000, evenly', many(1000, (at) => at + 1), [200, 400, 600, 800]],
    ['revenue over decades', many(500, (at) => Math.round(10 ** (1 + at / 100))), [100, 1000, 10_000, 100_000]],
    ['mostly none', many(1000, (at) => (at < 700 ? 0 : at - 699)), [1, 80, 150, 220]],
    ['parts of one', many(1000, (at) => at / 1000), [0.2, 0.4, 0.6, 0.8]],
  ])('%s', (_, values, expected) => {
    const edges = defaultEdges('numbers', values)!
    expect(edges).toEqual(expected)
  })

  test('there are two to five bands, each with answers, cut at numbers that ascend', () => {
    const value = fc.oneof(fc.integer({ min: -50, max: 5000 }), fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 1e9, noNaN: true }))
    fc.assert(
      fc.property(fc.array(value, { minLength: 13, maxLength: 200 }), (values) => {
        const all = counted(values)
        const edges = defaultEdges('numbers', all)
        fc.pre(all.length > MOST_VALUES)
        expect(edges!.length).toBeGreaterThanOrEqual(1)
        expect(edges!.length).toBeLessThanOrEqual(4)
        const held = new Set(values.map((each) => bandAt(edges!, each)))
        expect(held.size).toBe(edges!.length + 1)
        expect(edges).toEqual(edges!.toSorted((a, b) => a - b))
      }),
    )
  })

  test('the roundest number lies above the one and up to the other', () => {
    expect([roundest(23, 31), roundest(480, 1200), roundest(-3, 4), roundest(0.013, 0.021), roundest(17, 18), roundest(-80, -12)]).toEqual([30, 1000, 0, 0.02, 18, -50])
    const two = fc.tuple(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.double({ min: -1e9, max: 1e9, noNaN: true })).filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(two, ([a, b]) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const edge = roundest(low, high)
        expect(edge > low && edge <= high).toBe(true)
      }),
    )
  })

  test.each([
    ['a year and a half: quarters', days([2024, 2, 10], [2025, 8, 1]), ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01']],
    ['four years: years', days([2021, 2, 10], [2024, 8, 1]), ['2021-01-01', '2022-01-01', '2023-01-01', '2024-01-01', '2025-01-01']],
    ['forty years: five at a time', days([1984, 2, 10], [2023, 8, 1]), ['1980-01-01', '1985-01-01', '1990-01-01', '1995-01-01', '2000-01-01', '2005-01-01', '2010-01-01', '2015-01-01', '2020-01-01', '2025-01-01']],
  ])('%s', (_, values, expected) => {
    expect(defaultEdges('days', values)!.map(isoDay)).toEqual(expected)
  })
})
