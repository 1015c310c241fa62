import type { Database, SqlValue } from 'sql.js'
import { columnOf as columnOfCells } from '../../table/column-builder'
import type { LeftOutRow, RowBatch } from '../../table/row-batch'
import { allRows, oneValue } from './query'
import { storedFields, type StoredBatch } from './rows'
import { columnOf, tableOf } from './schema'

const BLOCK = 256
/** More than a project has; a damaged number may say anything. */
const MOST_ROWS = 20_000_000

function lastRow(db: Database): number {
  try {
    return Number(oneValue(db, 'SELECT coalesce(max(id), 0) FROM response'))
  } catch {
    return MOST_ROWS
  }
}

export interface SalvagedRows {
  readonly batch: RowBatch
  /** Responses of the batch that could not be read. */
  readonly lost: number
}

/** What can still be read of the rows of a batch, from a database that may be damaged; `fields[i]` is the field of the i-th column. */
export function salvageRows(db: Database, stored: StoredBatch, fields: readonly string[]): SalvagedRows {
  const { firstResponse } = stored
  const responses = Math.max(0, Math.min(stored.responses, MOST_ROWS, lastRow(db) - firstResponse + 1))
  const fixed = readRows(db, 'line, score, unixepoch(answered), aside', 'response', firstResponse, responses)
  const ids = [...fixed.keys()].sort((a, b) => a - b)
  const numbers = storedFields(db)
  const columns = fields.map((field) => {
    const number = numbers.get(field)
    const cells = number === undefined ? new Map<number, SqlValue[]>() : readRows(db, columnOf(number), tableOf(number), firstResponse, responses)
    return columnOfCells(ids.map((id) => textOf(cells.get(id)?.[0])))
  })
  const rows = ids.map((id) => fixed.get(id)!)
  const asides = rows.flatMap(([, , , aside], row) => (aside === null || aside === undefined ? [] : [[row, String(aside)] as const]))
  return {
    batch: {
      rows: rows.length,
      lines: Uint32Array.from(rows, ([line]) => Number(line)),
      scores: Int8Array.from(rows, ([, score]) => (score === null ? -1 : Number(score))),
      answered: Float64Array.from(rows, ([, , seconds]) => (seconds === null ? Number.NaN : Number(seconds))),
      asides: new Map(asides),
      columns,
      leftOut: readLeftOut(db, stored.number),
    },
    lost: Math.max(0, Math.min(stored.responses, MOST_ROWS) - rows.length),
  }
}

const textOf = (cell: SqlValue | undefined): string => (typeof cell === 'string' ? cell : '')

/** Rows by their ids. Where a block cannot be read it is read in halves, down to the row. */
function readRows(db: Database, what: string, table: string, first: number, count: number): Map<number, SqlValue[]> {
  const found = new Map<number, SqlValue[]>()
  const read = (from: number, to: number): void => {
    try {
      const block = allRows(db, `SELECT id, ${what} FROM ${table} WHERE id BETWEEN ? AND ? LIMIT ?`, [from, to, to - from + 1])
      for (const [id, ...values] of block) found.set(Number(id), values)
    } catch {
      if (from === to) return
      const middle = Math.floor((from + to) / 2)
      read(from, middle)
      read(middle + 1, to)
    }
  }
  for (let from = first; from < first + count; from += BLOCK) read(from, Math.min(from + BLOCK, first + count) - 1)
  return found
}

function readLeftOut(db: Database, number: number): readonly LeftOutRow[] {
  try {
    return allRows(db, 'SELECT line, fate, code, repeats, cells FROM left_out WHERE batch = ? ORDER BY rowid', [number]).map(
      ([line, fate, code, repeats, cells]) => ({
        line: Number(line),
        fate: fate === 'duplicate' ? 'duplicate' : 'rejected',
        code: String(code),
        repeats: repeats === null ? null : Number(repeats),
        cells: (JSON.parse(String(cells)) as readonly unknown[]).map(String),
      }),
    )
  } catch {
    return []
  }
}
