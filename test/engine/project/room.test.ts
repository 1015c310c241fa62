import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { quietTask } from '../../../shared/base/task'
import { checkedSql, exportDatabase } from '../../../shared/engine/db/export-database'
import { configure } from '../../../shared/engine/db/schema'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { openProject } from '../../../shared/engine/project/open-project'
import { fitsToImport, fitsToOpen, largeWarning, LARGEST, roomFor, sizeOf } from '../../../shared/engine/project/room'
import { columnOf } from '../../../shared/table/column-builder'
import type { RowBatch } from '../../../shared/table/row-batch'
import { addWave, newProject, testPlatform } from '../../helpers/project'

const MB = 2 ** 20

it('names the sizes that it refuses, to the byte', () => {
  expect(fitsToOpen('p', LARGEST.opened).ok).toBe(true)
  expect(fitsToOpen('p', LARGEST.opened + 1)).toEqual(refuse(fault('project-too-large', { path: 'p', size: 1025, limit: 1024 })))
  expect(fitsToImport(500 * MB, 12 * MB).ok).toBe(true)
  expect(fitsToImport(500 * MB, 12 * MB + 1)).toEqual(refuse(fault('project-full', { size: 500, added: 13, limit: 512 })))
  expect(largeWarning(256 * MB)).toEqual([])
  expect(largeWarning(257 * MB)).toEqual([{ code: 'large-project', params: { size: 257, limit: 512 } }])
})

/** Many rows that take little memory: each holds the same long text. */
const rowsOf = (rows: number, length: number): RowBatch => ({
  rows,
  lines: new Uint32Array(rows),
  scores: new Int8Array(rows),
  answered: new Float64Array(rows),
  asides: new Map(),
  columns: [{ kind: 'coded', codes: new Uint32Array(rows), values: ['x'.repeat(length)] }],
  leftOut: [],
})

it('refuses rows before they take any room, and changes nothing', async () => {
  const store = createMemoryStore()
  const project = await newProject(store)
  const before = await project.hash()
  const part = { rows: rowsOf(100_000, 6000), fields: ['f'], source: () => Promise.reject(new Error('nobody asks for it')) }
  const done = await project.importRows({ parts: [part], changes: () => [] }, quietTask)
  expect(done).toMatchObject({ ok: false, fault: { code: 'project-full', params: { added: 577, limit: 512 } } })
  expect(await project.hash()).toBe(before)
  expect((await store.readJournal()).length).toBe(0)
})

it('guesses the room of rows well enough', async () => {
  const project = await newProject()
  const before = sizeOf(project.db)
  const rows = Array.from({ length: 3000 }, (_, row) => ({ score: row % 11, day: 20_000, cells: [`배송이 늦었고 ${row} words of some length`, `Branch ${row % 7}`] }))
  const guess = roomFor({ ...rowsOf(3000, 0), columns: [0, 1].map((at) => columnOf(rows.map(({ cells }) => cells[at]!))) })
  await addWave(project, 'one', ['Comment', 'Branch'], rows)
  const took = sizeOf(project.db) - before
  expect(guess / took).toBeGreaterThan(0.8)
  expect(guess / took).toBeLessThan(1.5)
})

it('does not look into a file that is too large', async () => {
  const huge = new Proxy(new Uint8Array(0), { get: (target, key) => (key === 'length' ? LARGEST.opened + 1 : (Reflect.get(target, key, target) as unknown)) })
  const store = { ...createMemoryStore(), readSnapshot: () => Promise.resolve(huge) }
  expect(await openProject(await testPlatform(), store, 'p', quietTask)).toMatchObject({ ok: false, fault: { code: 'project-too-large' } })
})

it('has one place that exports a database', () => {
  const root = resolve(import.meta.dirname, '../../..')
  const files = ['shared', 'electron', 'renderer'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
  const exporting = files.filter((name) => /\.tsx?$/.test(name) && /\.export\(/.test(readFileSync(join(root, name), 'utf8')))
  expect(exporting).toEqual([join('shared', 'engine', 'db', 'export-database.ts')])
})

it('exports nothing within a transaction, and leaves the connection as it was', async () => {
  const { sql } = await testPlatform()
  expect(checkedSql(sql)).toBe(sql)
  const db = new sql.Database()
  configure(db)
  db.run('CREATE TABLE t (a)')
  db.run('BEGIN')
  db.run('INSERT INTO t VALUES (1)')
  expect(() => exportDatabase(db)).toThrow()
  db.run('COMMIT')
  expect(exportDatabase(db).length).toBeGreaterThan(4096)
  db.run('PRAGMA trusted_schema = ON')
  expect(() => exportDatabase(db)).toThrow('settings of the connection')
  class Old {
    constructor() {
      const other = new sql.Database()
      other.create_function('sqlite_version', () => '3.39.0')
      return other
    }
  }
  expect(() => checkedSql({ ...sql, Database: Old as never })).toThrow('3.39.0')
})
