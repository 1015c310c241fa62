import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBands, writeBands } from '../../../../renderer/app/slice/bands-draft'
import { bandLabel, bandOrder } from '../../../../renderer/app/words/band-label'
import { wordsOf } from '../../../../renderer/app/words/words'
import { daysOf } from '../../../../shared/base/day'
import { bandKey, bandsOf } from '../../../../shared/model/bands'

const day = (year: number, month: number, date: number): number => daysOf({ year, month, day: date })

test.each([
  ['numbers', '100\n500', [100, 500]],
  ['numbers', ' 500 ;100\n\n100', [100, 500]],
  ['numbers', '100, 500, 1,000', [100, 500, 1000]],
  ['numbers', '-5 0 0.5', [-5, 0, 0.5]],
  ['numbers', '−5', [-5]],
  ['numbers', '', []],
  ['months', '12\n3', [3, 12]],
  ['days', '2024-07-01\n2023-01-01', [day(2023, 1, 1), day(2024, 7, 1)]],
  ['days', '2024. 7. 1.;2024/8/2', [day(2024, 7, 1), day(2024, 8, 2)]],
  ['days', '2024년 7월 1일\n2025년\n2026-03', [day(2024, 7, 1), day(2025, 1, 1), day(2026, 3, 1)]],
] as const)('%s “%s” are the edges %j', (measure, text, edges) => {
  expect(readBands(measure, text)).toEqual({ kind: 'edges', edges })
})

test.each([
  ['numbers', '100\nmany', 'many'],
  ['numbers', '1.2.3', '1.2.3'],
  ['months', '3\n4.5', '4.5'],
  ['months', '0', '0'],
  ['days', '2024-02-30', '2024-02-30'],
  ['days', '12', '12'],
] as const)('of %s “%s”, “%s” is none', (measure, text, wrong) => {
  expect(readBands(measure, text)).toEqual({ kind: 'wrong', text: wrong })
})

test('there are at most forty', () => {
  expect(readBands('numbers', Array.from({ length: 41 }, (_, at) => at).join('\n'))).toEqual({ kind: 'many' })
})

test('what is written is read again', () => {
  const edges = fc.uniqueArray(fc.integer({ min: 1, max: 40_000 }), { maxLength: 10 }).map((each) => each.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(fc.constantFrom('numbers', 'days', 'months'), edges, (measure, some) => {
      expect(readBands(measure, writeBands(measure, some))).toEqual({ kind: 'edges', edges: some })
    }),
  )
})

test('bands stand in their order by name, whatever they are called', () => {
  const { compare } = wordsOf('en')
  const value = fc.double({ min: -1e12, max: 1e12, noNaN: true })
  fc.assert(
    fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 8, comparator: (a, b) => a === b }), (some) => {
      const keys = bandsOf('numbers', some.toSorted((a, b) => a - b)).map((band) => bandKey(band, false))
      const all = [...keys, '(not a number)']
      expect(all.toReversed().toSorted((a, b) => compare(bandOrder(a)!, bandOrder(b)!))).toEqual(all)
    }),
  )
  expect(bandOrder('Retail')).toBeNull()
})

test.each([
  ['..99', 'under 100', '100 미만'],
  ['1950..1979', '1950 to 1979', '1950~1979'],
  ['10000..', '10,000 and more', '10,000 이상'],
  ['..<0.0005', 'under 0.0005', '0.0005 미만'],
  ['2024-07-01..2024-09-30', '2024 Q3', '2024년 3분기'],
  ['2025-01-01..', '2025 and later', '2025년부터'],
  ['..2024-03-14', 'Mar 14, 2024 and earlier', '2024. 3. 14.까지'],
])('%s is “%s” and “%s”', (key, en, ko) => {
  expect([bandLabel(key, wordsOf('en')), bandLabel(key, wordsOf('ko'))]).toEqual([en, ko])
})
