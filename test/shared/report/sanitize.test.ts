import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capUnits, cellSafe, xmlSafe } from '../../../shared/report/sanitize'

describe('xmlSafe', () => {
  it.each([
    ['a\u0000b\u0008c\u000Bd\u000Ce\u001Ff', 'abcdef'],
    ['tab\tlf\ncr\r', 'tab\tlf\ncr\r'],
    ['\uFFFE\uFFFF\uFFFD', '\uFFFD'],
    ['\uD83D\uDE00 \uD83D \uDE00', '\uD83D\uDE00  '],
    ['\uD800\uD83D\uDE00', '\uD83D\uDE00'],
    ['\u007F\u0085\u009F', '\u007F\u0085\u009F'],
    ['한글 <b>&', '한글 <b>&'],
  ])('%j becomes %j', (text, expected) => expect(xmlSafe(text)).toBe(expected))

  it('keeps exactly the characters of XML 1.0', () => {
    const allowed = (char: string): boolean => {
      const code = char.codePointAt(0) ?? 0
      return (
        [9, 10, 13].includes(code) ||
        (code >= 0x20 && code <= 0xd7ff) ||
        (code >= 0xe000 && code <= 0xfffd) ||
        code > 0xffff
      )
    }
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          expect(xmlSafe(text)).toBe([...text].filter(allowed).join(''))
        },
      ),
      { seed: 7 },
    )
  })
})

describe('cellSafe', () => {
  it('keeps an escape as the characters it was written with', () => {
    expect(cellSafe('_x0041_')).toBe('_x005F_x0041_')
    expect(cellSafe('_x005F_x0041_')).toBe('_x005F_x005F_x005F_x0041_')
    expect(cellSafe('_X0041_ _x004_ x0041_')).toBe('_X0041_ _x004_ x0041_')
  })
  it('never exceeds a cell, nor splits a pair, nor an escape', () => {
    expect(cellSafe('a'.repeat(40_000))).toHaveLength(32_767)
    const emoji = cellSafe('😀'.repeat(20_000))
    expect(emoji).toHaveLength(32_766)
    expect(emoji).not.toMatch(/\p{Cs}/u)
    const escapes = cellSafe('_x0041_'.repeat(8_000))
    expect(escapes.length).toBeLessThanOrEqual(32_767)
    expect(escapes.replaceAll('_x005F_x0041_', '')).toMatch(/^(?:_x005F_)?.{0,6}$/)
  })
  it('caps before half a character', () => expect(capUnits('a😀', 2)).toBe('a'))
})
