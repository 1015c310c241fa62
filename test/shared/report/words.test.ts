import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { reportEn } from '../../../shared/locale/en/report'
import { reportKo } from '../../../shared/locale/ko/report'
import { cut, widthOf } from '../../../shared/report/cut'
import { pointsAxis } from '../../../shared/report/axis'
import { phrases } from '../../../shared/report/phrases'

/** Names of the values that a message takes. */
function takes(message: string): string[] {
  const names = new Set<string>()
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const entry of node) walk(entry)
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && 'value' in node && typeof node.value === 'string' && Number(node.type) > 0)
      names.add(node.value)
    if ('options' in node && typeof node.options === 'object')
      for (const entry of Object.values(node.options ?? {})) walk(entry)
    if ('value' in node && typeof node.value === 'object') walk(node.value)
  }
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe('the report’s words', () => {
  it('are read for the values they take', () =>
    expect(takes('{a, plural, one {# {b}} other {{c, number}}}')).toEqual(['a', 'b', 'c']))
  it('are the same in number in both languages', () => expect(Object.keys(reportKo)).toEqual(Object.keys(reportEn)))
  it.each(Object.keys(reportEn) as (keyof typeof reportEn)[])('%s takes the same values in both', (key) => {
    expect(reportKo[key].trim()).not.toBe('')
    expect(takes(reportKo[key])).toEqual(takes(reportEn[key]))
  })
  it.each([
    ['2026-07', 'Jul 2026', '2026년 7월'],
    ['2026-Q3', '2026 Q3', '2026년 3분기'],
    ['2026-H2', '2026 H2', '2026년 하반기'],
    ['2026', '2026', '2026년'],
    ['soon', 'soon', 'soon'],
  ])('%s is %s and %s', (period, en, ko) => {
    expect([phrases('en').period(period), phrases('ko').period(period)]).toEqual([en, ko])
  })
  it('turns hostile names into one harmless line', () => {
    const words = phrases('en')
    expect(words.label('\u202Eevil\u0000\n name', 40)).toBe('evil name')
    expect(words.label('', 40)).toBe('(blank)')
    expect(words.label('שלום', 40)).toBe('\u2068שלום\u2069')
  })
})

describe('cut', () => {
  it.each([
    ['short', 10, 'short'],
    ['가나다라마바사', 10, '가나다라…'],
    ['one two three four', 12, 'one two…'],
    ['unbreakablelongword', 10, 'unbreakab…'],
    ['  spaces \n inside ', 40, 'spaces inside'],
  ])('%j to %d is %j', (text, width, expected) => expect(cut(text, width)).toBe(expected))
  it('keeps within its width and never splits a character', () => {
    for (let width = 2; width < 30; width += 1) {
      const text = cut('한글 emoji 😀😀 and Latin letters mixed together 끝', width)
      expect(widthOf(text)).toBeLessThanOrEqual(width)
      expect(text).not.toMatch(/\p{Cs}/u)
    }
  })
})

describe('pointsAxis', () => {
  it.each([
    [[-5, 44], false, { min: -10, max: 50, step: 10 }],
    [[31, 37], true, { min: 0, max: 40, step: 10 }],
    [[-100, 100], true, { min: -100, max: 100, step: 50 }],
    [[], true, { min: -6, max: 6, step: 2 }],
    [[20], false, { min: 14, max: 26, step: 2 }],
  ])('%j', (values, fromZero, axis) => {
    expect(pointsAxis(values, fromZero)).toEqual(axis)
  })
})
