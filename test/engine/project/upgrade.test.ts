import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { oneValue } from '../../../shared/engine/db/query'
import { FORMAT } from '../../../shared/engine/db/schema'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { openProject } from '../../../shared/engine/project/open-project'
import { seal } from '../../../shared/engine/project/snapshot'
import { verifyProject } from '../../../shared/engine/recover/verify-project'
import type { Code } from '../../../shared/model/records'
import { must, reopen, testPlatform } from '../../helpers/project'

/** A project as format 1 wrote it: three responses, two codes, one of which was changed once. */
const OLD = gunzipSync(readFileSync(join(import.meta.dirname, '../../golden/projects/format-1.earshot.gz')))

const open = async () => {
  const store = createMemoryStore()
  must(await store.writeSnapshot(new Uint8Array(OLD)))
  return { store, project: must(await openProject(await testPlatform(), store, 'old.earshot', quietTask)) }
}

it('says the same of a file of format 1, and takes its changes back', async () => {
  const { project } = await open()
  expect([...project.registers.code.values()].map(({ name, rule }) => [name, rule])).toEqual([
    ['Price', 'price'],
    ['Delivery', '배송'],
  ])
  expect(await project.hash()).toBe('47732a00de08fd62b39e9959188f15bf0b91678388f3ba37b67f5d1e4cc624e5')
  must(await project.undo())
  expect([...project.registers.code.values()][0]!.rule).toBe('price*')
  expect(oneValue(project.db, 'SELECT count(*) FROM response')).toBe(3)
})

it('saves it in the format of today, with what only that can say', async () => {
  const { project, store } = await open()
  const [[id, before]] = [...project.registers.code] as [[string, Code]]
  const after: Code = { ...before, direction: 'complaint', mustHit: ['too dear'], archived: true }
  must(await project.change('codebook', [{ register: 'code', id, before, after }]))
  const key = { wave: 'w', line: 2, field: 'f', kind: 'note' as const }
  must(await project.change('mark', [{ register: 'mark', id: 'w/2/f/note', before: null, after: { ...key, text: 'call back', coder: 'ana', at: 'now' } }]))
  const hash = await project.hash()
  must(await project.save())
  await project.close()

  const again = await reopen(store)
  expect(oneValue(again.db, 'PRAGMA user_version')).toBe(FORMAT)
  expect(await again.hash()).toBe(hash)
  expect(again.registers.code.get(id)).toEqual(after)
  must(await again.undo())
  must(await again.undo())
  expect(again.registers.code.get(id)).toEqual(before)
  expect(again.registers.mark.size).toBe(0)
})

/** A project as format 2 wrote it: a wave of five responses, a code with all its properties, a tag, a note, an undo. */
const PRESENT = gunzipSync(readFileSync(join(import.meta.dirname, '../../golden/projects/format-2.earshot.gz')))

it('says the same of a file of format 2, whoever opens it', async () => {
  const store = createMemoryStore()
  must(await store.writeSnapshot(new Uint8Array(PRESENT)))
  expect(must(await verifyProject(await testPlatform(), store, 'p', quietTask))).toEqual([])
  const project = must(await openProject(await testPlatform('bo'), store, 'present.earshot', quietTask))
  expect(await project.hash()).toBe('88b7339de8a89b8532d879cbe382fe7def0082ed5a0732196581bdcf4cb24224')
  expect([...project.registers.code.values()]).toMatchObject([{ name: 'Price', direction: 'complaint', mustHit: ['too dear'] }])
  expect([project.registers.mark.size, project.registers.decision.size, project.columns.rows]).toEqual([1, 1, 5])
  must(await project.redo())
  expect([...project.registers.code.values()][0]!.name).toBe('Cost')
})

it.each([OLD, PRESENT])('refuses the same file in a newer format, which stays byte for byte', async (golden) => {
  const platform = await testPlatform()
  const database = new Uint8Array(golden.subarray(0, -48))
  database[63] = FORMAT + 1
  const newer = await seal(database, (bytes) => platform.sha256(bytes))
  const store = createMemoryStore()
  must(await store.writeSnapshot(newer))
  const opened = await openProject(platform, store, 'p', quietTask)
  expect(opened).toMatchObject({ ok: false, fault: { code: 'newer-format', params: { format: FORMAT + 1 } } })
  expect(must(await verifyProject(platform, store, 'p', quietTask)).map(({ code }) => code)).toEqual(['newer-format'])
  expect(await store.readSnapshot()).toEqual(newer)
})
