import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { replaceFileAtOnce } from '../../electron/disk/atomic-file'
import { createProjectShelf } from '../../electron/shelf/project-shelf'
import type { FaultCode } from '../../shared/base/fault'
import type { Result } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { createDesk } from '../../shared/engine/desk'
import type { EngineApi } from '../../shared/protocol/engine-api'
import { createFakeFiles, type CallName, type Disk, type FakeFiles, type Trouble } from '../helpers/fake-files'
import { keptProject, leftOn, PROJECT_FILE, saidOn } from '../helpers/kept-project'
import { must, testPlatform } from '../helpers/project'

// What happens to a disk while a project is open in the desktop app: the file lies with the person, its journal with the app.

const APP = '/p/app/projects'

let saved: Disk
beforeAll(async () => {
  saved = await keptProject(false)
})

let files: FakeFiles
let desk: EngineApi
beforeEach(async () => {
  files = createFakeFiles(saved)
  desk = await newDesk(files)
  const shelf = createProjectShelf(APP, undefined, files)
  must(await desk.openProject({ id: must(shelf.admit(PROJECT_FILE)).project }, quietTask))
  must(await rename('Before'))
})

const newDesk = async (disk: FakeFiles): Promise<EngineApi> => createDesk(await testPlatform(), createProjectShelf(APP, undefined, disk))
const rename = (name: string) => desk.renameProject({ name }, quietTask)
const save = () => desk.saveProject(null, quietTask)
const name = async (): Promise<string> => must(await desk.project(null, quietTask)).name
const fileBytes = (): Uint8Array | null => files.bytesOf(PROJECT_FILE)

function expectFault(result: Result<unknown>, code: FaultCode, what?: string): void {
  expect(result).toMatchObject({ ok: false, fault: { code, params: what === undefined ? {} : { what: expect.stringContaining(what) as unknown } } })
  // The window hears of no path.
  expect(JSON.stringify(result)).not.toContain('/p/')
}

/** Calls of some names fail, all of them or so many. */
const failing = (code: string, names: readonly CallName[], times = Infinity): Trouble => {
  let left = times
  return { fails: (_, called) => (names.includes(called) && (left -= 1) >= 0 ? code : null) }
}

/** Another start of the app, after it was killed right now. */
async function expectAfterKill(wanted: string): Promise<void> {
  const again = createFakeFiles(leftOn(files.now()))
  const shelf = createProjectShelf(APP, undefined, again)
  const later = createDesk(await testPlatform(), shelf)
  expect(must(await later.openProject({ id: must(shelf.admit(PROJECT_FILE)).project }, quietTask)).name).toBe(wanted)
}

const WRITES: readonly CallName[] = ['open', 'write', 'sync', 'truncate', 'rename', 'remove', 'makeFolder', 'syncFolder']

describe.each([
  ['EROFS', 'storage-denied'],
  ['EACCES', 'storage-denied'],
  ['ESTALE', 'storage-gone'],
  ['ENETDOWN', 'storage-gone'],
  ['ENOSPC', 'storage-full'],
  ['EIO', 'storage'],
] as const)('a disk that answers every write with %s from some moment on', (code, says) => {
  it('is named, what is open stays as it was, and all goes on once it can be written again', async () => {
    const before = fileBytes()
    files.trouble(failing(code, WRITES))
    for (const act of [() => rename('Refused'), save]) expectFault(await act(), says, says === 'storage-full' ? undefined : code)
    expect(await name()).toBe('Before')
    expect(fileBytes()).toEqual(before)
    files.trouble({})
    await expectAfterKill('Before')
    must(await rename('After'))
    await expectAfterKill('After')
    must(await save())
    expect(must(await desk.project(null, quietTask))).toMatchObject({ name: 'After', unsaved: 0 })
  })
})

describe('a file that somebody else holds', () => {
  it.each([
    ['for a moment', 4, 0],
    ['for five seconds', 9, 1],
  ])('%s is waited for, and nobody hears of it', async (_, times, seconds) => {
    files.trouble(failing('EBUSY', ['rename'], times))
    must(await save())
    expect(files.waited()).toBeGreaterThanOrEqual(seconds * 1000)
    expect(files.waited()).toBeLessThan(10_000)
  })

  it('for a minute is told of after ten seconds; the edits stay where they are and are saved later', async () => {
    files.trouble(failing('EPERM', ['rename']))
    expectFault(await save(), 'storage-denied', 'EPERM')
    expect(files.waited()).toBeLessThan(11_000)
    expect(must(await desk.project(null, quietTask))).toMatchObject({ name: 'Before', unsaved: 1 })
    must(await rename('Meanwhile'))
    files.trouble({})
    must(await save())
    await expectAfterKill('Meanwhile')
  })
})

it('a virus scanner that takes the new file away before it has its name is told of, and the old file is there', async () => {
  const before = fileBytes()
  let taken = false
  const scanned: FakeFiles = { ...files, soon: { ...files.soon, rename: (from, to) => {
    if (!taken) files.remove(from)
    taken = true
    return files.soon.rename(from, to)
  } } }
  must(await desk.closeProject(null, quietTask))
  const shelf = createProjectShelf(APP, undefined, scanned)
  desk = createDesk(await testPlatform(), shelf)
  must(await desk.openProject({ id: must(shelf.admit(PROJECT_FILE)).project }, quietTask))
  must(await rename('Scanned'))
  const old = fileBytes()
  expect(old).not.toEqual(before)
  taken = false
  expectFault(await save(), 'storage-gone', 'ENOENT')
  expect(fileBytes()).toEqual(old)
  await expectAfterKill('Scanned')
  must(await save())
  expect((await saidOn(files.now())).operations).toHaveLength(5)
})

describe('the file, while it is open,', () => {
  it('deleted by somebody: the next save writes it anew, with everything', async () => {
    files.remove(PROJECT_FILE)
    must(await rename('After'))
    expect(fileBytes()).toBeNull()
    must(await save())
    await expectAfterKill('After')
  })

  it('gone with its folder: edits stay on this computer, saving says where it fails, and works when the folder is back', async () => {
    const whole = fileBytes()
    const away = failing('ENOENT', ['rename'])
    files.remove(PROJECT_FILE)
    files.trouble(away)
    must(await rename('After'))
    expectFault(await save(), 'storage-gone', 'ENOENT')
    files.trouble({})
    if (whole) replaceFileAtOnce(PROJECT_FILE, whole, files)
    must(await save())
    await expectAfterKill('After')
  })

  it.each([
    ['replaced by another whole file', (own: Uint8Array) => own.slice().fill(7)],
    ['cut short', (own: Uint8Array) => own.slice(0, 5000)],
  ])('%s: it is left as it is, that is said, and nothing of ours is lost', async (_, other) => {
    const theirs = other(fileBytes() ?? new Uint8Array())
    replaceFileAtOnce(PROJECT_FILE, theirs, files)
    must(await rename('Ours'))
    expectFault(await save(), 'changed-elsewhere')
    expect(fileBytes()).toEqual(theirs)
    // All of it is in the window, and can be had from there.
    expect(must(await desk.exportProject(null, quietTask)).bytes.length).toBeGreaterThan(5000)
  })

  it.each(['open', 'read', 'state'] as const)('replaced, and not to be read for a moment (%s): it is not taken for ours', async (call) => {
    const theirs = (fileBytes() ?? new Uint8Array()).slice().fill(7)
    replaceFileAtOnce(PROJECT_FILE, theirs, files)
    files.trouble(failing('ESTALE', [call], 1))
    expectFault(await save(), 'storage-gone', 'ESTALE')
    files.trouble({})
    expectFault(await save(), 'changed-elsewhere')
    expect(fileBytes()).toEqual(theirs)
  })
})

describe('the journal, while the project is open,', () => {
  const journals = (): readonly string[] => files.paths().filter((path) => path.endsWith('.journal'))

  it('removed by a program that tidies up: nothing more is acknowledged until all of it is in the file', async () => {
    for (const path of journals()) files.remove(path)
    for (const next of ['One', 'Two']) expectFault(await rename(next), 'storage-gone', 'ENOENT')
    expect(await name()).toBe('Before')
    must(await save())
    must(await rename('After'))
    await expectAfterKill('After')
  })

  it('cut short: the same', async () => {
    for (const path of journals()) {
      const fd = files.open(path, 'r+')
      files.truncate(fd, 10)
      files.close(fd)
    }
    expectFault(await rename('One'), 'storage-gone', 'ENOENT')
    must(await save())
    await expectAfterKill('Before')
  })
})
