import { utf8Of } from '../base/utf8'
import type { CellBlock } from '../table/column-builder'
import { HASH_FACTOR, HASH_START } from '../table/distinct-values'
import type { Dialect } from './parse-delimited'

const QUOTE = 34
const NEWLINE = 10
const SPACE = 32
/** Longer cells are mostly comments, whose columns need no hashes. */
const LONG_CELL = 24
const MAX_RECORDS = 1024
const MAX_CELLS = 1 << 16

/**
 * Finds the cells of regular records without cutting them out: exactly `width` cells, on one line, quotes only where
 * RFC 4180 has them, more than half of the cells filled. Large files are regular for long stretches, and reading
 * those so is several times faster; what is not regular is left to the parser. `stop` is a first cell that is none.
 */
export class RegularRecords implements CellBlock {
  count = 0
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly hashes: Int32Array
  readonly doubled: Uint8Array
  private readonly size: number
  private readonly delimiter: number
  private readonly stop: Uint8Array
  /** Place of the next quote from where the last record started; quotes are rare, so most records need not look. */
  private quoteAt = -1

  constructor(
    readonly width: number,
    private readonly dialect: Dialect,
    stop: string,
  ) {
    this.size = Math.max(1, Math.min(MAX_RECORDS, Math.floor(MAX_CELLS / width)))
    const cells = this.size * width
    this.starts = new Uint32Array(cells)
    this.ends = new Uint32Array(cells)
    this.hashes = new Int32Array(cells)
    this.doubled = new Uint8Array(cells)
    this.delimiter = dialect.delimiter.charCodeAt(0)
    this.stop = utf8Of(stop)
  }

  /**
   * Reads the records that start at `at`, up to one that is not regular or a full block; gives the place behind the
   * last of them. Less than a full block says that the next record was not taken.
   */
  read(bytes: Uint8Array, at: number): { readonly next: number; readonly isFull: boolean } {
    this.count = 0
    let next = at
    while (this.count < this.size) {
      const after = this.readRecord(bytes, next)
      if (after < 0 || this.isStop(bytes)) break
      this.count += 1
      next = after
    }
    return { next, isFull: this.count === this.size }
  }

  /** Gives the start of the next record, or -1 when this one is not regular. */
  private readRecord(bytes: Uint8Array, at: number): number {
    // Without a line end it is the last record: whether that is whole, the parser knows.
    const lineEnd = bytes.indexOf(NEWLINE, at)
    if (lineEnd < 0) return -1
    const hasQuotes = this.dialect.quoted && this.nextQuote(bytes, at) < lineEnd
    const filled = hasQuotes ? this.readQuoted(bytes, at, lineEnd) : this.readPlain(bytes, at, lineEnd)
    return filled > 1 && filled * 2 > this.width ? lineEnd + 1 : -1
  }

  private isStop(bytes: Uint8Array): boolean {
    const { stop } = this
    const at = this.count * this.width
    const start = this.starts[at]!
    if (this.ends[at]! - start !== stop.length) return false
    for (let byte = 0; byte < stop.length; byte++) if (bytes[start + byte] !== stop[byte]) return false
    return true
  }

  /**
   * Number of filled cells of a record without quotes, -1 when it has too few or too many cells. Short cells are
   * hashed on the way. All in one loop: here large files spend their time.
   */
  private readPlain(bytes: Uint8Array, at: number, lineEnd: number): number {
    const { starts, ends, hashes, doubled, width, delimiter } = this
    const first = this.count * width
    let start = at
    let filled = 0
    for (let cell = first; cell < first + width; cell++) {
      if (start > lineEnd) return -1
      const near = lineEnd - start > LONG_CELL ? start + LONG_CELL : lineEnd
      let end = start
      let byte = bytes[start]!
      if (byte > SPACE && byte !== delimiter) filled += 1
      let hash = HASH_START
      while (end < near && byte !== delimiter) {
        hash = Math.imul(hash ^ byte, HASH_FACTOR)
        end += 1
        byte = bytes[end]!
      }
      if (end === near && end < lineEnd && byte !== delimiter) {
        end = this.endOfPlain(bytes, end, lineEnd)
        hash = 0
      }
      starts[cell] = start
      ends[cell] = end
      hashes[cell] = hash
      doubled[cell] = 0
      start = end + 1
    }
    return start === lineEnd + 1 ? filled : -1
  }

  /** The same for a record with quotes. */
  private readQuoted(bytes: Uint8Array, at: number, lineEnd: number): number {
    const { starts, ends, hashes, doubled, width, delimiter } = this
    const first = this.count * width
    let next = at
    let filled = 0
    for (let cell = first; cell < first + width; cell++) {
      if (next > lineEnd) return -1
      hashes[cell] = 0
      doubled[cell] = 0
      if (bytes[next] === QUOTE) {
        starts[cell] = next + 1
        next = this.endOfQuoted(bytes, next, lineEnd, cell)
        if (next === lineEnd) return -1
        ends[cell] = next
        next += 1
        if (next < lineEnd && bytes[next] !== delimiter) return -1
      } else {
        starts[cell] = next
        next = this.endOfPlain(bytes, next, lineEnd)
        if (this.nextQuote(bytes, starts[cell]!) < next) return -1
        ends[cell] = next
      }
      if (ends[cell]! > starts[cell]! && bytes[starts[cell]!]! > SPACE) filled += 1
      next += 1
    }
    return next === lineEnd + 1 ? filled : -1
  }

  private endOfPlain(bytes: Uint8Array, at: number, lineEnd: number): number {
    let end = at
    while (end < lineEnd && bytes[end] !== this.delimiter) end += 1
    return end
  }

  private nextQuote(bytes: Uint8Array, at: number): number {
    if (this.quoteAt < at) {
      const found = bytes.indexOf(QUOTE, at)
      this.quoteAt = found < 0 ? bytes.length : found
    }
    return this.quoteAt
  }

  /** Place of the quote that closes the cell opened at `at`, or the end of the line. */
  private endOfQuoted(bytes: Uint8Array, at: number, lineEnd: number, cell: number): number {
    let end = at + 1
    while (end < lineEnd) {
      if (bytes[end] !== QUOTE) end += 1
      else if (bytes[end + 1] !== QUOTE) return end
      else {
        this.doubled[cell] = 1
        end += 2
      }
    }
    return lineEnd
  }
}
