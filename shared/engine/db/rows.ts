import type { Database, SqlValue } from 'sql.js'
import { isoTime } from '../../base/day'
import type { Task } from '../../base/task'
import { cellAt, type TextColumn } from '../../table/column'
import type { RowBatch } from '../../table/row-batch'
import { allRows, oneValue, rowInserter } from './query'
import { addFieldColumn, columnOf, FIELDS_PER_TABLE, tableOf } from './schema'

const ROWS_PER_BREATH = 5000

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

interface Target {
  readonly table: string
  readonly columns: { readonly name: string; readonly cells: TextColumn }[]
}

/**
 * Stores the rows of a batch, `fields[i]` naming the field of its i-th column. Runs inside the caller's transaction,
 * reports and lets others work in between; returns false, half done, when cancelled: the caller rolls back.
 */
export async function storeBatch(db: Database, id: string, batch: RowBatch, fields: readonly string[], task: Task): Promise<boolean> {
  const numbers = storedFields(db)
  const targets = new Map<string, Target>([['response', { table: 'response', columns: [] }]])
  fields.forEach((field, at) => {
    const number = numberField(db, field, numbers)
    const table = tableOf(number)
    const target = targets.get(table) ?? { table, columns: [] }
    target.columns.push({ name: columnOf(number), cells: batch.columns[at]! })
    targets.set(table, target)
  })

  const batchNumber = Number(oneValue(db, 'SELECT coalesce(max(number), 0) + 1 FROM stored_batch'))
  const first = Number(oneValue(db, 'SELECT coalesce(max(id), 0) + 1 FROM response'))
  db.run('INSERT INTO stored_batch VALUES (?, ?, ?, ?)', [batchNumber, id, first, batch.rows])

  const fixed = (row: number): SqlValue[] => [
    first + row,
    batchNumber,
    batch.lines[row]!,
    batch.scores[row]! < 0 ? null : batch.scores[row]!,
    Number.isNaN(batch.answered[row]!) ? null : isoTime(batch.answered[row]!),
    batch.asides.get(row) ?? null,
  ]
  let tableAt = 0
  for (const { table, columns } of targets.values()) {
    const isMain = table === 'response'
    const names = [...(isMain ? ['id', 'batch', 'line', 'score', 'answered', 'aside'] : ['id']), ...columns.map(({ name }) => name)]
    const inserter = rowInserter(db, table, names)
    for (let row = 0; row < batch.rows; row++) {
      const values = isMain ? fixed(row) : [first + row]
      // Blank cells are NULL: a tenth of the space, and what SQL users expect.
      for (const { cells } of columns) values.push(cellAt(cells, row) || null)
      inserter.add(values)
      if (row % ROWS_PER_BREATH === 0) {
        task.report((tableAt + row / batch.rows) / targets.size, 'storing')
        await task.breathe()
        if (task.cancelled()) {
          inserter.finish()
          return false
        }
      }
    }
    inserter.finish()
    tableAt += 1
  }

  const leftOut = rowInserter(db, 'left_out', ['batch', 'line', 'fate', 'code', 'repeats', 'cells'])
  for (const row of batch.leftOut) {
    leftOut.add([batchNumber, row.line, row.fate, row.code, row.repeats, JSON.stringify(row.cells)])
  }
  leftOut.finish()
  return true
}

const CELLS_PER_BLOCK = 4096

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
