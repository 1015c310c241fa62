import { describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { FORMAT } from '../../../shared/engine/db/schema'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { openProject } from '../../../shared/engine/project/open-project'
import type { ProjectStore } from '../../../shared/protocol/store'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { addWave, must, newProject, reopen, testPlatform } from '../../helpers/project'
import { ROWS, setting } from './history-rows'

describe('openProject', () => {
  it('refuses damaged, foreign and newer files, and says which', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    await addWave(project, 'one', ['Industry'], ROWS)
    must(await project.save())
    const file = (await store.readSnapshot())!
    const open = async (bytes: Uint8Array) => {
      const opened = await openProject(await testPlatform(), { ...store, readSnapshot: () => Promise.resolve(bytes) }, 'p', quietTask)
      return opened.ok ? 'opened' : opened.fault.code
    }
    expect(await open(file)).toBe('opened')
    const flipped = file.slice()
    flipped[5000]! ^= 1
    expect(await open(flipped)).toBe('damaged')
    expect(await open(file.slice(0, -60))).toBe('damaged')
    expect(await open(file.slice(0, -48))).toBe('changed-elsewhere')
    expect(await open(new TextEncoder().encode('id,score\n1,10'))).toBe('not-a-project')
    expect(await open(new Uint8Array(0))).toBe('not-a-project')
    project.db.run(`PRAGMA user_version = ${FORMAT + 1}`)
    expect(await open(must(await project.snapshot(quietTask)))).toBe('newer-format')
  })
})

describe('what may not be lost or mixed up', () => {
  it('does not bring back a change that was refused after its bytes were written', async () => {
    const store = createMemoryStore()
    let broken = false
    const failing: ProjectStore = {
      ...store,
      async appendJournal(bytes) {
        const done = await store.appendJournal(bytes)
        return broken ? refuse(fault('storage', { what: 'fsync' })) : done
      },
    }
    const project = await newProject(failing)
    broken = true
    expect((await setting(project, 'a', '1')).ok).toBe(false)
    expect((await reopen(store)).registers.setting.has('a')).toBe(false)
  })

  it('keeps a journal whole that a newer version wrote, and takes zeros for its end', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    must(await setting(project, 'a', '1'))
    const journal = await store.readJournal()
    await store.appendJournal(new Uint8Array(4096))
    expect((await reopen(store)).registers.setting.has('a')).toBe(true)
    expect(await store.readJournal()).toEqual(journal)

    const { encodeFrame } = await import('../../../shared/engine/journal/journal')
    const unknown = { seq: 3, chain: 'x', operation: { id: 'n', at: '', author: '', intent: 'dance', changes: [] } }
    const [first] = [journal.subarray(4, 8)]
    const crc = new DataView(first!.buffer, first!.byteOffset).getUint32(0, true)
    await store.appendJournal(encodeFrame(unknown as never, crc).bytes)
    const before = await store.readJournal()
    expect(await openProject(await testPlatform(), store, 'p', quietTask)).toEqual(refuse(fault('journal')))
    expect(await store.readJournal()).toEqual(before)
  })

  it('refuses a change that was worked out from another state', async () => {
    const project = await newProject()
    const change = { register: 'setting', id: 'a', before: null, after: { value: '1' } } as const
    must(await project.change('setting', [change]))
    expect(await project.change('setting', [{ ...change, after: { value: '2' } }])).toEqual(refuse(fault('busy')))
    expect(project.registers.setting.get('a')).toEqual({ value: '1' })
  })

  it('stores rows again that come back under other fields', async () => {
    const project = await newProject()
    await addWave(project, 'one', ['Industry'], ROWS)
    must(await project.undo())
    await addWave(project, 'one', ['Branche'], ROWS)
    expect(project.columns.dimension({ kind: 'field', field: 'Branche' }).labels).toContain('Finance')
    must(await project.save())
  })

  it('opens no file with a trigger or another table in it, however well it is sealed', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    await addWave(project, 'one', ['Industry'], ROWS)
    for (const sql of [
      "CREATE TRIGGER t AFTER INSERT ON setting BEGIN UPDATE setting SET value = 'HACKED'; END",
      'CREATE TABLE other (id INTEGER)',
      'ALTER TABLE response ADD COLUMN c9 TEXT',
    ]) {
      project.db.run('SAVEPOINT hostile')
      project.db.run(sql)
      project.db.run('RELEASE hostile')
      const file = must(await project.snapshot(quietTask))
      const opened = await openProject(await testPlatform(), { ...store, readSnapshot: () => Promise.resolve(file) }, 'p', quietTask)
      expect(opened).toEqual(refuse(fault('changed-elsewhere')))
      if (sql.includes('TRIGGER')) project.db.run('DROP TRIGGER t')
      if (sql.includes('other')) project.db.run('DROP TABLE other')
    }
  })

  it('opens no file whose pages are laid out in another way', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    project.db.run('PRAGMA auto_vacuum = FULL')
    project.db.run('VACUUM')
    const file = must(await project.snapshot(quietTask))
    const opened = await openProject(await testPlatform(), { ...store, readSnapshot: () => Promise.resolve(file) }, 'p', quietTask)
    expect(opened).toEqual(refuse(fault('changed-elsewhere')))
  })

  it('keeps the order of waves through a change of one of them', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    await addWave(project, 'one', ['Industry'], ROWS)
    await addWave(project, 'two', ['Industry'], ROWS)
    const before = project.registers.wave.get('w-one')!
    must(await project.change('scale', [{ register: 'wave', id: 'w-one', before, after: { ...before, treatAsNps: true } }]))
    must(await project.save())
    expect([...(await reopen(store)).registers.wave.keys()]).toEqual(['w-one', 'w-two'])
  })
})
