import { glyphMap, tableOf } from '../font/glyphs'
import type { FontTables } from '../font/sfnt'
import { xmlSafe } from '../sanitize'

/** What a face shows of a text, and how wide it is. */
export interface Typeface {
  /** `text` as it can be shown: a box in the place of each character that the face does not have. */
  readonly shown: (text: string) => string
  /** Width of a text that can be shown, in points. */
  readonly width: (text: string, size: number) => number
}

/** In the place of a character that the face does not have. */
export const BOX = '\u25A1'
/** Marks of direction, joiners, variants and skin tones: nothing to see by themselves. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/u
const SPACE = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\t\r]/u
const FLAG = /\p{RI}/u
const JOINER = '\u200D'

/** The face of a font, without kerning. */
export function typefaceOf(tables: FontTables): Typeface {
  const glyphs = glyphMap(tables)
  const [head, hhea, hmtx] = ['head', 'hhea', 'hmtx'].map((tag) => {
    const table = tableOf(tables, tag)
    return new DataView(table.buffer, table.byteOffset, table.byteLength)
  }) as [DataView, DataView, DataView]
  const unit = head.getUint16(18)
  const last = hhea.getUint16(34) - 1
  const advances = new Map<string, number>()
  const advance = (char: string): number => {
    const known = advances.get(char)
    if (known !== undefined) return known
    const wide = hmtx.getUint16(Math.min(glyphs.get(char.codePointAt(0) ?? 0) ?? 0, last) * 4) / unit
    advances.set(char, wide)
    return wide
  }
  return {
    shown: (text) => {
      let shown = ''
      let before = ''
      let isBox = false
      for (const char of xmlSafe(text).normalize('NFC')) {
        const isSpace = char === '\n' || SPACE.test(char)
        const isUnseen = !isSpace && UNSEEN.test(char)
        // A family or a flag is one sign of several characters: one box.
        const goesOn = (before === JOINER && isBox) || (FLAG.test(char) && FLAG.test(before))
        if (isSpace) shown += char === '\n' ? char : ' '
        else if (!isUnseen && glyphs.has(char.codePointAt(0) ?? 0)) shown += char
        else if (!isUnseen && !goesOn) shown += BOX
        if (!isUnseen) isBox = !isSpace && !glyphs.has(char.codePointAt(0) ?? 0)
        before = FLAG.test(char) && FLAG.test(before) ? '' : char
      }
      return shown
    },
    width: (text, size) => {
      let sum = 0
      for (const char of text) sum += advance(char)
      return sum * size
    },
  }
}
