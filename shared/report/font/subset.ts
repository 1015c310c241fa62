import { glyphMap, outlinePlaces, partsOf, tableOf, writeGlyphMap } from './glyphs'
import type { FontTables } from './sfnt'

/** What a browser asks of a font, and the name, which holds its licence. */
const KEPT = ['OS/2', 'head', 'hhea', 'maxp', 'name'] as const

/**
 * `tables` with the outlines of the characters in `text` alone. Glyphs keep their numbers: what is gone is empty, which
 * packs to next to nothing. Without kerning and features.
 */
export function subsetFont(tables: FontTables, text: string): FontTables {
  const all = glyphMap(tables)
  const kept = new Map<number, number>()
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const glyph = all.get(code)
    if (glyph !== undefined) kept.set(code, glyph)
  }
  const [outlines, place] = [tableOf(tables, 'glyf'), outlinePlaces(tables)]
  const outlineOf = (glyph: number): Uint8Array => outlines.subarray(place(glyph), place(glyph + 1))
  const wanted = new Set<number>()
  const want = (glyph: number): void => {
    if (wanted.has(glyph)) return
    wanted.add(glyph)
    for (const part of partsOf(outlineOf(glyph))) want(part)
  }
  want(0)
  for (const glyph of kept.values()) want(glyph)

  const sorted = [...wanted].sort((a, b) => a - b)
  const glyf = new Uint8Array(sorted.reduce((sum, glyph) => sum + ((outlineOf(glyph).length + 3) & ~3), 0))
  // Glyphs after the last one wanted are left out altogether.
  const count = (sorted.at(-1) ?? 0) + 1
  const loca = new DataView(new ArrayBuffer((count + 1) * 4))
  let end = 0
  for (let glyph = 0; glyph < count; glyph++) {
    loca.setUint32(glyph * 4, end)
    if (!wanted.has(glyph)) continue
    const outline = outlineOf(glyph)
    glyf.set(outline, end)
    end += (outline.length + 3) & ~3
  }
  loca.setUint32(count * 4, end)
  const counted = { maxp: copied(tables, 'maxp', 4, count), hhea: copied(tables, 'hhea', 34, count), head: copied(tables, 'head', 50, 1) }
  return new Map<string, Uint8Array>([
    ...KEPT.map((tag) => [tag, tableOf(tables, tag)] as const),
    ...Object.entries(counted),
    ['cmap', writeGlyphMap(kept)],
    ['glyf', glyf],
    ['loca', new Uint8Array(loca.buffer)],
    ['hmtx', widthsOf(tables, wanted, count)],
    ['post', withoutNames(tables)],
  ])
}

/** A table with another 16-bit number at `at`. */
function copied(tables: FontTables, tag: string, at: number, value: number): Uint8Array {
  const table = tableOf(tables, tag).slice()
  new DataView(table.buffer).setUint16(at, value)
  return table
}

/** Width and left bearing of each glyph that is wanted; nothing for the others. */
function widthsOf(tables: FontTables, wanted: ReadonlySet<number>, count: number): Uint8Array {
  const source = tableOf(tables, 'hmtx')
  const from = new DataView(source.buffer, source.byteOffset, source.byteLength)
  const hhea = tableOf(tables, 'hhea')
  const full = new DataView(hhea.buffer, hhea.byteOffset).getUint16(34)
  const to = new DataView(new ArrayBuffer(count * 4))
  for (const glyph of wanted) {
    to.setUint16(glyph * 4, from.getUint16(Math.min(glyph, full - 1) * 4))
    to.setUint16(glyph * 4 + 2, glyph < full ? from.getUint16(glyph * 4 + 2) : from.getUint16(full * 4 + (glyph - full) * 2))
  }
  return new Uint8Array(to.buffer)
}

/** `post` without the glyphs' names (version 3). */
function withoutNames(tables: FontTables): Uint8Array {
  const post = tableOf(tables, 'post').slice(0, 32)
  new DataView(post.buffer).setUint32(0, 0x00030000)
  return post
}
