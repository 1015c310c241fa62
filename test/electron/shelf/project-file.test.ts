import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openNodeStore } from '../../../electron/shelf/node-store'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import { createDesk } from '../../../shared/engine/desk'
import { quietTask } from '../../../shared/base/task'
import { must, testPlatform } from '../../helpers/project'
import { folder, shelf, kept, file, bytes, filesIn, beginWithShelf, opened, restart } from './shelf-folder'

beginWithShelf()

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
    restart()
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
