import type { Database, SqlJsStatic } from 'sql.js'
import { invariant } from '../../base/assert'
import { oneValue } from './query'
import { configure } from './schema'

/** What sql.js 1.16.0 is made of; older ones lose an open transaction when they export. */
const SQLITE = /^3\.(5[1-9]|[6-9]\d)\./

/** Checks, before anything is opened, that SQLite is the one that all of this was tested with, and that it keeps its word. */
export function checkedSql(sql: SqlJsStatic): SqlJsStatic {
  const db = new sql.Database()
  try {
    const version = String(oneValue(db, 'SELECT sqlite_version()'))
    invariant(SQLITE.test(version), `SQLite ${version} is not the one that Earshot was tested with`)
    configure(db)
    db.run('CREATE TABLE kept (value)')
    exportDatabase(db)
    db.run('BEGIN')
    db.run('INSERT INTO kept VALUES (1)')
    invariant(!exportsNow(db), 'an export within a transaction is refused')
    db.run('COMMIT')
    invariant(oneValue(db, 'SELECT count(*) FROM kept') === 1, 'an export that is refused loses nothing')
    return sql
  } finally {
    db.close()
  }
}

function exportsNow(db: Database): boolean {
  try {
    exportDatabase(db)
    return true
  } catch {
    return false
  }
}

/** The bytes of a database. Never within a transaction; afterwards the connection is as it was, or this throws. */
export function exportDatabase(db: Database): Uint8Array {
  // What is set already, and what SQLite refuses to set within a transaction.
  db.run('PRAGMA synchronous = OFF')
  const bytes = db.export()
  invariant(
    oneValue(db, 'PRAGMA trusted_schema') === 0 && oneValue(db, 'PRAGMA foreign_keys') === 0,
    'an export leaves the settings of the connection',
  )
  return bytes
}
