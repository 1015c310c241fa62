import { fault } from '../base/fault'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { Task } from '../base/task'
import { cutUtf8, utf8Of } from '../base/utf8'
import type { Assembled } from './assemble-table'
import { MAX_COLUMNS, TableAssembler, tooWide } from './assemble-table'
import { normaliseText, parseDelimited, WINDOW, type TakeRegular } from './parse-delimited'
import type { ReadOptions, Warning } from './types'
import { usualWidth, voteDelimiter } from './vote-delimiter'

export interface Delimited {
  readonly delimiter: string
  readonly table: Assembled
}

const SEP_LINE = /^sep=(.)\n/i
const LONGEST_SEP_LINE = 9
const NEWLINE = 10
/** Bytes of a line, and so of a cell, that are still read. */
const MAX_LINE = 16 * 2 ** 20
const LITERAL_SHARE = 0.99
const WELL_QUOTED_SHARE = 0.5

interface Source {
  readonly name: string
  readonly text: Uint8Array
  readonly delimiter: string
  readonly width: number
  readonly firstLine: number
  readonly window: number
}

/**
 * Reads UTF-8 text as a table. Quotes are obeyed first; where they swallow records although every line has the
 * right number of cells without them, they are ordinary characters and the text is read again. Refuses more than
 * 5,000 columns, a line of more than 16 MB, and when cancelled.
 */
export async function readDelimited(
  decoded: Uint8Array,
  name: string,
  options: ReadOptions,
  task: Task,
  window = WINDOW,
): Promise<Result<Delimited>> {
  const whole = normaliseText(decoded)
  const sep = SEP_LINE.exec(cutUtf8(whole, 0, Math.min(whole.length, LONGEST_SEP_LINE)))
  const text = sep ? whole.subarray(utf8Of(sep[0]).length) : whole
  const given = usable(options.delimiter) ?? sep?.[1] ?? ownDelimiter(text)
  const hint = /\.(tsv|tab)$/i.test(name) ? '\t' : ','
  const vote = given === undefined ? voteDelimiter(text, hint) : { delimiter: given, width: usualWidth(text, given) }
  const source: Source = { name, text, ...vote, firstLine: sep ? 2 : 1, window }
  const endless = endlessLine(text)
  if (endless !== null) {
    return refuse(fault('too-large', { file: name, what: `line ${endless + source.firstLine} > ${MAX_LINE / 2 ** 20} MB` }))
  }
  const quoted = options.quotes === 'literal' ? 'stray-quotes' : await readRecords(source, true, options, task)
  if (quoted !== 'stray-quotes') return quoted
  const literal = await readRecords(source, false, options, task)
  return literal === 'stray-quotes' ? refuse(fault('cancelled')) : literal
}

async function readRecords(
  source: Source,
  quoted: boolean,
  options: ReadOptions,
  task: Task,
): Promise<Result<Delimited> | 'stray-quotes'> {
  const { name, text, delimiter, width, firstLine, window } = source
  const assembler = new TableAssembler(options.headerRows)
  let repaired = 0
  let unclosed: number | null = null
  let literal: boolean | null = null
  const dialect = { delimiter, quoted }
  const takeRegular: TakeRegular = (all, at, line) => assembler.takeRegular(all, at, line, dialect)
  for (const batch of parseDelimited(text, dialect, width, firstLine, window, takeRegular)) {
    unclosed ??= batch.unclosed
    if (quoted && options.quotes === undefined && (batch.swallowed || batch.repaired > 0)) {
      literal ??= quotesAreLiteral(text, delimiter, width)
      if (literal) return 'stray-quotes'
    }
    repaired += batch.repaired
    if (assembler.columns === 0 && batch.records.some((record) => record.length > MAX_COLUMNS)) return tooWide(name)
    assembler.add(batch.records, batch.lines)
    task.report(batch.done, 'reading')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
  }
  const table = assembler.finish()
  const warnings: Warning[] = [...table.warnings]
  if (unclosed !== null) warnings.push({ code: 'unterminated-quote', params: { line: unclosed } })
  // Somebody who asked for it knows.
  else if (repaired > 0 || (!quoted && options.quotes === undefined)) warnings.push({ code: 'stray-quotes', params: { count: repaired } })
  return ok({ delimiter, table: { ...table, warnings } })
}

/** The number, from 0, of a line that is too long to be one; null without any. Looks at a few places only. */
function endlessLine(text: Uint8Array): number | null {
  let start = 0
  while (start + MAX_LINE < text.length) {
    const end = text.lastIndexOf(NEWLINE, start + MAX_LINE)
    if (end < start) return text.subarray(0, start).reduce((lines, byte) => (byte === NEWLINE ? lines + 1 : lines), 0)
    start = end + 1
  }
  return null
}

/** True when every line is a whole record without obeying quotes, and most cells that open with one are not closed. */
function quotesAreLiteral(text: Uint8Array, delimiter: string, width: number): boolean {
  let lines = 0
  let whole = 0
  let opened = 0
  let wellQuoted = 0
  for (const line of linesOf(text)) {
    if (line === '') continue
    const cells = line.split(delimiter)
    lines += 1
    if (cells.length === width) whole += 1
    for (const cell of cells) {
      if (!cell.startsWith('"')) continue
      opened += 1
      if (/^"(?:[^"]|"")*"$/.test(cell)) wellQuoted += 1
    }
    if (lines === 1000 && whole < lines * WELL_QUOTED_SHARE) return false
  }
  return whole >= lines * LITERAL_SHARE && wellQuoted <= opened * WELL_QUOTED_SHARE
}

function* linesOf(text: Uint8Array): Generator<string, void> {
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf(NEWLINE, at)
    const end = found === -1 ? text.length : found
    yield cutUtf8(text, at, end)
    at = end + 1
  }
}

/** An export of our own says it by its first two columns, whatever program has saved it since. */
const ownDelimiter = (text: Uint8Array): string | undefined =>
  /^(?:\ufeff)?"?wave"?([,;\t|])"?line"?\1"?date"?\1"?nps_score"?\1/.exec(cutUtf8(text, 0, Math.min(text.length, 64)))?.[1]

const usable = (delimiter: string | undefined): string | undefined =>
  delimiter === undefined || delimiter === '' || /["\r\n]/.test(delimiter) ? undefined : delimiter
