import Papa from 'papaparse/papaparse.js'
import { cutUtf8, utf8Of } from '../base/utf8'

export interface Dialect {
  readonly delimiter: string
  /** False when quotes are ordinary characters, as in most TSV. */
  readonly quoted: boolean
}

/** Consecutive records and the 1-based line on which each starts. */
export interface Batch {
  readonly records: readonly (readonly string[])[]
  readonly lines: readonly number[]
  /** Share of the text consumed so far, 0 to 1. */
  readonly done: number
  /** Records in which quoting went wrong over several lines: their first line was read without it. */
  readonly repaired: number
  /** True when a cell swallowed what look like whole records. */
  readonly swallowed: boolean
  /** The line of a record in which a quote opens that is never closed; null without one. */
  readonly unclosed: number | null
}

/** Where a record starts: its place in the bytes and the number of its line. */
export interface RecordPlace {
  readonly at: number
  readonly line: number
}

/** Takes records that need no parser; gives the place of the first one that does, or of a pause. */
export type TakeRegular = (bytes: Uint8Array, at: number, line: number) => RecordPlace

/** Bytes parsed at a time: the fastest size measured, and often enough for progress and cancelling. */
export const WINDOW = 1 << 18
const WINDOW_AFTER_REPAIR = 1 << 14
/** No record is that long: a quote has opened that nobody closed. */
const LONGEST_RECORD = 1 << 24
/** What stops a regular stretch is mostly a single record. */
const WINDOW_AFTER_REGULAR = 1 << 11
const NEWLINE = '\n'
const LF = 10
const CR = 13

/** Line ends become `\n` and NULs go, so that the parser meets one kind of line only. */
export function normaliseText(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(CR) && !bytes.includes(0)) return bytes
  const clean = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === 0 || (byte === CR && bytes[at + 1] === LF)) continue
    clean[length] = byte === CR ? LF : byte
    length += 1
  }
  return clean.subarray(0, length)
}

/**
 * Reads normalised UTF-8 as RFC 4180 records, one window after the other; a record longer than the window makes it
 * grow. `width` is the expected number of cells, by which misplaced quotes are recognised. `firstLine` is the number
 * of the first line in its file. `takeRegular` is offered the records first.
 */
export function* parseDelimited(
  bytes: Uint8Array,
  dialect: Dialect,
  width: number,
  firstLine = 1,
  window = WINDOW,
  takeRegular?: TakeRegular,
): Generator<Batch, void> {
  const { length } = bytes
  let at = 0
  let line = firstLine
  let size = window
  while (at < length) {
    const stop = takeRegular?.(bytes, at, line)
    if (stop && stop.at > at) {
      ;({ at, line } = stop)
      size = Math.min(WINDOW_AFTER_REGULAR, window)
      yield { records: [], lines: [], done: at / length, repaired: 0, swallowed: false, unclosed: null }
      continue
    }
    const end = endOfCharacter(bytes, at + size)
    const last = end === length
    const chunk = cutUtf8(bytes, at, end)
    const parsed = parseWindow(chunk, dialect, last)
    const isEndless = parsed.records.length === 0 && !last && dialect.quoted && size >= LONGEST_RECORD
    const bad = isEndless ? 0 : firstBadRecord(parsed, dialect.delimiter, width)
    if (bad === null && parsed.records.length === 0 && !last) {
      size *= 2
      continue
    }
    const unclosed = isEndless ? line : null
    const good = bad === null ? parsed : parsed.before(bad)
    const lines = startLines(chunk, good, line)
    const open = bad === null && parsed.unclosed !== null ? (lines.starts[parsed.unclosed] ?? null) : unclosed
    line = lines.next
    at = end - utf8Of(chunk.slice(good.consumed)).length
    let repaired: readonly string[][] = []
    size = Math.min(Math.max(size, WINDOW_AFTER_REPAIR) * 2, window)
    if (bad !== null) {
      const found = bytes.indexOf(LF, at)
      const lineEnd = found === -1 ? length : found
      repaired = [cutUtf8(bytes, at, lineEnd).split(dialect.delimiter)]
      lines.starts.push(line)
      at = Math.min(lineEnd + 1, length)
      line += 1
      size = Math.min(WINDOW_AFTER_REPAIR, window)
    }
    yield {
      records: repaired.length > 0 ? [...good.records, ...repaired] : good.records,
      lines: lines.starts,
      done: at / length,
      repaired: repaired.length,
      unclosed: open,
      swallowed: lines.multiline && good.records.some((record) => swallows(record, dialect.delimiter, width)),
    }
  }
}

/** Windows never cut a character in two. */
function endOfCharacter(bytes: Uint8Array, wanted: number): number {
  let end = Math.min(wanted, bytes.length)
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end += 1
  return end
}

interface Parsed {
  readonly records: string[][]
  /** Characters of the window that the records take up. */
  readonly consumed: number
  /** Records in which a quote was misplaced or missing, in order. */
  readonly misquoted: readonly number[]
  /** The last record, when its last quote is never closed. */
  readonly unclosed: number | null
  /** The same without record `index` and those after it. */
  before(index: number): Parsed
}

function parseWindow(chunk: string, dialect: Dialect, last: boolean, preview = 0): Parsed {
  const config = { delimiter: dialect.delimiter, newline: NEWLINE, quoteChar: '"', preview }
  const parser = new Papa.Parser(dialect.quoted ? config : { ...config, fastMode: true })
  const { data, errors, meta } = parser.parse(chunk, 0, !last)
  const whole = last && preview === 0
  if (whole && chunk.endsWith(NEWLINE) && isEmpty(data.at(-1))) data.pop()
  return {
    records: data,
    consumed: whole ? chunk.length : meta.cursor,
    unclosed: last && errors.some(({ code }) => code === 'MissingQuotes') ? data.length - 1 : null,
    misquoted: errors.map((error) => error.row ?? 0).filter((row) => row < data.length),
    before: (index) =>
      index === 0
        ? { records: [], consumed: 0, misquoted: [], unclosed: null, before: unreachable }
        : parseWindow(chunk, dialect, last, index),
  }
}

const unreachable = (): never => {
  throw new Error('no record left')
}

const isEmpty = (record: readonly string[] | undefined): boolean => record?.length === 1 && record[0] === ''

/** The first record whose quotes went wrong and took other records with them. */
const firstBadRecord = (parsed: Parsed, delimiter: string, width: number): number | null =>
  parsed.misquoted.find((index) => swallows(parsed.records[index]!, delimiter, width)) ?? null

/**
 * True when a stray quote made one cell out of several records: the line on which the cell opens, and at least half of
 * the lines after it, have all the cells of a record. A comment of several lines does not look like that.
 */
function swallows(record: readonly string[], delimiter: string, width: number): boolean {
  if (width < 2) return false
  return record.some((cell, index) => {
    if (!cell.includes(NEWLINE)) return false
    const [head = '', ...rest] = cell.split(NEWLINE)
    if (index + head.split(delimiter).length < width) return false
    const after = record.length - index - 1
    const sizes = rest.map((line, at) => line.split(delimiter).length + (at === rest.length - 1 ? after : 0))
    return sizes.filter((size) => size >= width).length * 2 >= sizes.length
  })
}

/** Only windows with line breaks inside cells need their cells searched. */
function startLines(chunk: string, parsed: Parsed, first: number) {
  const starts: number[] = []
  let newlines = 0
  for (let at = chunk.indexOf(NEWLINE); at !== -1 && at < parsed.consumed; at = chunk.indexOf(NEWLINE, at + 1)) {
    newlines += 1
  }
  const ended = parsed.consumed > 0 && chunk[parsed.consumed - 1] === NEWLINE ? 0 : 1
  const multiline = parsed.records.length > 0 && newlines + ended !== parsed.records.length
  let line = first
  for (const record of parsed.records) {
    starts.push(line)
    line += 1
    if (multiline) for (const cell of record) line += countNewlines(cell)
  }
  return { starts, next: line, multiline }
}

function countNewlines(cell: string): number {
  let count = 0
  for (let at = cell.indexOf(NEWLINE); at !== -1; at = cell.indexOf(NEWLINE, at + 1)) count += 1
  return count
}
