import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import { createDesk } from '../../../shared/engine/desk'
import { quietTask } from '../../../shared/base/task'
import { must, testPlatform } from '../../helpers/project'
import { folder, shelf, changes, kept, file, bytes, newShelf, filesIn, beginWithShelf, made, opened } from './shelf-folder'

beginWithShelf()

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
