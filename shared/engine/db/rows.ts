import type { Database, SqlJsStatic } from 'sql.js'
import type { Task } from '../../base/task'
import { plainColumn } from '../../table/column'
import type { RowBatch } from '../../table/row-batch'
import { appendRows } from './append-rows'
import { exportDatabase } from './export-database'
import { handOver } from './handed-over'
import { allRows, oneValue, rowInserter } from './query'
import { numberColumn, sameNumber, textColumn, timeColumn, type RecordColumn } from './record-column'
import { addFieldColumn, columnOf, configure, FIELDS_PER_TABLE, tableOf } from './schema'

/** Numbers of the fields whose cells are stored, by field id. Numbers are never reused. */
export const storedFields = (db: Database): Map<string, number> =>
  new Map(allRows(db, 'SELECT field, number FROM stored_field').map(([field, number]) => [String(field), Number(number)]))

export interface StoredBatch {
  readonly number: number
  readonly batch: string
  /** Responses have ids in one run, in the order of the file. */
  readonly firstResponse: number
  readonly responses: number
}

export const storedBatches = (db: Database): StoredBatch[] =>
  allRows(db, 'SELECT number, batch, firstResponse, responses FROM stored_batch ORDER BY number').map(
    ([number, batch, firstResponse, responses]) => ({
      number: Number(number),
      batch: String(batch),
      firstResponse: Number(firstResponse),
      responses: Number(responses),
    }),
  )

/** Number of `field`, made together with its column if it has none yet. */
function numberField(db: Database, field: string, numbers: Map<string, number>): number {
  const known = numbers.get(field)
  if (known !== undefined) return known
  const number = Number(oneValue(db, 'SELECT coalesce(max(number), 0) + 1 FROM stored_field'))
  db.run('INSERT INTO stored_field VALUES (?, ?)', [number, field])
  addFieldColumn(db, number)
  numbers.set(field, number)
  return number
}

/**
 * The database with the rows of a batch added, `fields[i]` naming the field of its i-th column: another one, while `db`
 * stays as it is. Reports and lets others work in between; null when cancelled.
 */
export async function storeBatch(
  { Database }: Pick<SqlJsStatic, 'Database'>,
  db: Database,
  id: string,
  batch: RowBatch,
  fields: readonly string[],
  task: Task,
): Promise<Database | null> {
  const draft = new Database(exportDatabase(db))
  configure(draft)
  const { number, first } = announce(draft, id, batch, fields)
  const tables = tablesOf(draft)
  let file: Uint8Array | null = exportDatabase(draft)
  draft.close()
  const cells = new Map(fields.map((field, at) => [field, batch.columns[at]]))
  for (const [at, { isMain, root, fields: own }] of tables.entries()) {
    const fixed = isMain ? fixedColumns(number, batch) : []
    const columns = [...fixed]
    for (const field of own) {
      await task.breathe()
      columns.push(textColumn(cells.get(field) ?? NO_CELLS))
    }
    const part: Task = { ...task, report: (done, stage) => task.report((at + done) / tables.length, stage) }
    file = await appendRows(file, { root, first, rows: batch.rows, columns }, part)
    if (!file) return null
  }
  await task.breathe()
  const stored = new Database(handOver(file))
  configure(stored)
  await task.breathe()
  if (!task.cancelled()) return stored
  stored.close()
  return null
}

const NO_CELLS = plainColumn([])

/** Everything about the batch but its rows. */
function announce(db: Database, id: string, batch: RowBatch, fields: readonly string[]): { readonly number: number; readonly first: number } {
  const numbers = storedFields(db)
  for (const field of fields) numberField(db, field, numbers)
  const number = Number(oneValue(db, 'SELECT coalesce(max(number), 0) + 1 FROM stored_batch'))
  const first = Number(oneValue(db, 'SELECT coalesce(max(id), 0) + 1 FROM response'))
  db.run('INSERT INTO stored_batch VALUES (?, ?, ?, ?)', [number, id, first, batch.rows])
  const leftOut = rowInserter(db, 'left_out', ['batch', 'line', 'fate', 'code', 'repeats', 'cells'])
  for (const row of batch.leftOut) {
    leftOut.add([number, row.line, row.fate, row.code, row.repeats, JSON.stringify(row.cells)])
  }
  leftOut.finish()
  return { number, first }
}

/** The tables that hold responses: where they begin in the file, and the fields of their cells in the order of their columns. */
function tablesOf(db: Database): readonly { readonly isMain: boolean; readonly root: number; readonly fields: readonly string[] }[] {
  const byTable = new Map<string, string[]>([[tableOf(1), []]])
  for (const [field, number] of [...storedFields(db)].toSorted(([, a], [, b]) => a - b)) {
    const table = tableOf(number)
    byTable.set(table, [...(byTable.get(table) ?? []), field])
  }
  return [...byTable].map(([table, fields]) => ({
    isMain: table === tableOf(1),
    root: Number(oneValue(db, 'SELECT rootpage FROM sqlite_schema WHERE name = ?', [table])),
    fields,
  }))
}

/** Batch, line, score, time and why a row does not count, as the table of the responses begins. */
function fixedColumns(number: number, { rows, lines, scores, answered, asides }: RowBatch): readonly RecordColumn[] {
  const reasons = ['', ...new Set(asides.values())]
  const codes = new Uint32Array(rows)
  for (const [row, reason] of asides) codes[row] = reasons.indexOf(reason)
  return [
    sameNumber(number, rows),
    numberColumn(lines),
    numberColumn(scores),
    timeColumn(answered),
    textColumn({ kind: 'coded', codes, values: reasons }),
  ]
}

const CELLS_PER_BLOCK = 4096
/** Read within a frame or so. */
const MOST_CELLS = 50_000

/**
 * Visits the cell of field `number` of the first `rows` responses, in order; blank is ''. SQLite writes many cells as one
 * JSON text: asked for one by one they take up to three times as long.
 */
export function eachCell(db: Database, number: number, rows: number, visit: (cell: string) => void): void {
  const table = tableOf(number)
  // A side table has rows only from the batch that needed it first.
  const from = number <= FIELDS_PER_TABLE ? 'response' : `response LEFT JOIN ${table} ON ${table}.id = response.id`
  // A range of row ids is walked in their order.
  const sql = `SELECT json_group_array(${table}.${columnOf(number)}) FROM ${from} WHERE response.id BETWEEN ? AND ?`
  for (let first = 1; first <= rows; first += CELLS_PER_BLOCK) {
    const block = oneValue(db, sql, [first, Math.min(first + CELLS_PER_BLOCK - 1, rows)])
    for (const cell of JSON.parse(String(block)) as readonly (string | null)[]) visit(cell ?? '')
  }
}

/** Visits line, score, time in seconds and whether it does not count (1) of the first `rows` responses, in order. */
export function eachFixed(db: Database, rows: number, visit: (line: number, score: number | null, seconds: number | null, aside: number) => void): void {
  const columns = ['line', 'score', 'unixepoch(answered)', 'aside IS NOT NULL'].map((value) => `json_group_array(${value})`)
  const sql = `SELECT ${columns.join()} FROM response WHERE id BETWEEN ? AND ?`
  for (let first = 1; first <= rows; first += CELLS_PER_BLOCK) {
    const [block = []] = allRows(db, sql, [first, Math.min(first + CELLS_PER_BLOCK - 1, rows)])
    const [lines = [], scores = [], seconds = [], asides = []] = block.map((values) => JSON.parse(String(values)) as readonly (number | null)[])
    lines.forEach((line, at) => visit(line ?? 0, scores[at] ?? null, seconds[at] ?? null, asides[at] ?? 0))
  }
}

/**
 * The same for several fields of one table, which takes half as long as one after the other: `visit` is told which of
 * `numbers`. Stops after each block, so that others get their turn.
 */
export function* eachCellOf(db: Database, numbers: readonly number[], rows: number, visit: (at: number, cell: string) => void): Generator<number> {
  const [table] = numbers.map(tableOf)
  if (table === undefined) return
  const from = table === tableOf(1) ? 'response' : `response LEFT JOIN ${table} ON ${table}.id = response.id`
  const sql = `SELECT ${numbers.map((number) => `json_group_array(${table}.${columnOf(number)})`).join()} FROM ${from} WHERE response.id BETWEEN ? AND ?`
  const step = Math.max(256, Math.ceil(MOST_CELLS / numbers.length))
  for (let first = 1; first <= rows; first += step) {
    const [blocks = []] = allRows(db, sql, [first, Math.min(first + step - 1, rows)])
    blocks.forEach((block, at) => {
      for (const cell of JSON.parse(String(block)) as readonly (string | null)[]) visit(at, cell ?? '')
    })
    yield Math.min(1, (first + step) / rows)
  }
}
