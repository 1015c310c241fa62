import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf } from '../../../shared/base/day'
import { translator } from '../../../shared/locale/translate'
import { areEdges, bandAt, bandKey, bandOfKey, bandsOf, isInBand, type Measure } from '../../../shared/model/bands'
import { bandWords, type BandTeller } from '../../../shared/model/band-words'
import { TENURE_BANDS, TENURE_EDGES } from '../../../shared/model/tenure'

const day = (iso: string): number => {
  const [year, month, date] = iso.split('-').map(Number)
  return daysOf({ year: year!, month: month!, day: date! })
}
const keys = (measure: Measure, edges: readonly number[], whole = true): readonly string[] => bandsOf(measure, edges).map((band) => bandKey(band, whole))

const ascending = (value: fc.Arbitrary<number>): fc.Arbitrary<readonly number[]> =>
  fc.uniqueArray(value, { minLength: 1, maxLength: 12, comparator: (a, b) => a === b }).map((edges) => edges.map((edge) => edge + 0).toSorted((a, b) => a - b))
const number = fc.oneof(fc.integer({ min: -1000, max: 100_000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Number(value.toFixed(3)) + 0))
const cuts = fc.oneof(
  fc.record({ measure: fc.constant<Measure>('numbers'), edges: ascending(number) }),
  fc.record({ measure: fc.constant<Measure>('days'), edges: ascending(fc.integer({ min: 0, max: 40_000 })) }),
  fc.record({ measure: fc.constant<Measure>('months'), edges: ascending(fc.integer({ min: 1, max: 400 })) }),
)

describe('bands between edges', () => {
  test.each([
    ['numbers', [100, 500], true, ['..99', '100..499', '500..']],
    ['numbers', [-5, 0, 1], true, ['..-6', '-5..-1', '0..0', '1..']],
    ['numbers', [0.5, 2], false, ['..<0.5', '0.5..<2', '2..']],
    ['days', [day('2024-01-01'), day('2025-01-01')], true, ['..2023-12-31', '2024-01-01..2024-12-31', '2025-01-01..']],
    ['months', [...TENURE_EDGES], true, [...TENURE_BANDS]],
    ['months', [6, 18, 36], true, ['<6m', '6-18m', '18-36m', '>3y']],
  ] as const)('%s cut at %j have the keys %j', (measure, edges, whole, expected) => {
    expect(keys(measure, edges, whole)).toEqual(expected)
  })

  test('every value is in exactly one band, the one that its place says, and a key says all of its band', () => {
    fc.assert(
      fc.property(cuts, fc.double({ min: -2e6, max: 2e6, noNaN: true }), fc.boolean(), ({ measure, edges }, drawn, atEdge) => {
        const isWhole = measure !== 'numbers' || edges.every(Number.isInteger)
        const value = atEdge ? edges[Math.abs(Math.trunc(drawn)) % edges.length]! : measure === 'numbers' && !isWhole ? drawn : Math.trunc(drawn)
        const bands = bandsOf(measure, edges)
        const holding = bands.flatMap((band, at) => (isInBand(band, value) ? [at] : []))
        expect(holding).toEqual([bandAt(edges, value)])
        expect(holding).toEqual([edges.filter((edge) => edge <= value).length])
        expect(bands.map((band) => bandOfKey(bandKey(band, isWhole)))).toEqual(bands)
        expect(new Set(bands.map((band) => bandKey(band, isWhole))).size).toBe(bands.length)
        expect(areEdges(measure, edges)).toBe(true)
      }),
    )
  })

  test.each(['', '..', 'a..b', '1-2', '51-200', '<100', '100+', '2024', '1...2', '..<', '1..2..3', '2024-01..2024-02', '3-12 months', '(blank)'])(
    '“%s” is the key of no band',
    (text) => expect(bandOfKey(text)).toBeNull(),
  )

  test.each([
    ['numbers', [1, 1]],
    ['numbers', [2, 1]],
    ['numbers', [NaN]],
    ['numbers', [Infinity]],
    ['months', [0]],
    ['months', [1.5]],
    ['days', [0.5]],
    ['numbers', Array.from({ length: 41 }, (_, at) => at)],
  ] as const)('%s are not cut at %j', (measure, edges) => expect(areEdges(measure, edges)).toBe(false))
})

describe('bands in words', () => {
  const teller = (locale: 'en' | 'ko'): BandTeller => ({
    say: translator(locale),
    number: (value) => new Intl.NumberFormat(locale, { useGrouping: 'min2' }).format(value),
    day: (iso) => iso,
    period: (period) => period,
  })
  test.each([
    ['..99', 'under 100', '100 미만'],
    ['100..499', '100 to 499', '100~499'],
    ['500..', '500 and more', '500 이상'],
    ['7..7', '7', '7'],
    ['10000..19999', '10,000 to 19,999', '10,000~19,999'],
    ['1950..1979', '1950 to 1979', '1950~1979'],
    ['0.5..<2', '0.5 to under 2', '0.5 이상 2 미만'],
    ['..2023-12-31', '2023 and earlier', '2023까지'],
    ['2024-01-01..2024-12-31', '2024', '2024'],
    ['2024-01-01..2025-12-31', '2024 to 2025', '2024~2025'],
    ['2024-07-01..2024-09-30', '2024-Q3', '2024-Q3'],
    ['2024-04-01..2024-09-30', '2024-Q2 to 2024-Q3', '2024-Q2~2024-Q3'],
    ['2024-02-01..2024-02-29', '2024-02', '2024-02'],
    ['2024-02-01..2024-02-28', '2024-02-01 to 2024-02-28', '2024-02-01~2024-02-28'],
    ['2024-02-05..2024-02-05', '2024-02-05', '2024-02-05'],
    ['2025-01-01..', '2025 and later', '2025부터'],
    ['2025-01-02..', '2025-01-02 and later', '2025-01-02부터'],
    ['<3m', 'Under 3 months', '3개월 미만'],
    ['<6m', 'Under 6 months', '6개월 미만'],
    ['6-18m', '6-18 months', '6~18개월'],
    ['1-3y', '1-3 years', '1~3년'],
    ['>3y', 'Over 3 years', '3년 이상'],
    ['<1y', 'Under 1 year', '1년 미만'],
    ['(not a number)', '(not a number)', '(숫자 아님)'],
  ])('%s is “%s” and “%s”', (key, en, ko) => {
    expect([bandWords(key, teller('en')), bandWords(key, teller('ko'))]).toEqual([en, ko])
  })

  test.each([null, 'Retail', '51-200'])('%s is no band', (key) => expect(bandWords(key, teller('en'))).toBeNull())
})
