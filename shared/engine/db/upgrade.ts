import type { Database } from 'sql.js'
import { FIXED_TABLES, FORMAT } from './schema'

const isOf = (table: string) => (ddl: string): boolean => ddl.startsWith(`CREATE TABLE ${table} `)
const CODE = FIXED_TABLES.find(isOf('code'))!
const MARK = FIXED_TABLES.find(isOf('mark'))!

/** Codes had none of the columns from `direction` on, and there were no marks. */
const CODE_1 = CODE.replace(/, direction .*\)/, ')')

/** The tables of format 1. */
export const TABLES_1 = FIXED_TABLES.filter((ddl) => ddl !== MARK).map((ddl) => (ddl === CODE ? CODE_1 : ddl))

/** Brings the tables of an older format to ours, in memory. */
export function upgrade(db: Database, format: number): void {
  if (format === FORMAT) return
  db.run('ALTER TABLE code RENAME TO code_1')
  db.run(CODE)
  db.run('INSERT INTO code (id, name, parent, rule, description, color, position) SELECT id, name, parent, rule, description, color, position FROM code_1 ORDER BY rowid')
  db.run('DROP TABLE code_1')
  db.run(MARK)
  db.run(`PRAGMA user_version = ${FORMAT}`)
}
