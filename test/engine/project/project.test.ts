import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { loadColumns } from '../../../shared/engine/columns/columns'
import { allRows, oneValue } from '../../../shared/engine/db/query'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { openProject } from '../../../shared/engine/project/open-project'
import type { ProjectStore } from '../../../shared/protocol/store'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { addWave, must, newProject, reopen, testPlatform, type TestRow } from '../../helpers/project'
import { ROWS, setting } from './history-rows'

describe('a project', () => {
  it('keeps every cell as written, blank as NULL, under generated columns and real names', async () => {
    const project = await newProject()
    await addWave(project, 'one', ['Industry', 'Code"; DROP TABLE response; --'], ROWS)
    must(await project.snapshot(quietTask))
    expect(allRows(project.db, 'SELECT line, score, answered, aside, c1, c2 FROM response')).toEqual([
      [2, 10, '2024-10-04 00:00:00', null, 'Finance', '007'],
      [3, 3, '2024-11-23 00:00:00', null, 'Travel', null],
      [4, null, null, null, 'Finance', '"quoted"\nline'],
      [5, 9, '2025-01-12 00:00:00', 'preview', 'Travel', '3.10'],
    ])
    expect(allRows(project.db, 'SELECT "Industry", "Code""; DROP TABLE response; --" FROM responses')).toEqual([
      ['Finance', '007'],
      ['Travel', null],
      ['Finance', '"quoted"\nline'],
    ])
    expect(allRows(project.db, 'SELECT fate, code, cells FROM left_out')).toEqual([['rejected', 'footer', '["Total"]']])
  })

  it('undoes and redoes everything, also after closing', async () => {
    const store = createMemoryStore()
    let project = await newProject(store)
    const hashes = [await project.hash()]
    await addWave(project, 'one', ['Industry', 'Product'], ROWS)
    hashes.push(await project.hash())
    await setting(project, 'fiscal', '4')
    hashes.push(await project.hash())
    project = await reopen(store)
    expect(await project.hash()).toBe(hashes[2])
    must(await project.undo())
    expect(await project.hash()).toBe(hashes[1])
    must(await project.save())
    project = await reopen(store)
    must(await project.undo())
    expect(await project.hash()).toBe(hashes[0])
    expect(project.columns.live.includes(1)).toBe(false)
    expect(await project.undo()).toEqual(refuse(fault('nothing-to-undo')))
    project = await reopen(store)
    must(await project.redo())
    expect(await project.hash()).toBe(hashes[1])
    expect([...project.columns.live]).toEqual([1, 1, 1, 0])
    must(await project.redo())
    expect(await project.hash()).toBe(hashes[2])
    expect(await project.redo()).toEqual(refuse(fault('nothing-to-redo')))
  })

  it('replays an import that no snapshot holds from its batch', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    await addWave(project, 'one', ['Industry'], ROWS)
    const again = await reopen(store)
    expect(await again.hash()).toBe(await project.hash())
    expect(allRows(again.db, 'SELECT * FROM response')).toEqual(allRows(project.db, 'SELECT * FROM response'))
    expect([again.unsaved, again.recovered]).toEqual([1, 1])
  })

  it('refuses a journal of another history and leaves it alone', async () => {
    const first = createMemoryStore()
    const second = createMemoryStore()
    await setting(await newProject(first), 'a', '1')
    const other = await newProject(second)
    await setting(other, 'b', '2')
    await setting(other, 'c', '3')
    const mixed: ProjectStore = { ...first, readJournal: () => second.readJournal() }
    const opened = await openProject(await testPlatform(), mixed, 'p', quietTask)
    expect(opened).toEqual(refuse(fault('journal')))
  })

  it('changes nothing when the journal cannot be written, and goes on when it can again', async () => {
    const store = createMemoryStore()
    let broken = false
    const failing: ProjectStore = {
      ...store,
      async appendJournal(bytes) {
        if (!broken) return store.appendJournal(bytes)
        await store.appendJournal(bytes.subarray(0, 5))
        return refuse(fault('storage-full'))
      },
    }
    const project = await newProject(failing)
    const before = await project.hash()
    broken = true
    expect(await setting(project, 'a', '1')).toEqual(refuse(fault('storage-full')))
    expect(await project.hash()).toBe(before)
    expect(oneValue(project.db, 'SELECT count(*) FROM setting')).toBe(1)
    broken = false
    must(await setting(project, 'a', '2'))
    const again = await reopen(store)
    expect(again.registers.setting.get('a')).toEqual({ value: '2' })
  })

  it('leaves nothing of a cancelled import, whenever that is', async () => {
    const store = createMemoryStore()
    const batches = new Set<string>()
    const slow: ProjectStore = {
      ...store,
      async writeBatch(id, bytes) {
        batches.add(id)
        for (let turn = 0; turn < 20; turn++) await Promise.resolve()
        return store.writeBatch(id, bytes)
      },
      async dropBatches() {
        batches.clear()
        return store.dropBatches()
      },
    }
    const project = await newProject(slow)
    must(await project.save())
    const before = await project.hash()
    const rows = Array.from({ length: 12_000 }, (_, row): TestRow => ({ score: row % 11, day: null, cells: [`v${row}`] }))
    let begun = 0
    for (let most = 0; most < 12; most++) {
      let breaths = 0
      const cancelling = { ...quietTask, breathe: () => Promise.resolve(void breaths++), cancelled: () => breaths > most }
      await expect(addWave(project, 'one', ['Field'], rows, cancelling)).rejects.toThrow('cancelled')
      begun += batches.size
      // Whatever is asked next comes after the tidying.
      must(await project.snapshot(quietTask))
      expect([await project.hash(), project.columns.rows, batches.size]).toEqual([before, 0, 0])
      expect(oneValue(project.db, 'SELECT count(*) FROM response')).toBe(0)
    }
    expect(begun).toBeGreaterThan(0)
    await addWave(project, 'one', ['Field'], rows)
    expect([project.columns.rows, batches.size]).toEqual([12_000, 1])
  })

  it('leaves nothing of an import that breaks off while its rows are being written', async () => {
    const store = createMemoryStore()
    const batches = new Set<string>()
    const project = await newProject({
      ...store,
      async writeBatch(id, bytes) {
        batches.add(id)
        for (let turn = 0; turn < 20; turn++) await Promise.resolve()
        return store.writeBatch(id, bytes)
      },
      dropBatches: () => Promise.resolve(batches.clear()),
    })
    const before = await project.hash()
    const breaking = { ...quietTask, breathe: () => (batches.size > 0 ? Promise.reject(new Error('no memory left')) : Promise.resolve()) }
    await expect(addWave(project, 'one', ['Field'], ROWS, breaking)).rejects.toThrow('no memory left')
    expect(batches.size).toBe(1)
    must(await project.snapshot(quietTask))
    expect([await project.hash(), project.columns.rows, batches.size]).toEqual([before, 0, 0])
    await addWave(project, 'one', ['Field'], ROWS)
    expect(project.columns.rows).toBe(ROWS.length)
  })

  it('changes nothing when rows cannot be made durable', async () => {
    const store = createMemoryStore()
    const project = await newProject({ ...store, writeBatch: () => Promise.resolve(refuse(fault('storage-full'))) })
    const before = await project.hash()
    await expect(addWave(project, 'one', ['Field'], [{ score: 9, day: null, cells: ['x'] }])).rejects.toThrow('storage-full')
    expect([await project.hash(), project.columns.rows]).toEqual([before, 0])
    expect((await reopen(store)).columns.rows).toBe(0)
  })

  it('continues beyond what one table can hold', async () => {
    const store = createMemoryStore()
    const project = await newProject(store)
    const fields = Array.from({ length: 2100 }, (_, at) => `Field ${at}`)
    const rows = [1, 2, 3].map((row): TestRow => ({ score: row, day: null, cells: fields.map((_, at) => `${row}.${at}`) }))
    await addWave(project, 'wide', fields, rows)
    must(await project.save())
    const again = await reopen(store)
    expect(again.columns.dimension({ kind: 'field', field: 'Field 2099' }).labels).toEqual(['1.2099', '2.2099', '3.2099'])
  })

  it('says the same after any history and its undoing, replayed or not', async () => {
    type Step = 'set' | 'remove' | 'import' | 'undo' | 'redo' | 'save' | 'reopen'
    const step = fc.constantFrom<Step>('set', 'set', 'remove', 'import', 'undo', 'undo', 'redo', 'save', 'reopen')
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const store = createMemoryStore()
        let project = await newProject(store)
        const hashes = [await project.hash()]
        let at = 0
        let made = 0
        for (const kind of steps) {
          made += 1
          const count = project.revision
          if (kind === 'set') must(await setting(project, `s${made % 3}`, String(made)))
          else if (kind === 'remove') must(await setting(project, `s${made % 3}`, null))
          else if (kind === 'import') await addWave(project, `wave ${made}`, ['Industry', `F${made % 2}`], ROWS)
          else if (kind === 'undo') at -= (await project.undo()).ok ? 1 : 0
          else if (kind === 'redo') at += (await project.redo()).ok ? 1 : 0
          else if (kind === 'save') must(await project.save())
          else project = await reopen(store)
          if (['set', 'remove', 'import'].includes(kind)) {
            expect(project.revision).toBe(count + 1)
            at += 1
            hashes.length = at
            hashes.push(await project.hash())
          }
          expect(await project.hash()).toBe(hashes[at])
        }
        const rebuilt = loadColumns(project.db, project.registers.wave)
        expect(rebuilt.live).toEqual(project.columns.live)
        expect(rebuilt.groups).toEqual(project.columns.groups)
        expect(rebuilt.days).toEqual(project.columns.days)
      }),
      { numRuns: process.env['EARSHOT_SOAK'] ? 1000 : 40 },
    )
  }, 600_000)
})
