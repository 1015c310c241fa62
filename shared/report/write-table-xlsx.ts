import { Zip, ZipDeflate } from 'fflate'
import { fault } from '../base/fault'
import { formulaSafe } from '../base/formula-cell'
import { joinedBytes } from '../base/joined-bytes'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { widthOf } from './cut'
import { exactNumber, type Cell, type ColumnType, type Table } from './table'
import { columnName, fixedParts, sheetEnd, sheetPath, sheetStart, STYLE } from './xlsx/parts'
import { serialDay } from './xlsx/serial-day'
import { createSharedStrings, type SharedStrings } from './xlsx/shared-strings'

const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384
const ROWS_PER_BREATH = 2000
const CHUNK = 1 << 18
/** Local noon, so that the time in the archive is the same in every time zone. */
const FIXED_TIME = new Date(1980, 0, 1, 12)
/** What higher levels save in size (a fiftieth) is not worth their time. */
const LEVEL = 1
const SAMPLE = 200
const LINE_HEIGHT = 14.5
/** Longer comments are read in the cell's own line. */
const MOST_LINES = 12
const MOST_HEAD_LINES = 6
const NARROWEST = 9
const WIDTHS: Readonly<Record<ColumnType, number>> = { text: 36, 'long-text': 64, number: 14, time: 20, day: 13, count: 12, mark: 17, note: 16 }
const HEADS: Readonly<Record<ColumnType, number>> = {
  text: STYLE.head,
  'long-text': STYLE.head,
  number: STYLE.numberHead,
  time: STYLE.head,
  day: STYLE.head,
  count: STYLE.numberHead,
  mark: STYLE.numberHead,
  note: STYLE.head,
}
/** Text that a spreadsheet would take for something else once somebody edits the cell. */
const TYPED = /^[\d.,'+\-=@]/

/**
 * Tables as the sheets of an XLSX workbook, header row frozen, rows made and packed as they come: a hundred thousand rows
 * never stand in memory as cells. The numbers, days and times among the cells are such cells, all else is text, never a
 * formula. A text longer than a cell holds must have its further columns already (`splitLong`). Refuses more rows or columns
 * than a sheet has (`sheet-limit`), and when cancelled.
 */
export async function writeTableXlsx(tables: readonly Table[], task: Task): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const large = tables.find(({ size, columns }) => size >= MOST_ROWS || columns.length > MOST_COLUMNS)
  if (large) return refuse(fault('sheet-limit', { rows: large.size, columns: large.columns.length }))
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const strings = createSharedStrings()
  const parts = fixedParts(tables.map(({ name }) => name))
  for (const [path, xml] of parts) await pack(zip, path, [xml])
  const all = tables.reduce((sum, { size }) => sum + size, 0)
  let written = 0
  for (const [at, table] of tables.entries()) {
    const whole = await pack(zip, sheetPath(at), sheetXml(table, strings), async () => {
      written += ROWS_PER_BREATH
      task.report(Math.min(0.85, (0.85 * written) / all), 'writing')
      await task.breathe()
      return !task.cancelled()
    })
    if (!whole) return refuse(fault('cancelled'))
  }
  task.report(0.9, 'writing')
  await task.breathe()
  await pack(zip, 'xl/sharedStrings.xml', strings.xml())
  zip.end()
  return ok(joinedBytes(chunks))
}

/** Packs the pieces as one part of the archive; after each that is null, `goOn` may stop it. */
async function pack(
  zip: Zip,
  path: string,
  pieces: Iterable<string | null>,
  goOn: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<boolean> {
  const part = new ZipDeflate(path, { level: LEVEL })
  part.mtime = FIXED_TIME
  zip.add(part)
  const encoder = new TextEncoder()
  let text = ''
  for (const piece of pieces) {
    if (piece === null && !(await goOn())) return false
    text += piece ?? ''
    if (text.length < CHUNK) continue
    part.push(encoder.encode(text))
    text = ''
  }
  part.push(encoder.encode(text), true)
  return true
}

function* sheetXml({ columns, rows, size }: Table, strings: SharedStrings): Generator<string | null> {
  const names = columns.map((_, at) => columnName(at))
  const widths = widthsOf({ columns, rows })
  const wrapping = columns.flatMap(({ type }, at) => (type === 'long-text' ? [at] : []))
  yield sheetStart(widths)
  const head = columns.map(({ header, type }, at) => `<c r="${names[at]}1" s="${HEADS[type]}" t="s"><v>${strings.numberOf(header)}</v></c>`)
  yield `<row r="1" ht="${headHeight(columns, widths)}" customHeight="1">${head.join('')}</row>`
  const writers = columns.map(({ type }, at) => cellWriter(type, names[at]!, strings))
  let row = 1
  for (const cells of rows()) {
    row += 1
    const lines = wrapping.reduce((most, at) => Math.max(most, linesOf(cells[at]!, widths[at]!)), 1)
    // Not every reader works out the height of a row itself.
    let xml = lines === 1 ? `<row r="${row}">` : `<row r="${row}" ht="${lines * LINE_HEIGHT}" customHeight="1">`
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!
      if (cell !== null) xml += writers[at]!(cell, row)
    }
    yield `${xml}</row>`
    if (row % ROWS_PER_BREATH === 0) yield null
  }
  yield sheetEnd(`${names.at(-1)}${size + 1}`)
}

type CellWriter = (cell: string | number, row: number) => string

/** Writes the cells of one column; texts that come again are worked out once. */
function cellWriter(type: ColumnType, column: string, strings: SharedStrings): CellWriter {
  if (type === 'mark') return (cell, row) => (cell === 0 ? '' : `<c r="${column}${row}" s="${STYLE.number}"><v>${cell}</v></c>`)
  const known = new Map<string, string>()
  return (cell, row) => {
    if (typeof cell === 'number') return `<c r="${column}${row}" s="${STYLE.number}"><v>${cell}</v></c>`
    let rest = known.get(cell)
    if (rest === undefined) {
      rest = contentOf(cell, type, strings)
      // Comments hardly come again.
      if (type !== 'long-text' && type !== 'note') known.set(cell, rest)
    }
    return `<c r="${column}${row}"${rest}`
  }
}

function contentOf(text: string, type: ColumnType, strings: SharedStrings): string {
  if (type === 'number') {
    const number = exactNumber(text)
    if (number !== null) return ` s="${STYLE.number}"><v>${number}</v></c>`
  }
  if (type === 'time' || type === 'day') {
    const day = serialDay(text)
    if (day) return ` s="${day.isDay ? STYLE.day : STYLE.time}"><v>${day.serial}</v></c>`
  }
  const isTyped = TYPED.test(text) || formulaSafe(text) !== text
  const style =
    type === 'note' ? STYLE.note : type === 'long-text' ? (isTyped ? STYLE.wrappedTyped : STYLE.wrapped) : isTyped ? STYLE.typed : STYLE.plain
  return ` s="${style}" t="s"><v>${strings.numberOf(text)}</v></c>`
}

type Looked = Pick<Table, 'columns' | 'rows'>

/** As wide as the first cells need, within what the column's type allows. */
function widthsOf({ columns, rows }: Looked): readonly number[] {
  const widest = columns.map(() => 0)
  let seen = 0
  for (const cells of rows()) {
    cells.forEach((cell, at) => (widest[at] = Math.max(widest[at]!, lineWidth(cell))))
    if (++seen === SAMPLE) break
  }
  return columns.map(({ header, type }, at) => {
    const longestWord = Math.max(...header.split(/\s+/).map(widthOf))
    return Math.max(NARROWEST, Math.min(WIDTHS[type], Math.max(widest[at]!, Math.min(longestWord, 24)) + 3))
  })
}

const lineWidth = (cell: Cell): number =>
  typeof cell === 'string' ? Math.max(...cell.slice(0, 400).split('\n').map(widthOf)) : String(cell ?? '').length

/** Points: as many lines as the headers wrap to, up to five. */
function headHeight(columns: Table['columns'], widths: readonly number[]): number {
  const lines = columns.map(({ header }, at) => Math.ceil((widthOf(header) * 1.25) / widths[at]!))
  return LINE_HEIGHT * Math.min(MOST_HEAD_LINES, Math.max(1, ...lines)) + 6
}

/** Lines that a text wraps to, roughly: exact widths would take longer than all the rest. */
function linesOf(cell: Cell, width: number): number {
  if (typeof cell !== 'string') return 1
  let [lines, used] = [1, 0]
  for (let at = 0; at < cell.length && lines < MOST_LINES; at++) {
    const unit = cell.charCodeAt(at)
    used += unit < 0x1100 ? 1.05 : 2
    if (unit !== 10 && used <= width - 2) continue
    lines += 1
    used = 0
  }
  return lines
}
