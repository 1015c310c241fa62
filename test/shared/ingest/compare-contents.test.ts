import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areUnlike, contentsOf } from '../../../shared/ingest/compare-contents'

const cells = (cell: (at: number) => string | number, rows = 60): readonly string[] => Array.from({ length: rows }, (_, at) => String(cell(at)))

const CHOICES = cells((at) => ['Finance', 'Retail', 'Travel'][at % 3]!)
const COMMENTS = cells((at) => `we have waited ${at} days for an answer`)
const NUMBERS = cells((at) => at % 7)
const DATES = cells((at) => `${(at % 12) + 1}/${(at % 28) + 1}/2026`)

describe('what cells are', () => {
  test.each([
    ['numbers', NUMBERS, { are: 'numbers', words: null }],
    ['labelled scores', cells((at) => (at % 2 ? 'Extremely likely - 10' : '3')), { are: 'numbers', words: null }],
    ['shares and amounts', cells((at) => (at % 2 ? '12,5 %' : '1,200')), { are: 'numbers', words: null }],
    ['numbers among blanks and N/A', [...cells(() => ''), ...cells(() => 'N/A'), '1', '2', '3', '4', '5'], { are: 'numbers', words: null }],
    ['dates', DATES, { are: 'dates', words: null }],
    ['Korean dates', cells((at) => `2026. ${(at % 12) + 1}. ${(at % 28) + 1}`), { are: 'dates', words: null }],
    ['choices', CHOICES, { are: 'words', words: 'chosen' }],
    ['comments', COMMENTS, { are: 'words', words: 'written' }],
    ['a few words', cells((at) => `word ${at}`, 8), { are: 'words', words: null }],
    ['a mixture', cells((at) => (at % 3 ? at : 'Finance')), null],
    ['too few', ['1', '2', '3', '4'], null],
    ['nothing', cells(() => ''), null],
  ])('%s', (_, given, expected) => {
    expect(contentsOf(given)).toEqual(expected)
  })

  test('four kinds are unlike each other and like themselves', () => {
    const kinds = [NUMBERS, DATES, CHOICES, COMMENTS].map((each) => contentsOf(each)!)
    for (const [at, one] of kinds.entries()) for (const [to, other] of kinds.entries()) expect(areUnlike(one, other)).toBe(at !== to)
  })

  test('do not depend on the order of the rows', () => {
    const cell = fc.constantFrom('1', '10', '', 'Finance', 'it took them three weeks to answer', '2026-01-05', 'N/A', '7 - good')
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 80 }), (given) => {
        expect(contentsOf(given.toSorted())).toEqual(contentsOf(given))
      }),
    )
  })
})
