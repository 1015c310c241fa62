import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64 } from '../../../shared/report/base64'
import { glyphMap, outlinePlaces, tableOf } from '../../../shared/report/font/glyphs'
import { readWoff, writeSfnt, writeWoff, type FontTables } from '../../../shared/report/font/sfnt'
import { subsetFont } from '../../../shared/report/font/subset'
import { withTabularDigits } from '../../../shared/report/font/tabular'
import { typefaceOf, type Typeface } from '../../../shared/report/pdf/typeface'
import { FONTS } from '../../helpers/fonts'

const whole = readWoff(FONTS.regular)

const outline = (tables: FontTables, char: string): Uint8Array => {
  const glyph = glyphMap(tables).get(char.codePointAt(0) ?? 0) ?? 0
  const place = outlinePlaces(tables)
  return tableOf(tables, 'glyf').subarray(place(glyph), place(glyph + 1))
}

describe('subsetFont', () => {
  it('keeps the outlines of the letters asked for, and no others', () => {
    const text = '안녕 Hello é +42 −8'
    const subset = subsetFont(whole, text)
    for (const char of new Set(text)) {
      const [kept, original] = [outline(subset, char), outline(whole, char)]
      expect(Buffer.compare(kept.subarray(0, original.length), original)).toBe(0)
    }
    expect([...glyphMap(subset).keys()].sort((a, b) => a - b)).toEqual([...new Set(text)].map((char) => char.codePointAt(0)).sort((a, b) => (a ?? 0) - (b ?? 0)))
    expect(writeWoff(subset).length).toBeLessThan(12_000)
  })

  it('comes back the same from a file', () => {
    const subset = subsetFont(whole, '가나다 abc')
    const again = readWoff(writeWoff(subset))
    expect([...again.keys()].sort()).toEqual([...subset.keys()].sort())
    for (const [tag, table] of subset) expect(Buffer.compare(again.get(tag) ?? new Uint8Array(), table)).toBe(0)
  })

  it('is a file with tables where its directory says', () => {
    const file = writeSfnt(whole)
    const view = new DataView(file.buffer)
    for (let at = 0; at < view.getUint16(4); at++) {
      const tag = String.fromCharCode(...file.subarray(12 + at * 16, 16 + at * 16))
      const [start, length] = [view.getUint32(20 + at * 16), view.getUint32(24 + at * 16)]
      expect(start % 4).toBe(0)
      expect(Buffer.compare(file.subarray(start, start + length), tableOf(whole, tag))).toBe(0)
    }
  })

  it('knows nothing of characters that the face does not have', () => {
    expect(glyphMap(subsetFont(whole, 'ש日😀\uD800')).size).toBe(0)
  })
})

describe('withTabularDigits', () => {
  it('makes all digits as wide, and leaves the rest as it is', () => {
    const [before, after] = [typefaceOf(whole), typefaceOf(withTabularDigits(whole))]
    const widths = (face: Typeface, text: string): readonly number[] => [...text].map((char) => face.width(char, 1000))
    expect(new Set(widths(before, '0123456789')).size).toBeGreaterThan(1)
    expect(new Set(widths(after, '0123456789')).size).toBe(1)
    expect(widths(after, 'A가é%')).toEqual(widths(before, 'A가é%'))
    expect([...glyphMap(withTabularDigits(whole)).keys()].length).toBe(glyphMap(whole).size)
  })
})

describe('typefaceOf', () => {
  const face = typefaceOf(whole)

  it.each([
    ['가 +42', '가 +42'],
    ['\u1100\u1161', '가'],
    ['A😀B', 'A□B'],
    ['👩‍👩‍👧‍👦!', '□!'],
    ['🇰🇷🇺🇸', '□□'],
    ['👍🏽', '□'],
    ['שלום', '□□□□'],
    ['a\u202Eb\u2066c', 'abc'],
    ['\u0000\u001B', ''],
    ['a\tb\u00A0c', 'a b c'],
  ])('shows %j as %j', (text, shown) => {
    expect(face.shown(text)).toBe(shown)
  })

  it('shows of any text only what it has, and is as wide as its letters', () => {
    const glyphs = glyphMap(whole)
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
        const shown = face.shown(text)
        for (const char of shown) expect(char === '\n' || glyphs.has(char.codePointAt(0) ?? 0)).toBe(true)
        expect(face.width(shown, 10)).toBeCloseTo([...shown].reduce((sum, char) => sum + face.width(char, 10), 0), 6)
        expect(face.shown(shown)).toBe(shown)
      }),
      { numRuns: 200 },
    )
  })
})

describe('base64', () => {
  it('is what Node makes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
  })
})
