import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { write } from '../../electron/cli/output'
import { changeProject } from '../../electron/cli/session'
import { createProjectShelf, type ProjectShelf } from '../../electron/shelf/project-shelf'
import type { Result } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import { leastAt } from '../helpers/crash-states'
import { createFakeFiles, type Disk, type FakeFiles, type Trouble } from '../helpers/fake-files'
import { importWave, keptProject, leftOn, openOn, PROJECT_FILE, saidOn, tag } from '../helpers/kept-project'
import { must, testPlatform } from '../helpers/project'

const CODES = ['EIO', 'ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'EACCES', 'EBUSY', 'EPERM', 'ESTALE'] as const
const IS_SOAK = process.env['EARSHOT_SOAK'] !== undefined
if (IS_SOAK) vi.setConfig({ testTimeout: 3_600_000 })
afterAll(() => vi.resetConfig())

interface Case extends Trouble {
  readonly says: string
}

/** Each call failing once and for ever with each error; where that takes long and is no soak, one way each, or every other. */
function* troubles(calls: number): Generator<Case> {
  const step = IS_SOAK || calls < 40 ? 1 : 2
  for (let nth = 1; nth <= calls; nth += step) {
    for (const forever of IS_SOAK || calls < 8 ? [false, true] : [Math.floor(nth / step) % 2 === 0]) {
      for (const code of IS_SOAK ? CODES : [CODES[(nth + (forever ? 4 : 0)) % CODES.length]!]) {
        const fails = (call: number): string | null => ((forever ? call >= nth : call === nth) ? code : null)
        yield { fails, says: `call ${nth} of ${calls}, ${code}, ${forever ? 'for ever' : 'once'}` }
      }
    }
  }
}

function expectStorage(result: Result<unknown>, says: string): void {
  if (result.ok) return
  expect(result.fault.code, says).toMatch(/^(?:storage|storage-denied|storage-full|storage-gone|not-writable)$/)
  if (result.fault.code === 'storage') expect(result.fault.params['what'], says).toMatch(/^E[A-Z]+/)
}

let saved: Disk
let unsaved: Disk
beforeAll(async () => {
  saved = await keptProject(false)
  unsaved = await keptProject(true)
})

const ACTIONS: readonly (readonly [string, (project: Project) => Promise<Result<unknown>>])[] = [
  ['tag', (project) => tag(project, 6)],
  ['save', (project) => project.save()],
  ['undo', (project) => project.undo()],
  ['import', (project) => importWave(project, 'third')],
]

describe.each(ACTIONS)('%s, with each call of the file system failing', (name, act) => {
  const bases: readonly (readonly [string, () => Disk])[] = [
    ['a saved project', () => saved],
    ['one with changes in its journal', () => unsaved],
  ]
  // Reading a journal with an import again and again takes the longest.
  it.each(bases.filter((_, at) => IS_SOAK || at === (name === 'import' ? 0 : 1)))('leaves %s as it was or as it should be, says so, and works afterwards', async (_, base) => {
    const first = createFakeFiles(base())
    const whole = must(await openOn(first))
    const before = await whole.hash()
    first.trouble({})
    must(await act(whole))
    const calls = first.calls()
    const after = await whole.hash()
    expect(calls).toBeGreaterThan(1)
    expect(before === after).toBe(name === 'save')

    for (const { says, ...trouble } of troubles(calls)) {
      const files = createFakeFiles(base())
      const project = must(await openOn(files))
      files.trouble(trouble)
      const result = await act(project)
      expectStorage(result, says)
      const now = await project.hash()
      expect(now, says).toBe(result.ok ? after : before)
      files.trouble({})
      // Killed, or cut off, right then: what was acknowledged is there, what was refused need not be.
      for (const disk of [files.now(), leastAt(files.base, files.effects, files.effects.length)]) {
        expect(result.ok ? [after] : [before, after], says).toContain((await saidOn(disk)).hash)
      }
      if (!result.ok) must(await act(project))
      expect(await project.hash(), says).toBe(after)
      must(await project.save())
      await project.close()
      expect(files.paths(), says).toEqual(['/', '/p', PROJECT_FILE])
      expect((await saidOn(leastAt(files.base, files.effects, files.effects.length))).hash, says).toBe(after)
    }
  })
})

describe('opening, with each call failing', () => {
  it.each([
    ['a saved project', () => saved],
    ['one that was killed while it wrote its journal', () => torn(unsaved)],
  ])('is refused or works, and %s loses nothing', async (_, base) => {
    const first = createFakeFiles(base())
    must(await openOn(first))
    const { hash } = await saidOn(base())
    for (const { says, ...trouble } of troubles(first.calls())) {
      const files = createFakeFiles(base())
      files.trouble(trouble)
      const opened = await openOn(files)
      expectStorage(opened, says)
      if (opened.ok) {
        expect(await opened.value.hash(), says).toBe(hash)
        await opened.value.close()
      }
      files.trouble({})
      for (const disk of [files.now(), leastAt(files.base, files.effects, files.effects.length)]) expect((await saidOn(disk)).hash, says).toBe(hash)
      expect((await saidOn(files.now(), files)).hash, says).toBe(hash)
    }
  })

  it('closing never throws, and the project can be opened again at once', async () => {
    for (const { says, ...trouble } of troubles(4)) {
      const files = createFakeFiles(unsaved)
      const project = must(await openOn(files))
      must(await tag(project, 7))
      const hash = await project.hash()
      files.trouble(trouble)
      await project.close()
      files.trouble({})
      expect((await saidOn(files.now(), files)).hash, says).toBe(hash)
    }
  })
})

/** A project whose last writer was killed while it appended to the journal and while it saved. */
function torn(disk: Disk): Disk {
  const files = createFakeFiles(disk)
  const append = (path: string, bytes: Uint8Array): void => {
    const fd = files.open(path, 'a')
    files.write(fd, bytes)
    files.close(fd)
  }
  append(`${PROJECT_FILE}.journal`, new Uint8Array([40, 0, 0, 0, 1, 2, 3]))
  append(`${PROJECT_FILE}.12.tmp`, new Uint8Array(700))
  return files.now()
}

it('a command, with each call failing, does all or says why not', async () => {
  const run = (files: FakeFiles): Promise<Result<unknown>> =>
    changeProject(PROJECT_FILE, true, (project) => importWave(project, 'third'), files)
  const { hash: before } = await saidOn(unsaved)
  const first = createFakeFiles(unsaved)
  must(await run(first))
  const { hash: after } = await saidOn(first.now())
  for (const { says, ...trouble } of troubles(first.calls())) {
    const files = createFakeFiles(unsaved)
    files.trouble(trouble)
    const result = await run(files)
    expectStorage(result, says)
    files.trouble({})
    for (const disk of [files.now(), leastAt(files.base, files.effects, files.effects.length)]) {
      expect(result.ok ? [after] : [before, after], says).toContain((await saidOn(disk)).hash)
    }
  }
})

it('an exported file is the old one or the new one', async () => {
  const [old, next] = [new Uint8Array(3000).fill(1), new Uint8Array(5000).fill(2)]
  const base = createFakeFiles()
  must(await write('/p/out.csv', old, base))
  const first = createFakeFiles(base.now())
  must(await write('/p/out.csv', next, first))
  for (const { says, ...trouble } of troubles(first.calls())) {
    const files = createFakeFiles(base.now())
    files.trouble(trouble)
    const result = await write('/p/out.csv', next, files)
    expectStorage(result, says)
    for (const disk of [files.now(), leastAt(files.base, files.effects, files.effects.length)]) {
      const there = createFakeFiles(disk).bytesOf('/p/out.csv')
      expect(there && (result.ok ? [next] : [old, next]).some((one) => Buffer.compare(one, there) === 0), says).toBe(true)
    }
    files.trouble({})
    must(await write('/p/out.csv', next, files))
    expect(files.bytesOf('/p/out.csv')).toEqual(next)
    expect(files.paths()).toEqual(['/', '/p', '/p/out.csv'])
  }
})

describe('keeping a project of the app as a file, with each call failing', () => {
  const FOLDER = '/p/app/projects'
  const TARGETS = ['/p/kept.earshot', '/p/other.earshot'] as const

  /** A project of the app with a tag in its journal, open; with `times` 1 it is a file of the person's already. */
  async function openKept(files: FakeFiles, times: number): Promise<{ readonly shelf: ProjectShelf; readonly project: Project }> {
    const shelf = createProjectShelf(FOLDER, undefined, files)
    const project = must(await createProject(await testPlatform(), must(await shelf.create('p1')), 'Kept'))
    must(await importWave(project, 'first'))
    must(await project.save())
    await shelf.describe('p1', '{"name":"Kept"}')
    if (times > 0) must(await shelf.keep('p1', TARGETS[0]))
    must(await tag(project, 3))
    return { shelf, project }
  }

  async function again(disk: Disk): Promise<string> {
    const shelf = createProjectShelf(FOLDER, undefined, createFakeFiles(leftOn(disk)))
    expect((await shelf.list()).map(({ id }) => id)).toContain('p1')
    const project = must(await openProject(await testPlatform(), must(await shelf.open('p1')), 'p1', quietTask))
    const hash = await project.hash()
    await project.close()
    return hash
  }

  it.each([
    ['for the first time', 0],
    ['as another', 1],
  ])('%s, loses nothing, and works when it is asked for again', async (_, times) => {
    const first = createFakeFiles()
    const opened = await openKept(first, times)
    first.trouble({})
    must(await opened.shelf.keep('p1', TARGETS[times]!))
    for (const { says, ...trouble } of troubles(first.calls())) {
      const files = createFakeFiles()
      const { shelf, project } = await openKept(files, times)
      const before = await project.hash()
      files.trouble(trouble)
      const kept = await shelf.keep('p1', TARGETS[times]!)
      expectStorage(kept, says)
      files.trouble({})
      expect(await again(files.now()), says).toBe(before)
      expect(await again(leastAt(files.base, files.effects, files.effects.length)), says).toBe(before)
      must(await tag(project, 4))
      must(await project.save())
      must(await tag(project, 5))
      const after = await project.hash()
      expect(await again(leastAt(files.base, files.effects, files.effects.length)), says).toBe(after)
      must(await shelf.keep('p1', TARGETS[times]!))
      expect(shelf.fileOf('p1'), says).toBe(TARGETS[times])
      expect(await again(leastAt(files.base, files.effects, files.effects.length)), says).toBe(after)
    }
  })
})
