import type { Database } from 'sql.js'
import { allRows } from './query'
import { storedBatches } from './rows'

/** Tables whose rows are responses: the main one, and those for further fields. */
const responseTables = (db: Database): readonly string[] =>
  allRows(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND (name = 'response' OR name GLOB 'response_[0-9]*') ORDER BY name").map(([name]) => String(name))

/**
 * Removes responses, by their ids in ascending order, and numbers those behind them anew: ids have no gaps. Where batches lie follows. What
 * was there may still be read in free pages until the file is rebuilt (`VACUUM`).
 */
export function eraseRows(db: Database, ids: readonly number[]): void {
  const gone = JSON.stringify(ids)
  for (const table of responseTables(db)) {
    db.run(`DELETE FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, [gone])
    // From the front on, so that each goes to a place that is free.
    ids.forEach((id, at) => db.run(`UPDATE ${table} SET id = id - ? WHERE id > ? AND id < ?`, [at + 1, id, ids[at + 1] ?? Number.MAX_SAFE_INTEGER]))
  }
  let first = 1
  for (const { number } of storedBatches(db)) {
    const responses = Number(allRows(db, 'SELECT count(*) FROM response WHERE batch = ?', [number])[0]![0])
    db.run('UPDATE stored_batch SET firstResponse = ?, responses = ? WHERE number = ?', [first, responses, number])
    first += responses
  }
}
