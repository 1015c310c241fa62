import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { createProjectShelf, type ProjectShelf } from '../../../electron/shelf/project-shelf'
import { openNodeStore } from '../../../electron/shelf/node-store'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import { createDesk } from '../../../shared/engine/desk'
import { quietTask } from '../../../shared/base/task'
import { must, testPlatform } from '../../helpers/project'

let folder = ''
let shelf: ProjectShelf
let changes = 0
const kept = (): string => join(folder, 'app', 'projects')
const file = (name: string): string => join(folder, name)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
/** As after a start of the app. */
const newShelf = (): ProjectShelf => createProjectShelf(kept(), () => (changes += 1))
/** Without the earlier snapshots, which come and go by themselves; see generations.test.ts. */
const filesIn = (path: string): readonly string[] =>
  existsSync(path) ? readdirSync(path).filter((name) => !name.endsWith('.generations')).sort() : []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-shelf-'))
  shelf = newShelf()
  changes = 0
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A project that the app keeps, saved with `snapshot`, and open. */
async function made(id: string, ...snapshot: number[]) {
  const store = must(await shelf.create(id))
  must(await store.writeSnapshot(bytes(...snapshot)))
  await shelf.describe(id, JSON.stringify({ name: id }))
  return store
}

/** A project file of the person's, admitted and open. */
async function opened(name: string, ...snapshot: number[]) {
  writeFileSync(file(name), bytes(...snapshot))
  const { project } = must(shelf.admit(file(name)))
  const store = must(await shelf.open(project))
  await shelf.describe(project, JSON.stringify({ name }))
  return { project, store }
}

describe('a project that the app keeps', () => {
  it('is on the list once it was described, and lies in the folder of the app', async () => {
    const store = must(await shelf.create('p1'))
    expect(await shelf.list()).toEqual([])
    await store.writeSnapshot(bytes(1))
    await shelf.describe('p1', '{"name":"Acme"}')
    expect(await shelf.list()).toEqual([{ id: 'p1', card: '{"name":"Acme"}', changedAt: expect.any(String) as unknown, place: 'app' }])
    await store.close()
    expect(filesIn(join(kept(), 'p1'))).toEqual(['card.json', 'project.earshot'])
    expect(shelf.fileOf('p1')).toBeNull()
  })

  it('leaves nothing when it was never filled', async () => {
    await must(await shelf.create('p1')).close()
    expect(filesIn(kept())).toEqual([])
    expect(await shelf.open('p1')).toEqual(refuse(fault('no-project', { path: 'p1' })))
  })

  it('has one opener, here and in other processes', async () => {
    const store = await made('p1', 1)
    expect(await shelf.open('p1')).toEqual(refuse(fault('locked')))
    expect(await newShelf().open('p1')).toEqual(refuse(fault('locked')))
    expect(await newShelf().remove('p1')).toEqual(refuse(fault('locked')))
    await store.close()
    await must(await newShelf().open('p1')).close()
  })

  it('is removed with everything, unless it is open', async () => {
    const store = await made('p1', 1)
    expect(await shelf.remove('p1')).toEqual(refuse(fault('locked')))
    await store.close()
    expect(await shelf.remove('p1')).toEqual(ok(null))
    expect(filesIn(kept())).toEqual([])
    expect(await shelf.remove('p1')).toEqual(ok(null))
  })

  it('is not hidden by another that cannot be read', async () => {
    await (await made('p1', 1)).close()
    mkdirSync(join(kept(), 'odd', 'card.json'), { recursive: true })
    mkdirSync(join(kept(), 'torn'))
    writeFileSync(join(kept(), 'torn', 'place.json'), '{"file":')
    writeFileSync(join(kept(), 'torn', 'card.json'), '{}')
    expect((await shelf.list()).map(({ id }) => id)).toEqual(['p1'])
    expect(await shelf.open('torn')).toMatchObject({ ok: false, fault: { code: 'storage' } })
  })

  it('says when the list is another', async () => {
    const store = await made('p1', 1)
    const before = changes
    expect(before).toBeGreaterThan(0)
    await store.close()
    await shelf.remove('p1')
    expect(changes).toBe(before + 2)
  })
})

describe('a project file', () => {
  it('is opened where it is; beside it lies only the lock, and nothing once it is closed', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    expect(store.name).toBe('q3.earshot')
    await store.appendJournal(bytes(5))
    await store.writeBatch('ab', bytes(6))
    expect(filesIn(folder)).toEqual(['app', 'q3.earshot', 'q3.earshot.lock'])
    expect(filesIn(join(kept(), project))).toEqual(['card.json', 'place.json', 'project.earshot.batch-ab', 'project.earshot.journal'])
    await store.writeSnapshot(bytes(1, 5))
    await store.truncateJournal(0)
    await store.dropBatches()
    await store.close()
    expect(filesIn(folder)).toEqual(['app', 'q3.earshot'])
    expect([...readFileSync(file('q3.earshot'))]).toEqual([1, 5])
    expect(filesIn(join(kept(), project))).toEqual(['card.json', 'place.json'])
    expect(await shelf.list()).toMatchObject([{ id: project, place: 'file', file: 'q3.earshot', missing: false, ahead: false }])
    expect(JSON.stringify(await shelf.list())).not.toContain(folder)
  })

  it('is the same project however it is reached, and goes on with its journal', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    await store.appendJournal(bytes(5))
    // The app is killed here: nothing is closed.
    symlinkSync(file('q3.earshot'), file('link.earshot'))
    rmSync(`${file('q3.earshot')}.lock`)
    shelf = newShelf()
    expect(must(shelf.admit(file('link.earshot')))).toEqual({ project, name: 'q3' })
    const again = must(await shelf.open(project))
    expect(await again.readJournal()).toEqual(bytes(5))
    await again.close()
  })

  it('is known again with its journal when it was moved', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    await store.writeSnapshot(bytes(1, 2, 3))
    await store.appendJournal(bytes(5))
    await store.close()
    renameSync(file('q3.earshot'), file('renamed.earshot'))
    expect(await shelf.list()).toMatchObject([{ id: project, missing: true, ahead: true }])
    expect(await shelf.open(project)).toEqual(refuse(fault('no-project', { path: 'q3.earshot' })))
    expect(must(shelf.admit(file('renamed.earshot')))).toEqual({ project, name: 'renamed' })
    const again = must(await shelf.open(project))
    expect(await again.readJournal()).toEqual(bytes(5))
    await again.close()
    expect(await shelf.list()).toMatchObject([{ id: project, file: 'renamed.earshot', missing: false, ahead: true }])
  })

  it('and its copy are two projects', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    await store.close()
    writeFileSync(file('copy.earshot'), readFileSync(file('q3.earshot')))
    expect(must(shelf.admit(file('copy.earshot'))).project).not.toBe(project)
  })

  it('leaves nothing in the app when it was refused', async () => {
    writeFileSync(file('q3.earshot'), bytes(1))
    const { project } = must(shelf.admit(file('q3.earshot')))
    await must(await shelf.open(project)).close()
    expect(filesIn(kept())).toEqual([])
  })

  it('that is none is not admitted', () => {
    mkdirSync(file('folder.earshot'))
    for (const name of ['absent.earshot', 'folder.earshot', 'no/such/folder.earshot']) {
      expect(shelf.admit(file(name))).toMatchObject({ ok: false, fault: { code: 'no-project' } })
      expect(JSON.stringify(shelf.admit(file(name)))).not.toContain(folder)
    }
    expect(filesIn(kept())).toEqual([])
  })

  it('that is open elsewhere is refused, and not written to', async () => {
    writeFileSync(file('q3.earshot'), bytes(1))
    const other = must(openNodeStore(file('q3.earshot'), 'write'))
    const { project } = must(shelf.admit(file('q3.earshot')))
    expect(await shelf.open(project)).toEqual(refuse(fault('locked')))
    await other.close()
    const { store } = await opened('q3.earshot', 1)
    expect(openNodeStore(file('q3.earshot'), 'write')).toEqual(refuse(fault('locked')))
    await store.close()
  })

  it('that another program has replaced while it was open is left as it is', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    await store.appendJournal(bytes(5))
    writeFileSync(file('q3.earshot'), bytes(7, 7))
    expect(await store.writeSnapshot(bytes(1, 5))).toEqual(refuse(fault('changed-elsewhere')))
    expect([...readFileSync(file('q3.earshot'))]).toEqual([7, 7])
    await store.close()
    // What was acknowledged is still in the journal; the engine says whether it fits.
    const again = must(await shelf.open(project))
    expect(await again.readJournal()).toEqual(bytes(5))
    expect(await again.writeSnapshot(bytes(7, 7, 5))).toEqual(ok(null))
    expect(await again.writeSnapshot(bytes(7, 7, 6))).toEqual(ok(null))
    await again.close()
  })

  it('that another program has changed in place, or cut short, is left as it is; one that was only touched is saved', async () => {
    const desk = createDesk(await testPlatform(), shelf)
    const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
    must(await desk.saveProject(null, quietTask))
    must(await shelf.keep(id, file('acme.earshot')))
    const before = readFileSync(file('acme.earshot'))
    const later = (path: string): void => utimesSync(path, new Date(), new Date(Date.now() + 5000))

    later(file('acme.earshot'))
    must(await desk.renameProject({ name: 'Touched' }, quietTask))
    must(await desk.saveProject(null, quietTask))
    const saved = readFileSync(file('acme.earshot'))
    expect(saved.equals(before)).toBe(false)

    must(await desk.renameProject({ name: 'Changed' }, quietTask))
    const changed = [Buffer.from(saved).fill(7, 4000, 4010), saved.subarray(0, 5000), Buffer.alloc(0)]
    for (const other of changed) {
      writeFileSync(file('acme.earshot'), other)
      later(file('acme.earshot'))
      const refused = await desk.saveProject(null, quietTask)
      // Nothing is left of a file of no bytes that could be lost.
      if (other.length > 0) expect(refused).toEqual(refuse(fault('changed-elsewhere')))
      if (other.length > 0) expect(readFileSync(file('acme.earshot')).equals(other)).toBe(true)
    }
    must(await desk.saveProject(null, quietTask))
    must(await desk.closeProject(null, quietTask))
    expect(must(await desk.openProject({ id }, quietTask)).name).toBe('Changed')
    must(await desk.closeProject(null, quietTask))
  })

  it('that another program has replaced loses nothing of ours: the state before and the journal are recovered', async () => {
    const desk = createDesk(await testPlatform(), shelf)
    const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
    must(await desk.saveProject(null, quietTask))
    const other = readFileSync(join(kept(), id, 'project.earshot'))
    must(await shelf.keep(id, file('acme.earshot')))
    must(await desk.renameProject({ name: 'Saved' }, quietTask))
    must(await desk.saveProject(null, quietTask))
    must(await desk.renameProject({ name: 'Not yet saved' }, quietTask))
    writeFileSync(file('acme.earshot'), other)
    must(await desk.closeProject(null, quietTask))
    expect(must(await desk.projects(null, quietTask))).toMatchObject([{ id, ahead: true }])

    expect(await desk.openProject({ id }, quietTask)).toEqual(refuse(fault('journal')))
    expect(must(await desk.recover({ id }, quietTask))).toMatchObject({ from: 'generation', lostOperations: 0 })
    must(await desk.openRecovered({ name: 'Ours' }, quietTask))
    expect(must(await desk.history({ first: 0, count: 10 }, quietTask)).entries).toHaveLength(4)
    must(await desk.closeProject(null, quietTask))
    expect(readFileSync(file('acme.earshot')).equals(other)).toBe(true)
  })

  it('goes on with the journal that a killed command line left beside it', async () => {
    const command = must(openNodeStore(file('q3.earshot'), 'write'))
    await command.writeSnapshot(bytes(1))
    await command.appendJournal(bytes(5))
    await command.writeBatch('ab', bytes(6))
    rmSync(`${file('q3.earshot')}.lock`)
    const { project } = must(shelf.admit(file('q3.earshot')))
    const store = must(await shelf.open(project))
    expect(await store.readJournal()).toEqual(bytes(5))
    expect(await store.readBatch('ab')).toEqual(bytes(6))
    expect(filesIn(folder)).toEqual(['app', 'q3.earshot', 'q3.earshot.lock'])
    await store.close()
    // A journal here and another one there: nobody can say which is meant.
    writeFileSync(`${file('q3.earshot')}.journal`, bytes(8))
    expect(await shelf.open(project)).toEqual(refuse(fault('journal')))
    expect([...readFileSync(`${file('q3.earshot')}.journal`)]).toEqual([8])
  })

  it('stays when it is taken off the list, and so does what it does not hold yet', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    await store.appendJournal(bytes(5))
    await store.close()
    expect(await shelf.remove(project)).toEqual(ok(null))
    expect(await shelf.list()).toEqual([])
    expect([...readFileSync(file('q3.earshot'))]).toEqual([1])
    const again = must(await shelf.open(must(shelf.admit(file('q3.earshot'))).project))
    expect(await again.readJournal()).toEqual(bytes(5))
    await again.truncateJournal(0)
    await again.close()
    expect(filesIn(kept())).toEqual([])
  })

  it('is never begun anew, unless nothing of it is left', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    await store.appendJournal(bytes(5))
    await store.close()
    expect(await shelf.create(project)).toMatchObject({ ok: false, fault: { code: 'storage' } })
    expect([...readFileSync(file('q3.earshot'))]).toEqual([1])
    rmSync(file('q3.earshot'))
    expect(await shelf.create(project)).toMatchObject({ ok: false, fault: { code: 'storage' } })
    rmSync(join(kept(), project, 'project.earshot.journal'))
    const anew = must(await shelf.create(project))
    expect(await anew.writeSnapshot(bytes(2))).toEqual(ok(null))
    expect(shelf.fileOf(project)).toBeNull()
    await anew.close()
  })
})

describe('saving as', () => {
  it('makes a project of the app a file, journal and all', async () => {
    const store = await made('p1', 1)
    await store.appendJournal(bytes(5))
    expect(await shelf.keep('p1', file('q3'))).toEqual(ok({ file: 'q3.earshot' }))
    expect([...readFileSync(file('q3.earshot'))]).toEqual([1])
    expect(filesIn(join(kept(), 'p1'))).toEqual(['card.json', 'place.json', 'project.earshot.journal'])
    await store.appendJournal(bytes(6))
    expect(await store.readJournal()).toEqual(bytes(5, 6))
    await store.writeSnapshot(bytes(1, 5, 6))
    expect([...readFileSync(file('q3.earshot'))]).toEqual([1, 5, 6])
    await store.truncateJournal(0)
    await store.close()
    expect(filesIn(folder)).toEqual(['app', 'q3.earshot'])
    expect(await newShelf().list()).toMatchObject([{ id: 'p1', place: 'file', file: 'q3.earshot' }])
  })

  it('makes a file another file; the one before stays, on the list as well', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    expect(await shelf.keep(project, file('q4.earshot'))).toEqual(ok({ file: 'q4.earshot' }))
    await store.writeSnapshot(bytes(2))
    await store.close()
    expect([[...readFileSync(file('q3.earshot'))], [...readFileSync(file('q4.earshot'))]]).toEqual([[1], [2]])
    expect((await shelf.list()).map((entry) => entry.file ?? '').toSorted()).toEqual(['q3.earshot', 'q4.earshot'])
    expect(must(shelf.admit(file('q3.earshot'))).project).not.toBe(project)
  })

  it('waits for what is being stored', async () => {
    const store = await made('p1', 1)
    const stored = store.writeSnapshot(bytes(2))
    const kept = shelf.keep('p1', file('q3'))
    const later = store.appendJournal(bytes(5))
    expect([await stored, await kept, await later]).toEqual([ok(null), ok({ file: 'q3.earshot' }), ok(null)])
    expect([...readFileSync(file('q3.earshot'))]).toEqual([2])
    expect(await store.readJournal()).toEqual(bytes(5))
    await store.close()
  })

  it('over itself changes nothing', async () => {
    const { project, store } = await opened('q3.earshot', 1)
    expect(await shelf.keep(project, file('q3.earshot'))).toEqual(ok({ file: 'q3.earshot' }))
    expect(await store.writeSnapshot(bytes(2))).toEqual(ok(null))
    await store.close()
  })

  it('over another project replaces it, with what the app kept of it', async () => {
    const old = await opened('old.earshot', 9)
    await old.store.appendJournal(bytes(9))
    await old.store.close()
    writeFileSync(`${file('old.earshot')}.journal`, bytes(9))
    const store = await made('p1', 1)
    expect(await shelf.keep('p1', file('old.earshot'))).toEqual(ok({ file: 'old.earshot' }))
    await store.close()
    expect(filesIn(kept())).toEqual(['p1'])
    expect(filesIn(folder)).toEqual(['app', 'old.earshot'])
    const again = must(await shelf.open('p1'))
    expect([await again.readSnapshot(), await again.readJournal()]).toEqual([bytes(1), bytes()])
    await again.close()
  })

  it('over one that is open is refused', async () => {
    const other = await opened('old.earshot', 9)
    const store = await made('p1', 1)
    expect(await shelf.keep('p1', file('old.earshot'))).toEqual(refuse(fault('locked')))
    expect([...readFileSync(file('old.earshot'))]).toEqual([9])
    expect(await store.writeSnapshot(bytes(2))).toEqual(ok(null))
    expect(shelf.fileOf('p1')).toBeNull()
    await Promise.all([store.close(), other.store.close()])
  })

  it('where nothing can be written leaves the project where it is', async () => {
    const store = await made('p1', 1)
    mkdirSync(file('taken.earshot'))
    mkdirSync(file(`blocked.earshot.${process.pid}.tmp`))
    for (const name of ['absent/q3.earshot', 'taken.earshot', 'blocked.earshot']) {
      const refused = await shelf.keep('p1', file(name))
      expect(refused).toMatchObject({ ok: false })
      expect(JSON.stringify(refused)).not.toContain(folder)
      expect(shelf.fileOf('p1')).toBeNull()
    }
    expect(await store.writeSnapshot(bytes(2))).toEqual(ok(null))
    expect([...readFileSync(join(kept(), 'p1', 'project.earshot'))]).toEqual([2])
    await store.close()
  })

  it('of a project that is not open is refused', async () => {
    await (await made('p1', 1)).close()
    expect(await shelf.keep('p1', file('q3.earshot'))).toMatchObject({ ok: false, fault: { code: 'no-project' } })
  })
})

it('a disk that refuses is a fault without paths', async () => {
  const { store } = await opened('q3.earshot', 1)
  const before = readFileSync(file('q3.earshot'))
  mkdirSync(file(`q3.earshot.${process.pid}.tmp`))
  const refused = await store.writeSnapshot(bytes(2))
  expect(refused).toMatchObject({ ok: false, fault: { code: 'storage', params: { what: expect.stringMatching(/^E[A-Z]+/) as unknown } } })
  expect(JSON.stringify(refused)).not.toContain(folder)
  expect(readFileSync(file('q3.earshot'))).toEqual(before)
})

it('the engine works on it: import in the app, save as a file, open again in place', async () => {
  const desk = createDesk(await testPlatform(), shelf)
  const survey = { name: 'survey.csv', bytes: new TextEncoder().encode('Score,Industry\n10,Finance\n3,Retail\n9,Retail\n') }
  const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.plan({ file: survey, options: {} }, quietTask))
  must(await desk.importPlan(null, quietTask))
  must(await desk.saveProject(null, quietTask))
  must(await shelf.keep(id, file('acme.earshot')))
  expect(must(await desk.undo(null, quietTask)).accepted).toBe(0)
  must(await desk.closeProject(null, quietTask))
  expect(filesIn(folder)).toEqual(['acme.earshot', 'app'])

  const later = newShelf()
  const again = createDesk(await testPlatform(), later)
  expect(must(await again.projects(null, quietTask))).toMatchObject([{ id, name: 'Acme', place: 'file', file: 'acme.earshot', missing: false }])
  const { project } = must(later.admit(file('acme.earshot')))
  expect(project).toBe(id)
  expect(must(await again.openProject({ id }, quietTask))).toMatchObject({ accepted: 0, redo: 'import' })
  expect(must(await again.redo(null, quietTask)).accepted).toBe(3)
  must(await again.closeProject(null, quietTask))

  writeFileSync(file('acme.earshot'), 'no project at all')
  const refused = await again.openProject({ id }, quietTask)
  expect(refused).toEqual(refuse(fault('not-a-project', { path: 'acme.earshot' })))
})
