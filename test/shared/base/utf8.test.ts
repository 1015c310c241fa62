import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutUtf8, holdsText, textOfUtf8, utf8Of, utf8Scratch } from '../../../shared/base/utf8'

const spaces = ['\t', '\n', ' ', '\u00a0', '\u1680', '\u2003', '\u2028', '\u202f', '\u205f', '\u3000', '\ufeff']
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...spaces, 'a', 'é', '가', 'の', '。', '\u0085', '\u200b', '😀') }),
)

it('a place holds text when its text is more than white space', () => {
  fc.assert(
    fc.property(text, text, text, (before, cell, after) => {
      const bytes = utf8Of(before + cell + after)
      const start = utf8Of(before).length
      const end = start + utf8Of(cell).length
      expect(cutUtf8(bytes, start, end)).toBe(cell)
      expect(holdsText(bytes, start, end)).toBe(cell.trim() !== '')
    }),
    { numRuns: 2000 },
  )
})

it('keeps a byte order mark, as any other character', () => {
  expect(textOfUtf8(utf8Of('\ufeffa'))).toBe('\ufeffa')
})

it('writes any text into one buffer', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 3000 }), { maxLength: 5 }), (texts) => {
      for (const wanted of texts) {
        const { bytes, length } = utf8Scratch(wanted)
        expect(cutUtf8(bytes, 0, length)).toBe(wanted)
      }
    }),
  )
})
