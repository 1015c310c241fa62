import { glyphMap, tableOf, writeGlyphMap } from './glyphs'
import type { FontTables } from './sfnt'

const FEATURE = 'tnum'
const [SINGLE, EXTENSION] = [1, 7]

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The font with digits and signs that are all as wide, so that figures stand below each other. */
export function withTabularDigits(tables: FontTables): FontTables {
  const substitutes = substitutesOf(tables)
  const glyphs = new Map(glyphMap(tables))
  for (const char of '0123456789+\u2212') {
    const code = char.codePointAt(0) ?? 0
    const other = substitutes.get(glyphs.get(code) ?? 0)
    if (other !== undefined) glyphs.set(code, other)
  }
  return new Map([...tables, ['cmap', writeGlyphMap(glyphs)]])
}

/** What the font's feature puts in the place of each glyph. */
function substitutesOf(tables: FontTables): ReadonlyMap<number, number> {
  const view = viewOf(tableOf(tables, 'GSUB'))
  const [features, lookups] = [view.getUint16(6), view.getUint16(8)]
  const found = new Map<number, number>()
  for (let at = 0; at < view.getUint16(features); at++) {
    const record = features + 2 + at * 6
    const tag = String.fromCharCode(...Array.from({ length: 4 }, (_, place) => view.getUint8(record + place)))
    if (tag !== FEATURE) continue
    const feature = features + view.getUint16(record + 4)
    for (let place = 0; place < view.getUint16(feature + 2); place++) {
      const lookup = lookups + view.getUint16(lookups + 2 + view.getUint16(feature + 4 + place * 2) * 2)
      readLookup(view, lookup, found)
    }
  }
  return found
}

function readLookup(view: DataView, lookup: number, found: Map<number, number>): void {
  for (let at = 0; at < view.getUint16(lookup + 4); at++) {
    let table = lookup + view.getUint16(lookup + 6 + at * 2)
    let type = view.getUint16(lookup)
    if (type === EXTENSION) {
      type = view.getUint16(table + 2)
      table += view.getUint32(table + 4)
    }
    if (type !== SINGLE) continue
    const byDelta = view.getUint16(table) === 1
    coverageOf(view, table + view.getUint16(table + 2)).forEach((glyph, place) =>
      found.set(glyph, byDelta ? (glyph + view.getInt16(table + 4)) & 0xffff : view.getUint16(table + 6 + place * 2)),
    )
  }
}

/** The glyphs that a table is about, in order. */
function coverageOf(view: DataView, table: number): readonly number[] {
  const count = view.getUint16(table + 2)
  if (view.getUint16(table) === 1) return Array.from({ length: count }, (_, at) => view.getUint16(table + 4 + at * 2))
  return Array.from({ length: count }, (_, at) => table + 4 + at * 6).flatMap((range) =>
    Array.from({ length: view.getUint16(range + 2) - view.getUint16(range) + 1 }, (_, at) => view.getUint16(range) + at),
  )
}
