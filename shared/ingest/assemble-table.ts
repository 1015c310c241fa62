import type { Result } from '../base/result'
import { fault } from '../base/fault'
import { refuse } from '../base/result'
import { isOwnExport } from '../model/own-export'
import { everyValue, type TextColumn } from '../table/column'
import { ColumnBuilder } from '../table/column-builder'
import type { Header } from './find-header'
import { findHeader, HEADER_SEARCH } from './find-header'
import type { Dialect, RecordPlace } from './parse-delimited'
import { RegularRecords } from './regular-records'
import type { RejectCode, RejectedRow, Warning } from './types'

export interface Assembled {
  readonly headerRows: number
  readonly headers: readonly string[]
  readonly questions: readonly (string | null)[]
  /** The survey tool, where its marks below the header give it away. */
  readonly tool: Header['tool']
  readonly columns: readonly TextColumn[]
  readonly rows: number
  readonly lines: Uint32Array
  readonly rejected: readonly RejectedRow[]
  readonly warnings: readonly Warning[]
}

interface Held {
  readonly record: readonly string[]
  readonly line: number
  readonly afterGap: boolean
}

export const MAX_COLUMNS = 5000

/** Refuses a table of more than MAX_COLUMNS columns. */
export const tooWide = (file: string): Result<never> =>
  refuse(fault('too-large', { file, what: `> ${MAX_COLUMNS} columns` }))

const FOOTER =
  /salesforce\.com|confidential information|copyright|©|grand totals?\b|^generated (by|on)\b|^total:?$|^(합계|총계|총합)$/i
const MAX_HELD = 10_000
/** Bytes read as regular records before others get their turn. */
const REGULAR_RUN = 1 << 20
const START_ROWS = 1024

/**
 * Puts records together as a table: finds the header, pads short rows, and keeps out what is no response. Every record
 * given ends up as a row or in `rejected`, except blank ones.
 */
export class TableAssembler {
  private waiting: Held[] | null = []
  private header: Header = { titles: 0, rows: 0, headers: [], questions: [], tool: null }
  private headerRecords: readonly (readonly string[])[] = []
  private builders: ColumnBuilder[] = []
  private width = 0
  private firstHeader = ''
  private lines = new Uint32Array(START_ROWS)
  private rows = 0
  private held: Held[] = []
  private gap = false
  private regular: RegularRecords | null = null
  private ragged = 0
  private isExpecting = false
  /** An export of our own ends with its last response. */
  private isOwn = false
  private readonly rejected: RejectedRow[] = []

  /** `grid`: the records come from a sheet, where every row has all columns. */
  constructor(
    private readonly headerRows?: number,
    private readonly grid = false,
  ) {}

  /** Number of columns, once the header is known. */
  get columns(): number {
    return this.width
  }

  add(records: readonly (readonly string[])[], lines: ArrayLike<number>): void {
    let at = 0
    while (this.waiting && at < records.length) {
      this.wait(records[at]!, lines[at]!)
      at += 1
    }
    const { builders, width, firstHeader } = this
    for (; at < records.length; at++) {
      const record = records[at]!
      const first = record[0]!
      if (record.length === width && first !== '' && record[1] !== '' && first !== firstHeader) {
        if (this.held.length > 0) this.release()
        this.gap = false
        for (let column = 0; column < width; column++) builders[column]!.push(record[column]!)
        this.stamp(lines[at]!)
      } else {
        this.addOdd(record, lines[at]!)
      }
    }
  }

  /**
   * Takes regular records from the bytes themselves, from the record at `at` on, and says where it stopped: at the first
   * one that needs a closer look, or after a good while.
   */
  takeRegular(bytes: Uint8Array, at: number, line: number, dialect: Dialect): RecordPlace {
    if (this.waiting || !/^[\0-\x7f]$/.test(dialect.delimiter)) return { at, line }
    this.regular ??= new RegularRecords(this.width, dialect, this.firstHeader)
    const { regular, builders } = this
    const limit = at + REGULAR_RUN
    const place = { at, line }
    if (!this.isExpecting && at > REGULAR_RUN) this.expectRows(bytes.length / at)
    let isFull = true
    while (isFull && place.at < limit) {
      const read = regular.read(bytes, place.at)
      if (regular.count === 0) break
      if (this.held.length > 0) this.release()
      this.gap = false
      for (let column = 0; column < this.width; column++) builders[column]!.pushBlock(bytes, regular, column)
      for (let record = 0; record < regular.count; record++) this.stamp(place.line + record)
      place.at = read.next
      place.line += regular.count
      isFull = read.isFull
    }
    return place
  }

  finish(): Assembled {
    if (this.waiting) this.start()
    this.endFooter()
    const built = this.builders.map((builder) => builder.build())
    const kept = this.lastFilled(built) + 1
    const headers = this.header.headers.slice(0, kept)
    return {
      headerRows: this.header.rows,
      headers,
      questions: headers.map((_, column) => this.header.questions[column] ?? null),
      tool: this.header.tool,
      columns: built.slice(0, kept),
      rows: this.rows,
      lines: this.lines.slice(0, this.rows),
      rejected: this.rejected.toSorted((a, b) => a.line - b.line),
      warnings: this.warnings(headers),
    }
  }

  /** Makes room for the whole file once some of it, one part in `parts`, is read. */
  private expectRows(parts: number): void {
    this.isExpecting = true
    const rows = Math.ceil(this.rows * parts * 1.1)
    for (const builder of this.builders) builder.expect(rows)
  }

  private wait(record: readonly string[], line: number): void {
    const waiting = this.waiting!
    if (isBlank(record)) {
      this.gap = true
      return
    }
    waiting.push({ record, line, afterGap: this.gap })
    this.gap = false
    if (waiting.length >= HEADER_SEARCH + 3) this.start()
  }

  private start(): void {
    const waiting = this.waiting ?? []
    this.waiting = null
    const records = waiting.map((held) => held.record)
    const found = findHeader(records, this.headerRows)
    const from = found.titles + found.rows
    this.width = Math.max(found.headers.length, usualWidth(records.slice(from)))
    const headers = Array.from({ length: this.width }, (_, column) => found.headers[column] ?? '')
    this.header = { ...found, headers }
    this.isOwn = isOwnExport(headers)
    this.headerRecords = records.slice(found.titles, from)
    this.firstHeader = this.headerRecords[0]?.[0] ?? ''
    this.builders = headers.map(() => new ColumnBuilder())
    for (const { record, line } of waiting.slice(0, found.titles)) this.reject(record, line, 'title')
    for (const { record, line, afterGap } of waiting.slice(from)) {
      this.gap = afterGap
      this.addOdd(record, line)
    }
    this.gap = false
  }

  private addOdd(record: readonly string[], line: number): void {
    const filled = countFilled(record)
    if (filled === 0) {
      this.gap = true
      return
    }
    if (this.repeatsHeader(record)) this.reject(record, line, 'repeated-header')
    else if (record.slice(this.width).some((cell) => cell.trim() !== '')) this.reject(record, line, 'too-many-cells')
    else if (this.couldBeFooter(record, filled)) this.hold({ record, line, afterGap: this.gap })
    else {
      this.release()
      this.accept(record, line)
    }
    this.gap = false
  }

  /** A footer is only known at the end of the file. */
  private couldBeFooter(record: readonly string[], filled: number): boolean {
    if (this.width < 3 || this.isOwn) return false
    return filled === 1 || (filled * 2 <= this.width && isFooterText(record))
  }

  private hold(held: Held): void {
    if (this.held.length === MAX_HELD) this.release()
    this.held.push(held)
  }

  private release(): void {
    for (const { record, line } of this.held) this.accept(record, line)
    this.held = []
  }

  /** Sparse rows at the end are a footer from the first one that says so, or from a gap before one-cell records. */
  private endFooter(): void {
    const says = this.held.some(({ record }) => isFooterText(record))
    const single = this.held.every(({ record }) => (this.grid ? record[0]!.trim() !== '' : record.length === 1))
    const from = this.held.findIndex(({ record, afterGap }) => (says || single) && (afterGap || isFooterText(record)))
    const footer = from === -1 ? [] : this.held.splice(from)
    this.release()
    for (const { record, line } of footer) this.reject(record, line, 'footer')
  }

  private accept(record: readonly string[], line: number): void {
    if (record.length < this.width && !this.grid) this.ragged += 1
    this.builders.forEach((builder, column) => builder.push(record[column] ?? ''))
    this.stamp(line)
  }

  private stamp(line: number): void {
    if (this.rows === this.lines.length) {
      const larger = new Uint32Array(this.lines.length * 2)
      larger.set(this.lines)
      this.lines = larger
    }
    this.lines[this.rows] = line
    this.rows += 1
  }

  private reject(record: readonly string[], line: number, code: RejectCode): void {
    this.rejected.push({ line, code, cells: [...record] })
  }

  private repeatsHeader(record: readonly string[]): boolean {
    return this.headerRecords.some(
      (header) =>
        countFilled(header) > 1 &&
        header.every((cell, column) => cell.trim() === (record[column] ?? '').trim()) &&
        record.slice(header.length).every((cell) => cell.trim() === ''),
    )
  }

  /** Columns without a header and without a cell, as trailing delimiters leave them, are none. */
  private lastFilled(built: readonly TextColumn[]): number {
    return built.findLastIndex(
      (column, at) =>
        this.header.headers[at]!.trim() !== '' || !everyValue(column, (cell) => cell.trim() === ''),
    )
  }

  private warnings(headers: readonly string[]): readonly Warning[] {
    const warnings: Warning[] = []
    const repeated = this.rejected.filter((row) => row.code === 'repeated-header').length
    const blank = headers.filter((header) => header.trim() === '').length
    if (this.ragged > 0) warnings.push({ code: 'ragged-rows', params: { count: this.ragged } })
    if (repeated > 0) warnings.push({ code: 'repeated-header', params: { count: repeated } })
    if (blank > 0 && this.header.rows > 0) warnings.push({ code: 'blank-header', params: { count: blank } })
    return warnings
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

const countFilled = (record: readonly string[]): number =>
  record.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0)

const isFooterText = (record: readonly string[]): boolean =>
  FOOTER.test(record.find((cell) => cell.trim() !== '')?.trim() ?? '')

/** Cells in most of the sampled records, if most agree; else 0. */
function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width = 0] = [...counts].find(([, count]) => count * 2 > records.length) ?? []
  return width
}
