import { invariant } from '../../base/assert'
import type { FontTables } from './sfnt'

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export function tableOf(tables: FontTables, tag: string): Uint8Array {
  const table = tables.get(tag)
  invariant(table !== undefined, `the font has a table ${tag}`)
  return table
}

/** The glyph of each character (by code point) that the font can show. */
export function glyphMap(tables: FontTables): ReadonlyMap<number, number> {
  const view = viewOf(tableOf(tables, 'cmap'))
  const subtables = Array.from({ length: view.getUint16(2) }, (_, at) => view.getUint32(8 + at * 8))
  const glyphs = new Map<number, number>()
  for (const start of subtables) {
    const format = view.getUint16(start)
    if (format === 4) readSegments(view, start, glyphs)
    else if (format === 12) readGroups(view, start, glyphs)
  }
  return glyphs
}

/** Format 4: runs of characters of the basic plane. */
function readSegments(view: DataView, start: number, glyphs: Map<number, number>): void {
  const size = view.getUint16(start + 6)
  for (let at = 0; at < size; at += 2) {
    const place = start + 14 + at
    const [last, first] = [view.getUint16(place), view.getUint16(place + size + 2)]
    const [delta, range] = [view.getUint16(place + 2 * size + 2), view.getUint16(place + 3 * size + 2)]
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = range === 0 ? code : view.getUint16(place + 3 * size + 2 + range + 2 * (code - first))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

/** Format 12: runs of characters of all planes. */
function readGroups(view: DataView, start: number, glyphs: Map<number, number>): void {
  for (let at = 0; at < view.getUint32(start + 12); at++) {
    const group = start + 16 + at * 12
    const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)]
    for (let code = first; code <= last; code++) if (glyph > 0) glyphs.set(code, glyph + code - first)
  }
}

/** A `cmap` table of these characters alone. */
export function writeGlyphMap(glyphs: ReadonlyMap<number, number>): Uint8Array {
  const groups: { readonly code: number; count: number; readonly glyph: number }[] = []
  for (const [code, glyph] of [...glyphs].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1)
    if (last && code === last.code + last.count && glyph === last.glyph + last.count) last.count += 1
    else groups.push({ code, count: 1, glyph })
  }
  const bytes = new Uint8Array(12 + 16 + groups.length * 12)
  const view = viewOf(bytes)
  view.setUint16(2, 1)
  view.setUint16(4, 3)
  view.setUint16(6, 10)
  view.setUint32(8, 12)
  view.setUint16(12, 12)
  view.setUint32(16, bytes.length - 12)
  view.setUint32(24, groups.length)
  groups.forEach(({ code, count, glyph }, at) => {
    view.setUint32(28 + at * 12, code)
    view.setUint32(32 + at * 12, code + count - 1)
    view.setUint32(36 + at * 12, glyph)
  })
  return bytes
}

/** Where the outline of each glyph lies in `glyf`: one more entry than there are glyphs. */
export function outlinePlaces(tables: FontTables): (glyph: number) => number {
  const isLong = viewOf(tableOf(tables, 'head')).getUint16(50) === 1
  const view = viewOf(tableOf(tables, 'loca'))
  return (glyph) => (isLong ? view.getUint32(glyph * 4) : view.getUint16(glyph * 2) * 2)
}

const [WORDS, SCALE, MORE, TWO_SCALES, MATRIX] = [0x1, 0x8, 0x20, 0x40, 0x80]

/** The glyphs that an outline puts together, if it has none of its own. */
export function partsOf(outline: Uint8Array): readonly number[] {
  const parts: number[] = []
  const view = viewOf(outline)
  if (outline.length < 10 || view.getInt16(0) >= 0) return parts
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = view.getUint16(at)
    parts.push(view.getUint16(at + 2))
    at += 4 + (flags & WORDS ? 4 : 2) + (flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0)
  }
  return parts
}
