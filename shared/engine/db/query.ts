import type { Database, SqlValue } from 'sql.js'

/** Runs `sql` and hands each row to `visit`; frees the statement, which sql.js would otherwise keep for ever. */
export function eachRow(db: Database, sql: string, params: readonly SqlValue[], visit: (row: SqlValue[]) => void): void {
  const statement = db.prepare(sql)
  try {
    statement.bind([...params])
    while (statement.step()) visit(statement.get())
  } finally {
    statement.free()
  }
}

/** All rows of `sql`. For small tables; large ones are visited. */
export function allRows(db: Database, sql: string, params: readonly SqlValue[] = []): SqlValue[][] {
  const rows: SqlValue[][] = []
  eachRow(db, sql, params, (row) => rows.push(row))
  return rows
}

/** First value of the first row, or null. */
export function oneValue(db: Database, sql: string, params: readonly SqlValue[] = []): SqlValue {
  return allRows(db, sql, params)[0]?.[0] ?? null
}

/** Inserts rows quickly: many rows a statement, one prepared statement for all but the last. */
export function rowInserter(db: Database, table: string, columns: readonly string[], verb = 'INSERT'): {
  add(values: readonly SqlValue[]): void
  finish(): void
} {
  // SQLite takes at most 32,766 values a statement; beyond some 500 nothing is gained.
  const rowsPerStatement = Math.max(1, Math.floor(500 / columns.length))
  const sqlFor = (rows: number): string => {
    const one = `(${columns.map(() => '?').join(',')})`
    return `${verb} INTO ${table} (${columns.join(',')}) VALUES ${Array.from({ length: rows }, () => one).join(',')}`
  }
  const statement = db.prepare(sqlFor(rowsPerStatement))
  let pending: SqlValue[] = []
  return {
    add(values) {
      for (const value of values) pending.push(value)
      if (pending.length < rowsPerStatement * columns.length) return
      statement.run(pending)
      pending = []
    },
    finish() {
      if (pending.length > 0) db.run(sqlFor(pending.length / columns.length), pending)
      statement.free()
    },
  }
}
