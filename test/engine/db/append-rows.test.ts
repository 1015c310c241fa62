import fc from 'fast-check'
import initSqlJs, { type Database } from 'sql.js'
import { describe, expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { appendRows } from '../../../shared/engine/db/append-rows'
import { allRows, oneValue } from '../../../shared/engine/db/query'
import { numberColumn, textColumn, timeColumn } from '../../../shared/engine/db/record-column'
import { columnOf } from '../../../shared/table/column-builder'
import { plainColumn } from '../../../shared/table/column'

const sql = await initSqlJs()

type Row = readonly [number: number, text: string, coded: string, seconds: number]

/** An empty table beside others, in pages of that size. */
function emptyTable(pageSize: number): Database {
  const db = new sql.Database()
  db.run(`PRAGMA page_size = ${pageSize}`)
  db.run('CREATE TABLE before (id INTEGER PRIMARY KEY, a TEXT UNIQUE) STRICT')
  db.run("INSERT INTO before VALUES (1, 'x')")
  db.run('CREATE TABLE t (id INTEGER PRIMARY KEY, number INTEGER, text TEXT, coded TEXT, time TEXT) STRICT')
  db.run('CREATE TABLE after (id INTEGER PRIMARY KEY, a TEXT) STRICT')
  return db
}

async function appended(db: Database, rows: readonly Row[]): Promise<Database> {
  const first = Number(oneValue(db, 'SELECT coalesce(max(id), 0) + 1 FROM t'))
  const columns = [
    numberColumn(Int32Array.from(rows, ([number]) => number)),
    textColumn(plainColumn(rows.map(([, text]) => text))),
    textColumn(columnOf(rows.map(([, , coded]) => coded))),
    timeColumn(Float64Array.from(rows, ([, , , seconds]) => seconds)),
  ]
  const root = Number(oneValue(db, "SELECT rootpage FROM sqlite_schema WHERE name = 't'"))
  const file = await appendRows(db.export(), { root, first, rows: rows.length, columns }, quietTask)
  return new sql.Database(file)
}

const timeOf = (seconds: number): string | null =>
  Number.isNaN(seconds) ? null : new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')
const asStored = (rows: readonly Row[]): unknown[] =>
  rows.map(([number, text, coded, seconds], at) => [at + 1, number < 0 ? null : number, text || null, coded || null, timeOf(seconds)])

const stored = (db: Database): unknown[] => allRows(db, 'SELECT * FROM t ORDER BY id')

const text = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }).map((each) => each.replaceAll('\0', '')) },
  // Around what just fits into a page, and what takes many.
  { weight: 1, arbitrary: fc.integer({ min: 400, max: 560 }).map((length) => 'x'.repeat(length)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9000 }).map((length) => '가'.repeat(length)) },
)
const row: fc.Arbitrary<Row> = fc.tuple(
  fc.oneof(fc.constantFrom(-1, 0, 1, 2, 127, 128, 32767, 32768, 8388607, 8388608), fc.nat(0x7fffffff)),
  text,
  fc.constantFrom('', 'a', '업종', 'b'.repeat(300)),
  fc.oneof(fc.constant(Number.NaN), fc.integer({ min: -2e9, max: 4e9 })),
)

describe('rows written as pages', () => {
  test('are what SQLite reads, however often rows are added and however deep the tree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(512, 1024, 4096),
        fc.array(fc.array(row, { maxLength: 120, size: 'max' }), { minLength: 1, maxLength: 4 }),
        async (pageSize, parts) => {
          let db = emptyTable(pageSize)
          for (const part of parts) {
            const next = await appended(db, part)
            db.close()
            db = next
          }
          expect(oneValue(db, 'PRAGMA integrity_check')).toBe('ok')
          expect(stored(db)).toEqual(asStored(parts.flat()))
          expect(oneValue(db, 'SELECT a FROM before')).toBe('x')
          // SQLite goes on with the file as with one of its own.
          db.run("INSERT INTO t VALUES (1000000, 7, 'more', NULL, NULL)")
          db.run('DELETE FROM t WHERE id <= 3')
          db.run("INSERT INTO after VALUES (1, 'y')")
          expect(oneValue(db, 'PRAGMA integrity_check')).toBe('ok')
          db.close()
        },
      ),
      { numRuns: process.env['EARSHOT_SOAK'] ? 3000 : 60 },
    )
  })

  test('make a tree of several levels', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at): Row => [at, `text ${at}`, 'a', at])
    const db = await appended(emptyTable(512), rows)
    expect(oneValue(db, 'PRAGMA integrity_check')).toBe('ok')
    expect(stored(db)).toEqual(asStored(rows))
    const more = await appended(db, rows.slice(0, 500))
    expect(oneValue(more, 'PRAGMA integrity_check')).toBe('ok')
    expect(oneValue(more, 'SELECT count(*) FROM t')).toBe(20_500)
    expect(allRows(more, 'SELECT text FROM t WHERE id IN (1, 10000, 20000, 20001, 20500) ORDER BY id').flat()).toEqual(
      ['text 0', 'text 9999', 'text 19999', 'text 0', 'text 499'],
    )
  })

  test('join what SQLite itself has written', async () => {
    const db = emptyTable(1024)
    for (let id = 1; id <= 3000; id++) db.run('INSERT INTO t VALUES (?, ?, ?, NULL, NULL)', [id, id, `own ${id}`])
    const next = await appended(db, [[5, 'new', 'a', 0]])
    expect(oneValue(next, 'PRAGMA integrity_check')).toBe('ok')
    expect(allRows(next, 'SELECT id, text FROM t WHERE id >= 3000')).toEqual([[3000, 'own 3000'], [3001, 'new']])
  })

  test('are none at all when the task was cancelled', async () => {
    const db = emptyTable(4096)
    const root = Number(oneValue(db, "SELECT rootpage FROM sqlite_schema WHERE name = 't'"))
    const task = { ...quietTask, cancelled: () => true }
    expect(await appendRows(db.export(), { root, first: 1, rows: 1, columns: [] }, task)).toBeNull()
  })
})
