import { HASH_FACTOR, HASH_START } from '../table/column-builder'
import type { Dialect } from './parse-delimited'

const QUOTE = 34
const SPACE = 32
/** Longer cells are mostly comments, whose columns need no hashes. */
const LONG_CELL = 16

/**
 * Finds the cells of regular records without cutting them out: exactly `width` cells, on one line, quotes only where
 * RFC 4180 has them, more than half of the cells filled. Large files are regular for long stretches, and reading
 * those so is several times faster; what is not regular is left to the parser.
 */
export class RegularRecords {
  /** Where each cell of the record last read starts and ends in the text, without its quotes. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Hash of each short unquoted cell, as the column builder takes it; 0 where it was not made. */
  readonly hashes: Int32Array
  /** Where a cell is quoted: 1, or 2 when it has doubled quotes. */
  readonly quoted: Uint8Array
  private readonly delimiter: number
  /** Place of the next quote from where the last record started; quotes are rare, so most records need not look. */
  private quoteAt = -1

  constructor(
    private readonly width: number,
    private readonly dialect: Dialect,
  ) {
    this.starts = new Int32Array(width)
    this.ends = new Int32Array(width)
    this.hashes = new Int32Array(width)
    this.quoted = new Uint8Array(width)
    this.delimiter = dialect.delimiter.charCodeAt(0)
  }

  /** Reads the record that starts at `at`; gives the start of the next one, or -1 when it is not regular. */
  read(text: string, at: number): number {
    const { starts, ends, quoted, width, delimiter } = this
    // Without a line end it is the last record: whether that is whole, the parser knows.
    const lineEnd = text.indexOf('\n', at)
    if (lineEnd < 0) return -1
    const hasQuotes = this.dialect.quoted && this.nextQuote(text, at) < lineEnd
    let next = at
    let filled = 0
    for (let cell = 0; cell < width; cell++) {
      quoted[cell] = 0
      if (hasQuotes && text.charCodeAt(next) === QUOTE) {
        const end = this.endOfQuoted(text, next, lineEnd, cell)
        if (end < 0) return -1
        quoted[cell] ||= 1
        starts[cell] = next + 1
        ends[cell] = end
        next = end + 1
        if (next < lineEnd && text.charCodeAt(next) !== delimiter) return -1
      } else {
        starts[cell] = next
        next = this.endOfPlain(text, next, lineEnd, cell)
        if (hasQuotes && this.nextQuote(text, starts[cell]!) < next) return -1
        ends[cell] = next
      }
      if ((next === lineEnd) !== (cell === width - 1)) return -1
      if (ends[cell]! > starts[cell]! && text.charCodeAt(starts[cell]!) > SPACE) filled += 1
      next += 1
    }
    return filled > 1 && filled * 2 > width ? next : -1
  }

  /** Whether the cell is exactly `wanted`. */
  is(text: string, cell: number, wanted: string): boolean {
    return this.ends[cell]! - this.starts[cell]! === wanted.length && text.startsWith(wanted, this.starts[cell])
  }

  /** The cell as text. */
  cell(text: string, cell: number): string {
    const raw = text.slice(this.starts[cell], this.ends[cell])
    return this.quoted[cell] === 2 ? raw.replaceAll('""', '"') : raw
  }

  /** End of an unquoted cell. Long ones are searched natively; of short ones the hash is made on the way. */
  private endOfPlain(text: string, at: number, lineEnd: number, cell: number): number {
    const { delimiter } = this
    const near = Math.min(lineEnd, at + LONG_CELL)
    let hash = HASH_START
    let next = at
    for (; next < near; next++) {
      const code = text.charCodeAt(next)
      if (code === delimiter) break
      hash = Math.imul(hash ^ code, HASH_FACTOR)
    }
    this.hashes[cell] = hash
    if (next < near || next === lineEnd) return next
    this.hashes[cell] = 0
    const found = text.indexOf(this.dialect.delimiter, next)
    return found < 0 || found > lineEnd ? lineEnd : found
  }

  private nextQuote(text: string, at: number): number {
    if (this.quoteAt < at) {
      const found = text.indexOf('"', at)
      this.quoteAt = found < 0 ? text.length : found
    }
    return this.quoteAt
  }

  /** Place of the quote that closes the cell opened at `at`; -1 when there is none on this line. */
  private endOfQuoted(text: string, at: number, lineEnd: number, cell: number): number {
    for (let next = at + 1; next < lineEnd; next++) {
      if (text.charCodeAt(next) !== QUOTE) continue
      if (text.charCodeAt(next + 1) !== QUOTE) return next
      this.quoted[cell] = 2
      next += 1
    }
    return -1
  }
}
