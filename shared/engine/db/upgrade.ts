import type { Database } from 'sql.js'
import { FIXED_TABLES, FORMAT, hasOurSchema } from './schema'

const isOf = (table: string) => (ddl: string): boolean => ddl.startsWith(`CREATE TABLE ${table} `)
const CODE = FIXED_TABLES.find(isOf('code'))!
const MARK = FIXED_TABLES.find(isOf('mark'))!

/** Codes had none of the columns from `direction` on, and there were no marks. */
const CODE_1 = CODE.replace(/, direction .*\)/, ')')
const TABLES_1 = FIXED_TABLES.filter((ddl) => ddl !== MARK).map((ddl) => (ddl === CODE ? CODE_1 : ddl))

/** Whether `db` holds exactly the tables of its format; one of an older format is brought to ours, in memory. */
export function upgrade(db: Database, format: number): boolean {
  if (format === FORMAT) return hasOurSchema(db)
  if (format !== 1 || !hasOurSchema(db, TABLES_1)) return false
  db.run('ALTER TABLE code RENAME TO code_1')
  db.run(CODE)
  db.run('INSERT INTO code (id, name, parent, rule, description, color, position) SELECT id, name, parent, rule, description, color, position FROM code_1 ORDER BY rowid')
  db.run('DROP TABLE code_1')
  db.run(MARK)
  db.run(`PRAGMA user_version = ${FORMAT}`)
  return true
}
