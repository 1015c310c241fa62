import { Inflate } from 'fflate'
import type { Fault } from '../base/fault'
import { fault } from '../base/fault'
import type { SourceFile } from './types'

export interface ZipLimits {
  readonly entries: number
  /** Bytes of all XML parts together once inflated. */
  readonly inflated: number
  /** Inflated size over packed size of one part, counted above `ratioFrom` bytes. */
  readonly ratio: number
  readonly ratioFrom: number
  /** Rows times columns that a sheet's cell references span. */
  readonly cells: number
}

export const ZIP_LIMITS: ZipLimits = {
  entries: 2000,
  inflated: 512 * 2 ** 20,
  ratio: 200,
  ratioFrom: 16 * 2 ** 20,
  cells: 50_000_000,
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: Uint8Array
  readonly size: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const MAX_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8
const STEP = 16 * 1024

/** The parts of a workbook that are read. */
const XML = /\.(xml|rels)$/i

/**
 * Refuses an archive that would harm, looking at the parts that will be read: too many parts, parts that inflate beyond what their size allows (counted, not
 * believed), cells so far apart that the table between them fills the memory, or a damaged archive.
 */
export function guardZip(file: SourceFile, limits: ZipLimits = ZIP_LIMITS, parts: RegExp = XML): Fault | null {
  const entries = readEntries(file.bytes, limits)
  if (entries === 'too many') return fault('too-large', { file: file.name, what: `> ${limits.entries} parts (ZIP)` })
  if (entries === null) return fault('not-readable', { file: file.name, what: 'ZIP' })
  let left = limits.inflated
  for (const entry of entries) {
    if (!parts.test(entry.name)) continue
    const extent = new SheetExtent()
    const size = countInflated(entry, limits, left, extent)
    const over = typeof size === 'string' ? size : extent.cells > limits.cells ? `> ${limits.cells.toLocaleString('en')} cells` : null
    if (over !== null) return fault('too-large', { file: file.name, what: `${entry.name} ${over}` })
    if (size !== entry.size) return fault('not-readable', { file: file.name, what: entry.name })
    left -= size
  }
  return null
}

/** Parts that the central directory names; null when it is damaged or of a kind no spreadsheet program writes. */
function readEntries(bytes: Uint8Array, limits: ZipLimits): readonly Entry[] | 'too many' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) return 'too many'
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return null
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    const packedSize = view.getUint32(at + 20, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return null
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (start + packedSize > view.byteLength) return null
    entries.push({
      name: String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(nameSize!, 256))),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(start, start + packedSize),
      size: view.getUint32(at + 24, true),
    })
    at += 46 + nameSize! + extraSize! + commentSize!
  }
  return entries
}

function findEnd(view: DataView): number | null {
  const first = Math.max(view.byteLength - END_SIZE - MAX_COMMENT, 0)
  for (let at = view.byteLength - END_SIZE; at >= first; at--) if (view.getUint32(at, true) === END) return at
  return null
}

/** Bytes that `entry` really inflates to, or the limit at which it was stopped; -1 when it does not inflate. */
function countInflated(entry: Entry, limits: ZipLimits, left: number, extent: SheetExtent): number | string {
  const tooMuch = `> ${Math.round(limits.inflated / 2 ** 20)} MB`
  const isSheet = /worksheets\/[^/]*\.xml$/i.test(entry.name)
  if (entry.method === STORED) {
    if (isSheet) extent.scan(entry.packed)
    return entry.packed.length > left ? tooMuch : entry.packed.length
  }
  if (entry.method !== DEFLATED) return -1
  let size = 0
  const inflate = new Inflate((chunk) => {
    size += chunk.length
    if (isSheet) extent.scan(chunk)
  })
  try {
    for (let at = 0; at < entry.packed.length; at += STEP) {
      inflate.push(entry.packed.subarray(at, at + STEP), at + STEP >= entry.packed.length)
      if (size > left) return tooMuch
      if (size > limits.ratioFrom && size > entry.packed.length * limits.ratio) return `> ${limits.ratio}:1`
    }
  } catch {
    return -1
  }
  return size
}

/** The table that a sheet's cell references (`r="BC123"`) span, read from its bytes as they inflate. */
class SheetExtent {
  private rows = 0
  private columns = 0
  /** How many characters of ` r="` have matched. */
  private matched = 0
  private column = 0
  private row = 0

  get cells(): number {
    return this.rows * this.columns
  }

  scan(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.matched < 4) {
        this.matched = byte === ' r="'.charCodeAt(this.matched) ? this.matched + 1 : byte === 0x20 ? 1 : 0
      } else if (byte >= 0x41 && byte <= 0x5a) {
        this.column = Math.min(this.column * 26 + byte - 0x40, 1e6)
      } else if (byte >= 0x30 && byte <= 0x39) {
        this.row = Math.min(this.row * 10 + byte - 0x30, 1e9)
      } else {
        this.rows = Math.max(this.rows, this.row)
        this.columns = Math.max(this.columns, this.column)
        this.matched = this.column = this.row = 0
      }
    }
  }
}
