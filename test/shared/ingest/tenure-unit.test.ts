import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessTenure, statedMonths } from '../../../shared/ingest/tenure-unit'
import { columnOf } from '../../../shared/table/column-builder'

const guessOf = (cells: readonly (string | number)[]): string | null => {
  const guess = guessTenure(columnOf(cells.map(String)))
  return guess && `${guess.unit}${guess.sure ? '' : '?'}`
}
const range = (from: number, to: number, step = 1): readonly number[] => Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step)

describe('what the numbers of a tenure count', () => {
  test.each([
    ['more than anybody’s months', range(0, 2000, 7), 'days'],
    ['halves and quarters', range(0, 12, 0.25), 'years'],
    ['fractions beyond a life', range(0, 150, 1.5), 'months'],
    ['fractions up to fifty', range(0, 45, 0.5), 'years?'],
    ['fractions up to seventy', range(0, 70, 0.5), 'months?'],
    ['whole years in months', [1, 3, 6, 12, 12, 24, 24, 36, 48, 60], 'months'],
    ['small whole numbers', range(0, 10), 'years?'],
    ['whole numbers up to fifty', range(0, 50), 'months?'],
    ['whole numbers up to two hundred', range(0, 200), 'months?'],
    ['whole numbers up to a year of days', range(0, 365), 'days?'],
    ['one slip among many', [...range(0, 10), ...range(0, 10), ...range(0, 10), ...range(0, 10), ...range(0, 10), ...range(0, 10), ...range(0, 10), ...range(0, 10), ...range(0, 10), ...range(0, 10), 9999], 'years?'],
    ['commas as decimal points, full-width digits, blanks', ['0,5', '２', '', '3,25', '1'], 'years'],
    ['commas between thousands', ['1,200', '365', '12', '3,650'], 'days'],
    ['years of a calendar', [2015, 2019, 2026, 2008], null],
    ['months and days of a calendar', [201512, 202601, 199907], null],
    ['bands', ['1-2', '3-5', 'over 5'], null],
    ['numbers with words among them', [1, 2, 'three'], null],
    ['negative numbers', [-1, -2, -3], null],
    ['nothing', ['', ''], null],
  ] as const)('%s', (_, cells, expected) => {
    expect(guessOf(cells)).toBe(expected)
  })

  test('does not depend on the order of the rows, and says their range', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1900), { minLength: 1, maxLength: 60 }), (numbers) => {
        const sorted = numbers.toSorted((a, b) => a - b)
        const guess = guessTenure(columnOf(numbers.map(String)))!
        expect(guess).toEqual(guessTenure(columnOf(sorted.map(String))))
        expect([guess.low, guess.middle, guess.high]).toEqual([sorted[0], sorted[Math.ceil(sorted.length / 2) - 1], sorted.at(-1)])
      }),
    )
  })

  test.each([
    ['Tenure (months)', 1],
    ['이용 기간(개월)', 1],
    ['가입 개월 수', 1],
    ['Years with us', 12],
    ['근속연수', 12],
    ['고객 연차', 12],
    ['Tenure in days', 12 / 365.25],
    ['가입일수', 12 / 365.25],
    ['Tenure', null],
    ['근속', null],
    ['Customer for', null],
    ['가입기간', null],
  ])('a header may say it: %s', (header, months) => {
    expect(statedMonths(header)).toBe(months)
  })
})
