import { parseIsoDay } from '../base/day'
import { formulaRestored } from '../base/formula-cell'
import {
  ABOUT_COLUMN,
  HAND_COLUMN,
  isOwnColumn,
  isOwnExport,
  moreColumn,
  readAbout,
  readHand,
  type AboutWave,
  type HandTag,
} from '../model/own-export'
import { MARKS_COLUMN, readMarks, type FlatMark } from '../model/own-marks'
import { cellAt, lengthOf, type TextColumn } from '../table/column'
import { columnOf } from '../table/column-builder'
import { mapTexts } from './map-texts'
import type { RawTable } from './types'

export const OWN_PRESET = 'earshot'

/** A wave as its rows tell. */
export interface OwnWave {
  readonly name: string
  /** Null where the row that tells more is gone. */
  readonly about: AboutWave | null
  /** Rows of the table, in the order of the lines that they came from. */
  readonly rows: Uint32Array
  readonly lines: Uint32Array
  /** Day of the answer as exported; null: none, undefined: not readable any more. */
  readonly days: readonly (number | null | undefined)[]
  /** The coders' words, by place in `rows`. */
  readonly hands: ReadonlyMap<number, readonly HandTag[]>
  /** The coders' marks, in the same way. */
  readonly marks: ReadonlyMap<number, readonly FlatMark[]>
}

export interface OwnTable {
  /** The columns of the responses under their headers in the export, every cell as it was. */
  readonly table: RawTable
  readonly waves: readonly OwnWave[]
}

/**
 * An export of Earshot as the responses and waves that it was made from; null for any other table. Our own columns go:
 * scores, groups and tags of rules are worked out anew.
 */
export function readOwnTable(raw: RawTable): OwnTable | null {
  if (!isOwnExport(raw.headers)) return null
  const whole = restoreTexts(raw)
  const of = (name: string): TextColumn | undefined => whole.columns[whole.headers.indexOf(name)]
  const kept = whole.headers.flatMap((header, at) => (isOwnColumn(header) ? [] : [at]))
  const table: RawTable = {
    ...whole,
    preset: OWN_PRESET,
    headers: kept.map((at) => whole.headers[at]!),
    questions: kept.map(() => null),
    columns: kept.map((at) => whole.columns[at]!),
    rejected: raw.rejected,
  }
  return { table, waves: readWaves(whole, of) }
}

/** Texts in one piece, and without the apostrophes that kept spreadsheets from taking them for formulas. */
function restoreTexts(raw: RawTable): RawTable {
  const plain = raw.headers.map((header) => header.replace(/^\ufeff/, ''))
  const joined = plain.flatMap((header, at) => (/^earshot_more\d+: /.test(header) ? [] : [{ header, column: joinPieces(raw, plain, header, at) }]))
  const about = joined.find(({ header }) => header === ABOUT_COLUMN)?.column
  const told = about ? aboutOf(about) : null
  const hasApostrophes = told?.apostrophes ?? raw.format !== 'xlsx'
  return {
    ...raw,
    headers: joined.map(({ header }) => (hasApostrophes ? formulaRestored(header) : header)),
    columns: joined.map(({ column }) => (hasApostrophes ? mapTexts(column, formulaRestored) : column)),
  }
}

function joinPieces(raw: RawTable, headers: readonly string[], header: string, at: number): TextColumn {
  const columns = [raw.columns[at]!]
  for (let piece = 2; ; piece++) {
    const next = headers.indexOf(moreColumn(header, piece))
    if (next < 0) break
    columns.push(raw.columns[next]!)
  }
  if (columns.length === 1) return columns[0]!
  return columnOf(Array.from({ length: raw.rows }, (_, row) => columns.map((column) => cellAt(column, row)).join('')))
}

/** The first thing that any wave tells about itself. */
function aboutOf(column: TextColumn): AboutWave | null {
  for (let row = 0; row < lengthOf(column); row++) {
    const about = readAbout(cellAt(column, row))
    if (about) return about
  }
  return null
}

function readWaves(table: RawTable, of: (name: string) => TextColumn | undefined): readonly OwnWave[] {
  const cell = (name: string): ((row: number) => string) => {
    const column = of(name)
    return column ? (row) => cellAt(column, row) : () => ''
  }
  const [waveOf, lineOf, dayOf, handOf, marksOf, aboutAt] = ['wave', 'line', 'date', HAND_COLUMN, MARKS_COLUMN, ABOUT_COLUMN].map(cell) as [Cell, Cell, Cell, Cell, Cell, Cell]
  const rowsOf = new Map<string, number[]>()
  for (let row = 0; row < table.rows; row++) {
    const name = waveOf(row).trim()
    const rows = rowsOf.get(name)
    if (rows) rows.push(row)
    else rowsOf.set(name, [row])
  }
  return [...rowsOf].map(([name, found]): OwnWave => {
    const { rows, lines } = inLineOrder(found, lineOf, table.lines)
    const about = found.map((row) => readAbout(aboutAt(row))).find((each) => each !== null) ?? null
    const hands = new Map<number, readonly HandTag[]>()
    const marks = new Map<number, readonly FlatMark[]>()
    rows.forEach((row, place) => {
      const text = handOf(row)
      if (text !== '') hands.set(place, readHand(text))
      const marked = marksOf(row)
      if (marked !== '') marks.set(place, readMarks(marked))
    })
    const days = Array.from(rows, (row) => {
      const text = dayOf(row).trim()
      return text === '' ? null : (parseIsoDay(text) ?? undefined)
    })
    return { name: about?.name ?? name, about, rows, lines, days, hands, marks }
  })
}

type Cell = (row: number) => string

/** By the line in the file that a row came from, as long as each row has one of its own; else by the lines of this file. */
function inLineOrder(found: readonly number[], lineOf: Cell, lines: Uint32Array): Pick<OwnWave, 'rows' | 'lines'> {
  const told = found.map((row) => {
    const text = lineOf(row).trim()
    return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
  })
  if (told.includes(0) || new Set(told).size < told.length) {
    const rows = Uint32Array.from(found)
    return { rows, lines: rows.map((row) => lines[row]!) }
  }
  const order = told.map((_, at) => at).sort((a, b) => told[a]! - told[b]!)
  return { rows: Uint32Array.from(order, (at) => found[at]!), lines: Uint32Array.from(order, (at) => told[at]!) }
}
