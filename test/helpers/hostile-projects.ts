import type { Database, SqlJsStatic } from 'sql.js'
import { seal } from '../../shared/engine/project/snapshot'

/** Files that are made to look like projects, each sealed as one: by SQL on a database of ours, or by its bytes. */
export type Hostile =
  | { readonly name: string; readonly sql: readonly string[] }
  | { readonly name: string; readonly bytes: (file: Uint8Array) => Uint8Array }

const PAGE = 4096
const WRITABLE = 'PRAGMA writable_schema = ON'
const schemaRow = (type: string, name: string, table: string, root: number, sql: string): string =>
  `INSERT INTO sqlite_schema VALUES ('${type}', '${name}', '${table}', ${root}, '${sql.replaceAll("'", "''")}')`
const put = (at: number, ...bytes: readonly number[]) => (file: Uint8Array): Uint8Array => {
  const out = file.slice()
  out.set(bytes, at)
  return out
}
const ENDLESS = 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT'
const DEEP = '['.repeat(1_000_000)
const WAVE_COLUMN = (json: string): string => `UPDATE wave SET columns = '${json}'`

/** An interior page whose children are all the same page. */
const bomb = (file: Uint8Array, at: number, header: number, child: number): Uint8Array => {
  const out = file.slice()
  const view = new DataView(out.buffer)
  const cells = 300
  out.fill(0, at + header, at + PAGE)
  out[at + header] = 5
  view.setUint16(at + header + 3, cells)
  view.setUint16(at + header + 5, PAGE - 5)
  view.setUint32(at + header + 8, child)
  view.setUint32(at + PAGE - 5, child)
  out[at + PAGE - 1] = 1
  for (let cell = 0; cell < cells; cell++) view.setUint16(at + header + 12 + 2 * cell, PAGE - 5)
  return out
}

export const HOSTILE: readonly Hostile[] = [
  { name: 'a trigger that rewrites what is set', sql: ["CREATE TRIGGER t AFTER INSERT ON setting BEGIN UPDATE setting SET value = 'HACKED'; END"] },
  { name: 'a trigger that rewrites tags', sql: ["CREATE TRIGGER t AFTER INSERT ON decision BEGIN UPDATE decision SET verdict = 'remove'; END"] },
  { name: 'a trigger on a view', sql: ['CREATE VIEW fields AS SELECT 1 AS a', 'CREATE TRIGGER t INSTEAD OF INSERT ON fields BEGIN DELETE FROM code; END'] },
  { name: 'a trigger that calls itself a view', sql: [WRITABLE, schemaRow('view', 'fields', 'fields', 0, 'CREATE TRIGGER fields AFTER INSERT ON setting BEGIN DELETE FROM setting; END')] },
  { name: 'a trigger that calls itself an index', sql: [WRITABLE, schemaRow('trigger', 'sqlite_autoindex_evil_1', 'setting', 0, 'CREATE TRIGGER sqlite_autoindex_evil_1 AFTER INSERT ON setting BEGIN DELETE FROM setting; END')] },
  {
    name: 'a trigger that has a page as a table has',
    sql: [
      'CREATE TABLE x (id)',
      WRITABLE,
      "UPDATE sqlite_schema SET type = 'trigger', name = 't', tbl_name = 'setting', sql = 'CREATE TRIGGER t AFTER INSERT ON setting BEGIN DELETE FROM setting; END' WHERE name = 'x'",
    ],
  },
  { name: 'a table of another name than it says', sql: [WRITABLE, "UPDATE sqlite_schema SET tbl_name = 'code' WHERE name = 'setting'"] },
  { name: 'a view in the place of a table', sql: ['DROP TABLE mark', "CREATE VIEW mark AS SELECT 'x' AS id, 'w' AS wave"] },
  { name: 'an endless view in the place of a table', sql: ['DROP TABLE stored_field', `CREATE VIEW stored_field AS ${ENDLESS} x AS number, 'f' AS field FROM n`] },
  { name: 'an endless view in the place of the log', sql: ['DROP TABLE operation', `CREATE VIEW operation AS ${ENDLESS} x AS seq FROM n`] },
  { name: 'an endless view beside the tables', sql: [`CREATE VIEW other AS ${ENDLESS} x FROM n`] },
  { name: 'a view under the name of ours that begins otherwise', sql: [`CREATE VIEW fields AS ${ENDLESS} x FROM n`] },
  { name: 'a view called a table', sql: [WRITABLE, "UPDATE sqlite_schema SET sql = 'CREATE VIEW mark AS SELECT 1' WHERE name = 'mark'"] },
  { name: 'a generated column of a gigabyte', sql: ['DROP TABLE setting', "CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL, big BLOB AS (zeroblob(1000000000)) VIRTUAL) STRICT"] },
  { name: 'a generated column of a response', sql: [WRITABLE, "UPDATE sqlite_schema SET sql = replace(sql, 'c2 TEXT', 'c2 TEXT AS (hex(zeroblob(400000000)))') WHERE name = 'response'"] },
  { name: 'a column more', sql: ['ALTER TABLE response ADD COLUMN c9 TEXT'] },
  { name: 'a column with a default', sql: ["ALTER TABLE meta ADD COLUMN more TEXT DEFAULT 'x'"] },
  { name: 'a check that calls functions', sql: ['DROP TABLE setting', 'CREATE TABLE setting (id TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (length(zeroblob(1000000000)) > 0)) STRICT'] },
  { name: 'an index on an expression', sql: ['CREATE INDEX i ON setting (hex(zeroblob(1000)))'] },
  { name: 'a partial index', sql: ["CREATE INDEX i ON setting (value) WHERE value LIKE '%x%'"] },
  { name: 'a virtual table', sql: [WRITABLE, schemaRow('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING fts5(x)')] },
  { name: 'a virtual table in the place of a table', sql: [WRITABLE, "UPDATE sqlite_schema SET rootpage = 0, sql = 'CREATE VIRTUAL TABLE mark USING fts5(x)' WHERE name = 'mark'"] },
  { name: 'the shadow of a virtual table', sql: ['CREATE TABLE v_content (id INTEGER PRIMARY KEY, c0)'] },
  { name: 'statistics', sql: ['CREATE TABLE setting_2 (id)', 'ANALYZE'] },
  { name: 'a sequence', sql: ['CREATE TABLE other (id INTEGER PRIMARY KEY AUTOINCREMENT)'] },
  { name: 'a table less', sql: ['DROP TABLE left_out'] },
  { name: 'a table that is not strict', sql: [WRITABLE, "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'mark'"] },
  { name: 'one letter of the schema', sql: [WRITABLE, "UPDATE sqlite_schema SET sql = replace(sql, 'verdict TEXT', 'verdict text') WHERE name = 'decision'"] },
  { name: 'one space of the schema', sql: [WRITABLE, "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'code'"] },
  { name: 'two tables in one place', sql: [WRITABLE, "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'mark') WHERE name = 'decision'"] },
  { name: 'a table on the page of the schema', sql: [WRITABLE, "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'setting'"] },
  { name: 'a table beyond the file', sql: [WRITABLE, "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'setting'"] },
  { name: 'a table twice', sql: [WRITABLE, "INSERT INTO sqlite_schema SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = 'setting'"] },
  { name: 'two tables whose rows are swapped', sql: [WRITABLE, "UPDATE sqlite_schema SET name = 'swap' WHERE name = 'code'"] },
  { name: 'a mark of another program', sql: ['PRAGMA application_id = 1196444487'] },
  { name: 'a newer format', sql: ['PRAGMA user_version = 99'] },
  { name: 'no format', sql: ['PRAGMA user_version = 0'] },
  { name: 'a negative format', sql: ['PRAGMA user_version = -1'] },
  { name: 'texts in UTF-16', bytes: put(56, 0, 0, 0, 2) },
  { name: 'a log of its own (WAL)', bytes: put(18, 2, 2) },
  { name: 'pages of 65,536 bytes', bytes: put(16, 0, 1) },
  { name: 'pages of 65,536 bytes in a file of one', bytes: (file) => put(16, 0, 1)(file.slice(0, 4096)) },
  { name: 'pages of 3,000 bytes', bytes: put(16, 0x0b, 0xb8) },
  { name: 'reserved bytes', bytes: put(20, 32) },
  { name: 'a huge list of free pages', bytes: put(32, 0, 0, 0, 3, 0x7f, 0xff, 0xff, 0xff) },
  { name: 'more pages than there are', bytes: put(28, 0x7f, 0xff, 0xff, 0xff) },
  { name: 'a header and nothing else', bytes: (file) => file.slice(0, 100) },
  { name: 'nothing', bytes: () => new Uint8Array(0) },
  { name: 'a schema whose pages lead back to themselves', bytes: (file) => bomb(file, 0, 100, 1) },
  { name: 'a schema that is the same pages over and over', bytes: (file) => bomb(bomb(file, 0, 100, 2), PAGE, 0, 3) },
  { name: 'a table that is the same pages over and over', bytes: (file) => bomb(bomb(bomb(file, PAGE, 0, 3), 2 * PAGE, 0, 4), 3 * PAGE, 0, 5) },
  { name: 'responses beyond their number', sql: ['INSERT INTO response (id, batch, line) VALUES (900, 1, 5)'] },
  { name: 'more responses than there are', sql: ['UPDATE stored_batch SET responses = 9000000000000000'] },
  { name: 'fewer responses than none', sql: ['UPDATE stored_batch SET responses = -5'] },
  { name: 'a response with the smallest of all ids', sql: ['UPDATE response SET id = -9223372036854775808 WHERE id = 1'] },
  { name: 'a line beyond all files', sql: ['UPDATE response SET line = 9223372036854775807 WHERE id = 2'] },
  { name: 'a score beyond all scales', sql: ['UPDATE response SET score = 9223372036854775807 WHERE id = 2'] },
  { name: 'a negative score', sql: ['UPDATE response SET score = -1 WHERE id = 2'] },
  { name: 'a response of no batch', sql: ['UPDATE response SET batch = 77 WHERE id = 3'] },
  { name: 'a field with a huge number', sql: ["UPDATE stored_field SET number = 9007199254740993 WHERE number = 2"] },
  { name: 'a gap in the log', sql: ['UPDATE operation SET seq = 9223372036854775807 WHERE seq = 2'] },
  { name: 'an operation before the first', sql: ['UPDATE operation SET seq = -1 WHERE seq = 1'] },
  { name: 'a record that is no JSON', sql: [WAVE_COLUMN('{')] },
  { name: 'a record a million deep', sql: [WAVE_COLUMN(DEEP)] },
  { name: 'a record a million deep, closed', sql: [WAVE_COLUMN(DEEP + ']'.repeat(1_000_000))] },
  { name: 'keys of the prototype', sql: [WAVE_COLUMN('[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}]')] },
  { name: 'a record of another kind', sql: ["UPDATE field SET kind = 'constructor'"] },
  { name: 'a wave on no scale', sql: ["UPDATE wave SET scale = '0-99999999999999'"] },
  { name: 'a batch that is a path', sql: ["UPDATE wave SET batch = '../../etc/passwd'"] },
  { name: 'a code that is its number', sql: ["INSERT INTO code (id, name, rule, description, color, position, archived) VALUES ('c', 'n', '', '', '', 0, 9223372036854775807)"] },
]

/** The file that a hostile hand made of `database`. */
export async function hostileFile(sql: SqlJsStatic, database: Uint8Array, hostile: Hostile, sha256: (bytes: Uint8Array) => Promise<string>): Promise<Uint8Array> {
  if ('bytes' in hostile) return seal(hostile.bytes(database), sha256)
  const db: Database = new sql.Database(database.slice())
  // Our own views go first, so that others may take their names.
  for (const view of ['fields', 'responses']) db.run(`DROP VIEW IF EXISTS ${view}`)
  for (const statement of hostile.sql) db.run(statement)
  const made = db.export()
  db.close()
  return seal(made, sha256)
}
