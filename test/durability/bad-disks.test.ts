import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest'
import { replaceFile, replaceFileAtOnce } from '../../electron/disk/atomic-file'
import { openNodeStore } from '../../electron/shelf/node-store'
import { createProjectShelf } from '../../electron/shelf/project-shelf'
import { fault } from '../../shared/base/fault'
import { refuse, type Result } from '../../shared/base/result'
import type { Project } from '../../shared/engine/project/project'
import { createFakeFiles, type CallName, type Disk, type FakeFiles, type Trouble } from '../helpers/fake-files'
import { importWave, keptProject, openOn, PROJECT_FILE, saidOn, tag } from '../helpers/kept-project'
import { must } from '../helpers/project'

const PATH = '/p/a.earshot'
const [OLD, NEW] = [Buffer.from('what was there before'), Buffer.from('what takes its place, and is longer')]

const WAYS: readonly (readonly [string, (files: FakeFiles) => Promise<void>])[] = [
  ['while others work', (files) => replaceFile(PATH, NEW, files)],
  ['at once', async (files) => replaceFileAtOnce(PATH, NEW, files)],
]

const IS_SOAK = process.env['EARSHOT_SOAK'] !== undefined
if (IS_SOAK) vi.setConfig({ testTimeout: 3_600_000 })
afterAll(() => vi.resetConfig())

let saved: Disk
let unsaved: Disk
beforeAll(async () => {
  saved = await keptProject(false)
  unsaved = await keptProject(true)
})

function withOld(): FakeFiles {
  const files = createFakeFiles()
  replaceFileAtOnce(PATH, OLD, files)
  return files
}

/** Fails calls of that name, from the first on, so many times. */
function failing(name: CallName, code: string, times = Infinity): Trouble {
  let left = times
  return { fails: (_, called) => (called === name && (left -= 1) >= 0 ? code : null) }
}

describe.each(WAYS)('a file that is replaced %s', (_, replace) => {
  it('is never renamed after a write that was too short, whatever the length', async () => {
    for (let length = 0; length <= NEW.length; length++) {
      for (const rest of ['works', 'nothing', 'full', 'lies']) {
        const files = withOld()
        let writes = 0
        files.trouble({
          takes: () => ((writes += 1) === 1 ? length : rest === 'works' ? Infinity : 0),
          fails: (_call, name) => (rest === 'full' && name === 'write' && writes > 0 ? 'ENOSPC' : null),
          lies: rest === 'lies',
        })
        const error = await replace(files).then(() => null, (reason: unknown) => reason)
        const isWhole = length === NEW.length || (rest === 'works' && length > 0)
        expect([length, rest, error === null]).toEqual([length, rest, isWhole])
        expect(files.bytesOf(PATH)).toEqual(Uint8Array.from(isWhole ? NEW : OLD))
        expect(files.paths()).toEqual(['/', '/p', PATH])
      }
    }
  })

  it('is written anew after a sync that failed, and not said to be there', async () => {
    const files = withOld()
    files.trouble(failing('sync', 'EIO', 1))
    await expect(replace(files)).rejects.toThrow('EIO')
    expect(files.bytesOf(PATH)).toEqual(Uint8Array.from(OLD))
    await replace(files)
    const [lost] = files.effects.flatMap((effect) => (effect.kind === 'unsynced' ? [effect.content] : []))
    expect(files.now().names.get(PATH)).not.toBe(lost)
    expect(files.effects.filter((effect) => effect.kind === 'sync' && effect.content === lost)).toEqual([])
  })

  it('waits for who holds it, for some seconds, and then says so', async () => {
    for (const code of ['EPERM', 'EBUSY', 'EACCES']) {
      const files = withOld()
      files.trouble(failing('rename', code, 5))
      await replace(files)
      expect(files.bytesOf(PATH)).toEqual(Uint8Array.from(NEW))
      expect(files.waited()).toBeGreaterThan(100)

      const held = withOld()
      held.trouble(failing('rename', code))
      await expect(replace(held)).rejects.toThrow(code)
      expect(held.waited()).toBeGreaterThan(500)
      expect(held.waited()).toBeLessThan(10_000)
      expect(held.bytesOf(PATH)).toEqual(Uint8Array.from(OLD))
      expect(held.paths()).toEqual(['/', '/p', PATH])
    }
    const other = withOld()
    other.trouble(failing('rename', 'EIO'))
    await expect(replace(other)).rejects.toThrow('EIO')
    expect(other.waited()).toBe(0)
  })
})

/** Lengths of a write that are tried: each in a soak, else its ends and some between. */
const lengthsOf = (bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, length) => length).filter((length) => (IS_SOAK && bytes < 4096) || length < 3 || length > bytes - 3 || length % Math.ceil(bytes / 8) === 0)

test.each<readonly [string, (project: Project) => Promise<Result<unknown>>]>([
  ['a tag', (project) => tag(project, 6)],
  ['a save', (project) => project.save()],
  ['an import', (project) => importWave(project, 'third')],
])('%s of which any write is too short is there as a whole, or refused with nothing changed', async (_, act) => {
  const writes: number[] = []
  const first = must(await openOn(withUnsaved((bytes) => writes.push(bytes))))
  writes.length = 0
  must(await act(first))
  const after = await first.hash()
  expect(writes.length).toBeGreaterThan(0)
  for (const [nth, bytes] of writes.entries()) {
    for (const length of lengthsOf(bytes)) {
      for (const rest of ['works', 'nothing', 'full']) {
        const files = createFakeFiles(unsaved)
        const project = must(await openOn(files))
        const before = await project.hash()
        let write = -1
        files.trouble({
          takes: () => ((write += 1) < nth ? Infinity : write === nth ? length : rest === 'works' ? Infinity : 0),
          fails: (_call, name) => (rest === 'full' && name === 'write' && write >= nth ? 'ENOSPC' : null),
        })
        const done = await act(project)
        files.trouble({})
        const says = `write ${nth + 1} of ${bytes} bytes takes ${length}, then ${rest}`
        if (rest === 'works' && length > 0) expect(done.ok, says).toBe(true)
        const expected = done.ok ? after : before
        expect(await project.hash(), says).toBe(expected)
        expect((await saidOn(files.now())).hash, says).toBe(expected)
        must(await tag(project, 9))
        expect((await saidOn(files.now())).hash, says).toBe(await project.hash())
        await project.close()
      }
    }
  }
})

/** The project with a journal, on a disk that tells how long each write is. */
function withUnsaved(told: (bytes: number) => void): FakeFiles {
  const files = createFakeFiles(unsaved)
  files.trouble({ takes: (_, bytes) => (told(bytes), Infinity) })
  return files
}

test('while the disk is full nothing shrinks and edits are refused; with room they go on', async () => {
  const files = createFakeFiles(saved)
  const project = must(await openOn(files))
  must(await tag(project, 5))
  const size = (): readonly number[] => [PROJECT_FILE, `${PROJECT_FILE}.journal`].map((path) => files.bytesOf(path)?.length ?? 0)
  const [before, sizes] = [await project.hash(), size()]
  const used = files.paths().reduce((sum, path) => sum + (files.bytesOf(path)?.length ?? 0), 0)
  for (const free of [0, 1, 7, 100, 300]) {
    files.trouble({ room: used + free })
    for (const act of [() => tag(project, 6), () => project.save(), () => importWave(project, 'third'), () => project.undo()]) {
      expect(await act()).toEqual(refuse(fault('storage-full')))
      expect(size()).toEqual(sizes)
      expect(await project.hash()).toBe(before)
    }
  }
  files.trouble({})
  must(await tag(project, 6))
  must(await importWave(project, 'third'))
  const after = await project.hash()
  expect((await saidOn(files.now())).hash).toBe(after)
  must(await project.save())
  await project.close()
  expect((await saidOn(files.now())).hash).toBe(after)
})

test('a sync of the journal that failed acknowledges nothing, and the journal is written anew', async () => {
  const files = createFakeFiles(saved)
  const project = must(await openOn(files))
  must(await tag(project, 5))
  const before = await project.hash()
  files.trouble(failing('sync', 'EIO', 1))
  expect(await tag(project, 6)).toMatchObject({ ok: false, fault: { code: 'storage' } })
  expect((await saidOn(files.now())).hash).toBe(before)
  files.trouble({})
  must(await tag(project, 7))
  const lost = files.effects.flatMap((effect) => (effect.kind === 'unsynced' ? [effect.content] : []))
  expect(lost).toHaveLength(1)
  expect(lost).not.toContain(files.now().names.get(`${PROJECT_FILE}.journal`))
})

test('a save whose last sync failed is refused, and the next is no clash with it', async () => {
  const files = createFakeFiles(saved)
  const shelf = createProjectShelf('/p/app/projects', undefined, files)
  const { project: id } = must(shelf.admit(PROJECT_FILE))
  const store = must(await shelf.open(id))
  files.trouble(failing('syncFolder', 'EIO', 1))
  expect(await store.writeSnapshot(OLD)).toMatchObject({ ok: false, fault: { code: 'storage' } })
  files.trouble({})
  expect(await store.writeSnapshot(NEW)).toEqual({ ok: true, value: null })
  expect(files.bytesOf(PROJECT_FILE)).toEqual(Uint8Array.from(NEW))
})

test('a lock that cannot be signed, or removed, keeps nobody out afterwards', () => {
  const files = createFakeFiles(saved)
  files.trouble(failing('write', 'ENOSPC', 1))
  expect(openNodeStore(PROJECT_FILE, 'write', undefined, files)).toEqual(refuse(fault('storage-full')))
  files.trouble({})
  const store = must(openNodeStore(PROJECT_FILE, 'write', undefined, files))
  expect(openNodeStore(PROJECT_FILE, 'write', undefined, files)).toEqual(refuse(fault('locked')))
  files.trouble(failing('remove', 'EBUSY'))
  void store.close()
  files.trouble({})
  expect(openNodeStore(PROJECT_FILE, 'write', undefined, files).ok).toBe(true)
})

test('a share that cannot be reached is no new project', async () => {
  for (const name of ['state', 'open', 'read', 'list', 'realPath'] as const) {
    const files = createFakeFiles(saved)
    files.trouble(failing(name, 'ESTALE'))
    const opened = await openOn(files)
    if (!opened.ok) expect(opened.fault.code, name).toMatch(/^storage(-gone)?$/)
    files.trouble({})
    expect((await saidOn(files.now())).hash, name).toBe((await saidOn(saved)).hash)
  }
})
