import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { INVALID, MISSING, parseScore, scoreReader } from '../../../shared/ingest/parse-score'

describe('parseScore', () => {
  test.each([
    ['10', 10],
    [' 0 ', 0],
    ['10.0', 10],
    ['-0', 0],
    ['007', 7],
    ['Extremely likely - 10', 10],
    ['Not at all likely - 0', 0],
    ['0 - Not at all likely', 0],
    ["5 - It's extremely important", 5],
    ['10-매우 추천', 10],
    ['7: fine', 7],
    ['3) meh', 3],
    ['매우 추천 (10)', 10],
    ['10점', 10],
    ['10 점', 10],
    ['9/10', 9],
    ['9 out of 10', 9],
    ['１０', 10],
    ['８점', 8],
    ['8.5', 8.5],
    ['11', 11],
    ['100', 100],
  ])('%j is %d', (text, score) => expect(parseScore(text)).toBe(score))

  test.each(['', '  ', 'N/A', 'n/a', 'NA', '-', '—', 'null', 'None', '#N/A', 'NaN', '무응답', '해당없음', '모름', "Don't know", '-99', '-77', '-1'])(
    '%j is missing',
    (text) => expect(parseScore(text)).toBe(MISSING),
  )

  test.each(['good', '-5', '1-2', '1-3 years', '3 - 5 years', '2 years', '10-Jan', '12:30', '28 / 30', '3.10.1', '1e5', '0x5', '5 of them', 'x10x', '2026-07-01'])(
    '%j is no score',
    (text) => expect(parseScore(text)).toBe(INVALID),
  )

  test('numbers are read as they are, never rounded or clamped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
        const text = `${whole}.${String(hundredths).padStart(2, '0')}`
        expect(parseScore(text)).toBe(Number(text))
      }),
      { seed: 20_260_703 },
    )
  })

  test('any text gives a number that is a score, or says that it is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const score = parseScore(text)
        expect(score === MISSING || score === INVALID || score >= 0).toBe(true)
      }),
      { seed: 20_260_704, numRuns: 2000 },
    )
  })
})

test.each([
  ['0-10', ['0', '10', '11', '8.5', 'N/A', 'x'], [0, 10, INVALID, INVALID, MISSING, INVALID]],
  ['1-10', ['0', '1', '10'], [INVALID, 1, 10]],
  ['1-5', ['5', '6', '5점'], [5, INVALID, 5]],
  ['0-100', ['100', '101', '55'], [100, INVALID, 55]],
] as const)('on %s', (scale, cells, wanted) => expect(cells.map(scoreReader(scale))).toEqual(wanted))
