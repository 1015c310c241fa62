import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { getU16, getU32, isPlainFile } from './pages'
import { readSchema, type SchemaRow } from './read-schema'
import { APPLICATION_ID, columnOf, FIELDS_PER_TABLE, FIXED_TABLES, FORMAT, tableOf } from './schema'
import { TABLES_1 } from './upgrade'

const HEADER_BYTES = 100
const [WRITE_VERSION_AT, READ_VERSION_AT, COUNT_AT, FREE_AT, SCHEMA_FORMAT_AT, FORMAT_AT, APPLICATION_AT] = [18, 19, 28, 32, 44, 60, 68]
/** Without a log of its own beside the file. */
const ROLLBACK_JOURNAL = 1

/** What the views of the file begin with. They are never read, and dropped at opening. */
const VIEWS: ReadonlyMap<string, string> = new Map([
  ['fields', 'CREATE VIEW fields AS SELECT '],
  ['responses', 'CREATE VIEW responses AS SELECT '],
])

/**
 * Whether the bytes are a database of ours, judged by themselves before SQLite sees one of them: header, format, and
 * tables word for word. Refuses `not-a-project`, `newer-format`, and `changed-elsewhere` for everything that could run,
 * shadow or hide something.
 */
export function guardFile(file: Uint8Array, path: string): Result<{ readonly format: number }> {
  if (file.length < HEADER_BYTES || getU32(file, APPLICATION_AT) !== APPLICATION_ID) return refuse(fault('not-a-project', { path }))
  const format = getU32(file, FORMAT_AT)
  if (format < 1 || format > 0x7fffffff) return refuse(fault('not-a-project', { path }))
  if (format > FORMAT) return refuse(fault('newer-format', { format }))
  if (!isOurHeader(file)) return refuse(fault('changed-elsewhere'))
  const schema = readSchema(file)
  return schema && isOurSchema(schema, format, getU32(file, COUNT_AT)) ? ok({ format }) : refuse(fault('changed-elsewhere'))
}

function isOurHeader(file: Uint8Array): boolean {
  const size = getU16(file, 16)
  return (
    isPlainFile(file) &&
    (size & (size - 1)) === 0 &&
    getU32(file, COUNT_AT) * size === file.length &&
    file[WRITE_VERSION_AT] === ROLLBACK_JOURNAL &&
    file[READ_VERSION_AT] === ROLLBACK_JOURNAL &&
    getU32(file, SCHEMA_FORMAT_AT) === 4 &&
    hasOwnFreePages(file, size)
  )
}

/** Whether the list of free pages is one, as long as it says and no page twice: SQLite takes new pages from it unseen. */
function hasOwnFreePages(file: Uint8Array, size: number): boolean {
  const seen = new Set<number>()
  const isNew = (page: number): boolean => {
    const isFree = page >= 2 && page * size <= file.length && !seen.has(page)
    seen.add(page)
    return isFree
  }
  for (let trunk = getU32(file, FREE_AT); trunk !== 0; ) {
    if (!isNew(trunk)) return false
    const at = (trunk - 1) * size
    const leaves = getU32(file, at + 4)
    if (leaves > size / 4 - 2) return false
    for (let leaf = 0; leaf < leaves; leaf++) if (!isNew(getU32(file, at + 8 + 4 * leaf))) return false
    trunk = getU32(file, at)
  }
  return seen.size === getU32(file, FREE_AT + 4)
}

function isOurSchema(schema: readonly SchemaRow[], format: number, pages: number): boolean {
  const fixed = new Map((format === 1 ? TABLES_1 : FIXED_TABLES).map((ddl) => [nameIn(ddl), ddl]))
  const [names, roots] = [new Set<string>(), new Set<number>()]
  for (const row of schema) {
    if (names.has(row.name)) return false
    names.add(row.name)
    if (row.type === 'view') {
      const start = VIEWS.get(row.name)
      if (start === undefined || row.root !== 0 || row.table !== row.name || !row.sql?.startsWith(start)) return false
      continue
    }
    if (row.root < 2 || row.root > pages || roots.has(row.root)) return false
    roots.add(row.root)
    if (row.type === 'index' ? !isOwnIndex(row) : row.type !== 'table' || row.table !== row.name) return false
  }
  const tables = schema.filter(({ type }) => type === 'table')
  const own = tables.filter(({ name }) => fixed.has(name) && name !== tableOf(1))
  const cells = tables.filter(({ name }) => !own.some((row) => row.name === name))
  if (own.length !== fixed.size - 1 || !own.every(({ name, sql }) => sql === fixed.get(name))) return false
  return holdsCells(cells, fixed.get(tableOf(1))!)
}

const nameIn = (ddl: string): string => ddl.slice('CREATE TABLE '.length).split(' ', 1)[0]!

const isOwnIndex = ({ name, table, sql }: SchemaRow): boolean =>
  sql === null && /^[a-z_]+$/.test(table) && [1, 2].some((at) => name === `sqlite_autoindex_${table}_${at}`)

/** Whether the tables are those of the responses: columns c1, c2, … without a gap, a thousand a table. */
function holdsCells(tables: readonly SchemaRow[], first: string): boolean {
  const sqlOf = new Map(tables.map(({ name, sql }) => [name, sql]))
  for (let part = 1, number = 1; part <= tables.length; part++) {
    const table = tableOf((part - 1) * FIELDS_PER_TABLE + 1)
    const sql = sqlOf.get(table) ?? ''
    let expected = (part === 1 ? first : `CREATE TABLE ${table} (id INTEGER PRIMARY KEY) STRICT`).replace(/\) STRICT$/, '')
    const isLast = part === tables.length
    for (const end = part * FIELDS_PER_TABLE; number <= end && (!isLast || expected.length + ') STRICT'.length < sql.length); number++) {
      expected += `, ${columnOf(number)} TEXT`
    }
    if (sql !== `${expected}) STRICT`) return false
  }
  return tables.length > 0
}
