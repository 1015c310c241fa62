import { unzlibSync, zlibSync } from 'fflate'
import { invariant } from '../../base/assert'

/** The tables of a TrueType font by their tags. */
export type FontTables = ReadonlyMap<string, Uint8Array>

const [WOFF, TRUE_TYPE] = [0x774f4646, 0x00010000]
const ENTRY = { woff: 20, sfnt: 16 } as const

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const padded = (length: number): number => (length + 3) & ~3
const numberOf = (tag: string): number => [...tag].reduce((sum, char) => sum * 256 + char.charCodeAt(0), 0)

/** Unpacks a font in the Web Open Font Format 1.0. */
export function readWoff(bytes: Uint8Array): FontTables {
  const view = viewOf(bytes)
  invariant(view.getUint32(0) === WOFF && view.getUint32(4) === TRUE_TYPE, 'the font is WOFF of TrueType outlines')
  const tables = new Map<string, Uint8Array>()
  for (let at = 0; at < view.getUint16(12); at++) {
    const entry = 44 + at * ENTRY.woff
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    const [offset, packed, whole] = [view.getUint32(entry + 4), view.getUint32(entry + 8), view.getUint32(entry + 12)]
    const content = bytes.subarray(offset, offset + packed)
    tables.set(tag, packed === whole ? content : unzlibSync(content, { out: new Uint8Array(whole) }))
  }
  return tables
}

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  let rest = 0
  for (let at = bytes.length & ~3; at < padded(bytes.length); at++) rest = (rest * 256 + (bytes[at] ?? 0)) >>> 0
  return (sum + rest) >>> 0
}

/** Tables in the order of their tags, as both formats list them. */
const inOrder = (tables: FontTables): readonly (readonly [string, Uint8Array])[] =>
  [...tables].sort(([a], [b]) => (a < b ? -1 : 1))

/** The font as a TrueType file. */
export function writeSfnt(tables: FontTables): Uint8Array {
  const entries = inOrder(tables)
  let end = 12 + entries.length * ENTRY.sfnt
  const bytes = new Uint8Array(entries.reduce((sum, [, { length }]) => sum + padded(length), end))
  const view = viewOf(bytes)
  const power = Math.floor(Math.log2(entries.length))
  view.setUint32(0, TRUE_TYPE)
  view.setUint16(4, entries.length)
  view.setUint16(6, 16 * 2 ** power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * (entries.length - 2 ** power))
  entries.forEach(([tag, content], at) => {
    const entry = 12 + at * ENTRY.sfnt
    view.setUint32(entry, numberOf(tag))
    view.setUint32(entry + 4, checksum(content))
    view.setUint32(entry + 8, end)
    view.setUint32(entry + 12, content.length)
    bytes.set(content, end)
    end += padded(content.length)
  })
  return bytes
}

/** The font in the Web Open Font Format 1.0, its tables deflated. */
export function writeWoff(tables: FontTables): Uint8Array {
  const entries = inOrder(tables).map(([tag, content]) => {
    const packed = zlibSync(content, { level: 9 })
    return { tag, content, stored: packed.length < content.length ? packed : content }
  })
  let end = 44 + entries.length * ENTRY.woff
  const bytes = new Uint8Array(entries.reduce((sum, { stored }) => sum + padded(stored.length), end))
  const view = viewOf(bytes)
  view.setUint32(0, WOFF)
  view.setUint32(4, TRUE_TYPE)
  view.setUint32(8, bytes.length)
  view.setUint16(12, entries.length)
  view.setUint32(16, entries.reduce((sum, { content }) => sum + padded(content.length), 12 + entries.length * ENTRY.sfnt))
  view.setUint16(20, 1)
  entries.forEach(({ tag, content, stored }, at) => {
    const entry = 44 + at * ENTRY.woff
    view.setUint32(entry, numberOf(tag))
    view.setUint32(entry + 4, end)
    view.setUint32(entry + 8, stored.length)
    view.setUint32(entry + 12, content.length)
    view.setUint32(entry + 16, checksum(content))
    bytes.set(stored, end)
    end += padded(stored.length)
  })
  return bytes
}
