import type { Database } from 'sql.js'

/** Version of the file format; described in shared/engine/FORMAT.md. */
export const FORMAT = 2

/** `ERST` in ASCII: tells `file` and SQLite tools whose database this is. */
export const APPLICATION_ID = 0x45525354

/** SQLite allows 2,000 columns a table; the cells of further fields continue in `response_2`, `response_3`, … */
export const FIELDS_PER_TABLE = 1000

const FIXED_RESPONSE =
  'CREATE TABLE response (id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, line INTEGER NOT NULL, score INTEGER, answered TEXT, aside TEXT) STRICT'

export const FIXED_TABLES = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
  `CREATE TABLE operation (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, author TEXT NOT NULL, intent TEXT NOT NULL, undoes TEXT, redoes TEXT, changes TEXT NOT NULL, chain TEXT NOT NULL) STRICT`,
  `CREATE TABLE wave (id TEXT PRIMARY KEY, name TEXT NOT NULL, file TEXT NOT NULL, source TEXT NOT NULL, batch TEXT NOT NULL, importedAt TEXT NOT NULL, scale TEXT NOT NULL, treatAsNps INTEGER NOT NULL, columns TEXT NOT NULL, counts TEXT NOT NULL) STRICT`,
  `CREATE TABLE field (id TEXT PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL) STRICT`,
  `CREATE TABLE code (id TEXT PRIMARY KEY, name TEXT NOT NULL, parent TEXT, rule TEXT NOT NULL, description TEXT NOT NULL, color TEXT NOT NULL, position REAL NOT NULL, direction TEXT, exclusive TEXT, mustHit TEXT, mustMiss TEXT, archived INTEGER, questions TEXT) STRICT`,
  `CREATE TABLE decision (id TEXT PRIMARY KEY, wave TEXT NOT NULL, line INTEGER NOT NULL, field TEXT NOT NULL, code TEXT NOT NULL, coder TEXT NOT NULL, at TEXT NOT NULL, verdict TEXT NOT NULL) STRICT`,
  `CREATE TABLE mark (id TEXT PRIMARY KEY, wave TEXT NOT NULL, line INTEGER NOT NULL, field TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, coder TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
  `CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
  `CREATE TABLE stored_batch (number INTEGER PRIMARY KEY, batch TEXT NOT NULL UNIQUE, firstResponse INTEGER NOT NULL, responses INTEGER NOT NULL) STRICT`,
  `CREATE TABLE stored_field (number INTEGER PRIMARY KEY, field TEXT NOT NULL UNIQUE) STRICT`,
  FIXED_RESPONSE,
  `CREATE TABLE left_out (batch INTEGER NOT NULL, line INTEGER NOT NULL, fate TEXT NOT NULL, code TEXT NOT NULL, repeats INTEGER, cells TEXT NOT NULL) STRICT`,
] as const

/** Table that holds the cells of field `number` (from 1). */
export const tableOf = (number: number): string => {
  const part = Math.ceil(number / FIELDS_PER_TABLE)
  return part === 1 ? 'response' : `response_${part}`
}

/** Generated, safe name of the column of field `number`. */
export const columnOf = (number: number): string => `c${number}`

/** Makes `db` an empty project. */
export function createSchema(db: Database, projectId: string): void {
  db.run(`PRAGMA application_id = ${APPLICATION_ID}`)
  db.run(`PRAGMA user_version = ${FORMAT}`)
  for (const ddl of FIXED_TABLES) db.run(ddl)
  db.run('INSERT INTO meta VALUES (?, ?)', ['project', projectId])
}

/** Settings of the connection; they are not stored, so they are set at every opening. */
export function configure(db: Database): void {
  db.run('PRAGMA journal_mode = MEMORY')
  db.run('PRAGMA synchronous = OFF')
  db.run('PRAGMA temp_store = MEMORY')
  db.run('PRAGMA trusted_schema = OFF')
  db.run('PRAGMA foreign_keys = OFF')
}

/** Makes room for the cells of field `number`. */
export function addFieldColumn(db: Database, number: number): void {
  const table = tableOf(number)
  if (table !== 'response') db.run(`CREATE TABLE IF NOT EXISTS ${table} (id INTEGER PRIMARY KEY) STRICT`)
  db.run(`ALTER TABLE ${table} ADD COLUMN ${columnOf(number)} TEXT`)
}
