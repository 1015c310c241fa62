import type { Database, SqlValue } from 'sql.js'
import { allRows, oneValue } from './query'

const BLOCK = 512
/** More than a project has; a damaged number may say anything. */
const MOST_ROWS = 20_000_000

/** Gives `take` every row of a damaged table that can still be read. Whether that is all of them, as far as the table can say, and all were taken. */
export function eachReadable(db: Database, table: string, columns: string, take: (row: readonly SqlValue[]) => boolean): boolean {
  let isWhole = true
  const read = (from: number, to: number): void => {
    try {
      // By row ids alone: an index may name rows that are not there.
      const sql = `SELECT ${columns} FROM ${table} NOT INDEXED WHERE rowid BETWEEN ? AND ? LIMIT ?`
      for (const row of allRows(db, sql, [from, to, to - from + 1])) if (!take(row)) isWhole = false
    } catch {
      if (from >= to) {
        isWhole = false
        return
      }
      const middle = Math.floor((from + to) / 2)
      read(from, middle)
      read(middle + 1, to)
    }
  }
  const last = lastRow(db, table)
  for (let from = 1; from <= (last ?? 0); from += BLOCK) read(from, from + BLOCK - 1)
  return isWhole && last !== null
}

/** Null where it cannot be read. */
function lastRow(db: Database, table: string): number | null {
  try {
    const last = Number(oneValue(db, `SELECT coalesce(max(rowid), 0) FROM ${table}`))
    return last >= 0 && last <= MOST_ROWS ? last : null
  } catch {
    return null
  }
}
