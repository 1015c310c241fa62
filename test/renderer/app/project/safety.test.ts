import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fileOf, placeOf, safetyOf } from '../../../../renderer/app/project/safety'
import { watchKept } from '../../../../renderer/app/project/watch-kept'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import { createDesk } from '../../../../shared/engine/desk'
import { memoryHost } from '../../../helpers/memory-host'
import { createMemoryShelf } from '../../../helpers/memory-shelf'
import { testPlatform } from '../../../helpers/project'
import { slowShelf, type SlowDisk } from '../../../helpers/slow-shelf'
import { commandsWith } from '../../../helpers/window-commands'

const STEP_MS = 50

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Lets what needs no clock happen: the engine hashes and turns without one. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** The window over the real engine on such a disk, with a project open, and what it said at each step of its clock. */
async function windowOn(disk: SlowDisk) {
  const desk = createDesk(await testPlatform(), slowShelf(createMemoryShelf(), disk))
  const opened = commandsWith(desk, { keepProject: () => Promise.resolve(ok({ file: 'q3.earshot' })) })
  const { session } = opened
  const made = await desk.createProject({ name: 'Acme' }, { report: () => undefined, cancelled: () => false, breathe: () => Promise.resolve() })
  if (!made.ok) throw new Error(made.fault.code)
  session.set({ project: made.value, screen: 'data' })
  /** Runs the clock until the work is done; each state with the time at which it began. */
  const watch = async (work: Promise<unknown>, most = 120_000): Promise<readonly (readonly [number, string])[]> => {
    let isDone = false
    void work.then(() => (isDone = true))
    const seen: [number, string][] = []
    for (let at = 0; at <= most; at += STEP_MS) {
      await settle()
      const now = safetyOf(session.get())
      if (seen.at(-1)?.[1] !== now) seen.push([at, now])
      if (isDone) return seen
      await vi.advanceTimersByTimeAsync(STEP_MS)
    }
    throw new Error('it never ended')
  }
  return { ...opened, watch }
}

describe('where the latest change is', () => {
  it('with a disk that is quick: on this computer, then in the file; saving is never said', async () => {
    const { commands, session, watch } = await windowOn({ ms: 0, refusal: null })
    expect([safetyOf(session.get()), fileOf(session.get())]).toEqual(['saved', null])
    expect(await watch(commands.renameProject('Other'))).toEqual([[0, 'kept']])
    expect((await watch(commands.keepProject('save'))).at(-1)?.[1]).toBe('saved')
    expect(fileOf(session.get())).toBe('q3.earshot')
  })

  it('with one that takes 500 ms a call: saving, well before a second has gone', async () => {
    const disk: SlowDisk = { ms: 0, refusal: null }
    const { commands, watch } = await windowOn(disk)
    disk.ms = 500
    expect(await watch(commands.renameProject('Other'))).toEqual([[0, 'saved'], [300, 'saving'], [500, 'kept']])
    const saved = await watch(commands.keepProject('save'))
    expect(saved.map(([, what]) => what)).toEqual(['kept', 'saving', 'saved'])
    expect(saved[1]?.[0]).toBe(300)
  })

  it('with one that hangs for a minute: saving for as long, and what is refused then is said and is not there', async () => {
    const disk: SlowDisk = { ms: 0, refusal: null }
    const { commands, session, watch } = await windowOn(disk)
    disk.ms = 60_000
    expect(await watch(commands.renameProject('Other'))).toEqual([[0, 'saved'], [300, 'saving'], [60_000, 'kept']])
    disk.refusal = refuse(fault('storage-gone', { what: 'ETIMEDOUT' }))
    const hung = await watch(commands.renameProject('Lost'), 300_000)
    expect(hung.slice(0, 2)).toEqual([[0, 'kept'], [300, 'saving']])
    expect(hung.at(-1)?.[1]).toBe('kept')
    expect(session.get()).toMatchObject({ project: { name: 'Other' }, notice: { kind: 'fault', fault: { code: 'storage-gone' } } })
    Object.assign(disk, { ms: 0, refusal: null })
    await watch(commands.renameProject('After'))
    expect(session.get()).toMatchObject({ project: { name: 'After' }, notice: null })
  })

  it.each(['storage', 'storage-denied', 'storage-full', 'storage-gone'] as const)('a disk that refuses (%s) is said at once, and keeps what was there', async (code) => {
    const disk: SlowDisk = { ms: 0, refusal: null }
    const { commands, session, watch } = await windowOn(disk)
    await watch(commands.renameProject('Before'))
    disk.refusal = refuse(fault(code, { what: 'E' }))
    expect((await watch(commands.renameProject('Refused'))).at(-1)).toEqual([0, 'kept'])
    expect(session.get()).toMatchObject({ project: { name: 'Before', unsaved: 1 }, notice: { fault: { code } } })
    await watch(commands.keepProject('save'))
    expect(safetyOf(session.get())).toBe('kept')
    disk.refusal = null
    await watch(commands.keepProject('save'))
    expect([safetyOf(session.get()), fileOf(session.get())]).toEqual(['saved', 'q3.earshot'])
  })
})

it('a file is said by its name, otherwise who keeps the project', () => {
  expect([placeOf('desktop', 'a.earshot'), placeOf('desktop', null), placeOf('browser', null)]).toEqual(['file', 'app', 'browser'])
})

describe('a project whose lock is stolen', () => {
  it('is said to be another’s within two seconds, once, and not when it was only being closed', async () => {
    const { session } = await windowOn({ ms: 0, refusal: null })
    let held = true
    watchKept(session, memoryHost({ kept: { lasts: () => Promise.resolve(true), isThere: () => Promise.resolve(true), isOurs: () => Promise.resolve(held) } }))
    await vi.advanceTimersByTimeAsync(3000)
    expect(safetyOf(session.get())).toBe('saved')
    held = false
    setTimeout(() => (held = true), 1100)
    await vi.advanceTimersByTimeAsync(3000)
    expect(session.get()).toMatchObject({ lost: null, notice: null })
    held = false
    await vi.advanceTimersByTimeAsync(2000)
    expect(safetyOf(session.get())).toBe('lost')
    expect(session.get().notice).toEqual({ kind: 'fault', fault: fault('lock-lost') })
    session.set({ notice: null })
    await vi.advanceTimersByTimeAsync(5000)
    expect(session.get().notice).toBeNull()
  })

  it('is noticed also where that happens as soon as it is open', async () => {
    const { session } = await windowOn({ ms: 0, refusal: null })
    const { project } = session.get()
    session.set({ project: null })
    let holder = 'ours'
    let first: string | undefined
    const isOurs = () => {
      first ??= holder
      return Promise.resolve(holder === first)
    }
    watchKept(session, memoryHost({ kept: { lasts: () => Promise.resolve(true), isThere: () => Promise.resolve(true), isOurs } }))
    await vi.advanceTimersByTimeAsync(500)
    session.set({ project })
    await vi.advanceTimersByTimeAsync(10)
    holder = 'another'
    await vi.advanceTimersByTimeAsync(2000)
    expect(safetyOf(session.get())).toBe('lost')
  })
})
