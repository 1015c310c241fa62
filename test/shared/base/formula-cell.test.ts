import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apostropheDropped, formulaRestored, formulaSafe } from '../../../shared/base/formula-cell'

describe('formulaSafe', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '-2+3+cmd|" /C calc"!A0',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tplain',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u00A0=1',
    '--1',
    '-',
    '+',
    '=',
    '-1-1',
    '+82-10-1234-5678|cmd',
    '-A1',
    '+1 (A1)',
    '\0=1',
    "'=1",
    "'-5",
    "''@x",
  ])('%j gets an apostrophe', (text) => expect(formulaSafe(text)).toBe(`'${text}`))

  it.each([
    '-5',
    '+3.2',
    '-1,234.50',
    '1e-3',
    '-1E+9',
    '+5%',
    '+82-10-1234-5678',
    '+1 (555) 010-9999',
    '+82 2 312 4567',
    'plain',
    '5',
    '',
    'a=1',
    '한글',
    "it's",
    "'tis",
    "'5",
  ])('%j stays as it is', (text) => expect(formulaSafe(text)).toBe(text))

  it('leaves nothing that starts a formula but numbers and telephone numbers', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '1', 'A', '(', '＝', '|', "'", '\0') }),
        (text) => {
          const safe = formulaSafe(text)
          expect(formulaRestored(safe)).toBe(text)
          expect([text, `'${text}`]).toContain(safe)
          if (safe === text && /^[=+\-@]/.test(text.normalize('NFKC').trim())) expect(text).toMatch(/^[+-][\d ().-]+$/)
        },
      ),
      { seed: 7, numRuns: 2000 },
    )
  })
})

describe('apostropheDropped', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["'-5", '-5'],
    ["'+56954886178", '+56954886178'],
    ["'@ana", '@ana'],
    ["''=1", "''=1"],
    ["'tis fine", "'tis fine"],
    ["' - no", "' - no"],
    ['=1', '=1'],
    ["'", "'"],
  ])('%j becomes %j', (text, expected) => expect(apostropheDropped(text)).toBe(expected))
})
