import { beforeAll, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { guardFile } from '../../../shared/engine/db/guard-file'
import { FIXED_TABLES, tableOf } from '../../../shared/engine/db/schema'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { openProject } from '../../../shared/engine/project/open-project'
import { recoverProject } from '../../../shared/engine/recover/recover-project'
import type { Platform } from '../../../shared/engine/platform'
import { verifyProject } from '../../../shared/engine/recover/verify-project'
import { HOSTILE, hostileFile } from '../../helpers/hostile-projects'
import { addWave, must, newProject, testPlatform } from '../../helpers/project'

let platform: Platform
let database: Uint8Array
/** Statements that SQLite was given, and may not have been for a file that is refused by its bytes. */
const sha256 = (bytes: Uint8Array) => platform.sha256(bytes)

beforeAll(async () => {
  platform = await testPlatform()
  const store = createMemoryStore()
  const project = await newProject(store)
  const rows = Array.from({ length: 120 }, (_, row) => ({ score: row % 11, day: 20_000, cells: [`words ${row}`, 'x'] }))
  await addWave(project, 'one', ['Comment', 'Industry'], rows)
  must(await project.save())
  database = (await store.readSnapshot())!.slice(0, -48)
})

const storeOf = (file: Uint8Array) => ({ ...createMemoryStore(), readSnapshot: () => Promise.resolve(file.slice()) })

const prototypes = (): string => JSON.stringify([Object.prototype, Array.prototype].map((each) => Object.getOwnPropertyNames(each).toSorted()))

it('are as many as were asked for', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(50)
  expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length)
})

it.each(HOSTILE.map((hostile) => [hostile.name, hostile] as const))('opens no file with %s', async (_, hostile) => {
  const before = prototypes()
  const file = await hostileFile(platform.sql, database, hostile, sha256)
  const started = performance.now()
  const opened = await openProject(platform, storeOf(file), 'p.earshot', quietTask)
  const code = opened.ok ? 'opened' : opened.fault.code
  expect(['damaged', 'changed-elsewhere', 'not-a-project', 'newer-format']).toContain(code)
  const problems = must(await verifyProject(platform, storeOf(file), 'p.earshot', quietTask))
  expect(problems).not.toEqual([])
  // What can be had of it is a project of ours, or nothing.
  const remains = { file, store: createMemoryStore(), generations: [], readGeneration: () => Promise.resolve(null) }
  const recovered = await recoverProject(platform, remains, 'p.earshot', quietTask)
  if (recovered.ok) expect(must(await verifyProject(platform, storeOf(recovered.value.bytes), 'p.earshot', quietTask))).toEqual([])
  // None takes longer than a person waits; an endless one would not come here.
  expect(performance.now() - started).toBeLessThan(30_000)
  expect(prototypes()).toBe(before)
})

it('opens no file in whose schema one byte is another, whichever it is', () => {
  const opens = (place: number, bits: number): boolean => {
    const other = database.slice()
    other[place] = other[place]! ^ bits
    return guardFile(other, 'p').ok
  }
  const text = Buffer.from(database).toString('latin1')
  const said: string[] = []
  let tried = 0
  for (const { index: start } of text.matchAll(/CREATE (?:TABLE|VIEW) /g)) {
    // What was said before lies in free space, where nobody looks.
    if (opens(start, 1)) continue
    // What a view says beyond its beginning is never read: it is dropped unseen.
    const last = text.startsWith('CREATE VIEW', start) ? ' SELECT ' : ') STRICT'
    const end = text.indexOf(last, start) + last.length
    for (let place = start; place < end; place++) {
      tried += 1
      if (opens(place, place % 2 === 0 ? 0x20 : 0x01)) throw new Error(`opened: ${text.slice(start, place)}…`)
    }
    said.push(text.slice(start, end))
  }
  expect(said).toEqual(expect.arrayContaining(FIXED_TABLES.filter((ddl) => !ddl.startsWith(`CREATE TABLE ${tableOf(1)} `))))
  expect(said.filter((ddl) => ddl.startsWith('CREATE VIEW'))).toHaveLength(2)
  expect(tried).toBeGreaterThan(1500)
})

it.each(['a trigger that has a page as a table has', 'a table of another name than it says'])('shows SQLite no file with %s', async (name) => {
  const file = await hostileFile(platform.sql, database, HOSTILE.find((hostile) => hostile.name === name)!, sha256)
  expect(guardFile(file.slice(0, -48), 'p')).toMatchObject({ ok: false, fault: { code: 'changed-elsewhere' } })
})

it('opens the file that they are made of', async () => {
  const plain = await hostileFile(platform.sql, database, { name: 'plain', sql: [] }, sha256)
  expect((await openProject(platform, storeOf(plain), 'p.earshot', quietTask)).ok).toBe(true)
  expect(must(await verifyProject(platform, storeOf(plain), 'p.earshot', quietTask))).toEqual([])
})
