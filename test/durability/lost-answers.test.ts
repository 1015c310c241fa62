import { webcrypto } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { quietTask } from '../../shared/base/task'
import { lockableStore } from '../../shared/engine/locked/lockable-store'
import { makeLock } from '../../shared/engine/locked/lock'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import { verifyProject } from '../../shared/engine/recover/verify-project'
import type { Platform } from '../../shared/engine/platform'
import type { Endpoint } from '../../shared/protocol/rpc'
import type { ProjectStore, Shelf } from '../../shared/protocol/store'
import { callsOf, connectShelf, serveShelf, shelfOf } from '../../shared/protocol/store-rpc'
import { createMemoryShelf } from '../helpers/memory-shelf'
import { must, testPlatform } from '../helpers/project'

type Method = 'appendJournal' | 'truncateJournal' | 'writeSnapshot'

/** A store that does what it is asked to, and whose answer is lost, or that is not heard at all, when `loses` says so. */
function losing(store: ProjectStore, loses: (method: Method) => 'question' | 'answer' | null): ProjectStore {
  const over = (method: Method) => async (argument: never): ReturnType<ProjectStore[Method]> => {
    const lost = loses(method)
    if (lost === 'question') throw new Error('the channel is closed')
    const done = await (store[method] as (argument: never) => ReturnType<ProjectStore[Method]>)(argument)
    if (lost === 'answer') throw new Error('the answer is lost')
    return done
  }
  return { ...store, appendJournal: over('appendJournal'), truncateJournal: over('truncateJournal'), writeSnapshot: over('writeSnapshot') }
}

const rename = (project: Project, value: string) =>
  project.change('rename', [{ register: 'setting', id: 'name', before: { value: project.name }, after: { value } }])

const KINDS: readonly (readonly [string, (platform: Platform, store: ProjectStore) => Promise<ProjectStore>])[] = [
  ['a project', (_, store) => Promise.resolve(store)],
  ['a project with a password', async (platform, store) => lockableStore(platform, store, await makeLock(webcrypto, 'four plain words'))],
]

describe.each(KINDS)('%s', (_, kind) => {
  it.each([
    ['appendJournal', 'answer'],
    ['appendJournal', 'question'],
    ['truncateJournal', 'answer'],
    ['truncateJournal', 'question'],
    ['writeSnapshot', 'answer'],
    ['writeSnapshot', 'question'],
  ] as const)('keeps what is acknowledged after %s without an answer (the %s is lost)', async (method, what) => {
    const platform = await testPlatform()
    const under = createMemoryStore()
    let isLost = false
    const store = await kind(platform, losing(under, (each) => (isLost && each === method ? what : null)))
    const project = must(await createProject(platform, store, 'first'))
    must(await project.save())
    must(await rename(project, 'second'))

    isLost = true
    const unsure = await (method === 'appendJournal' ? rename(project, 'never said to be kept') : project.save()).catch(() => null)
    expect(unsure?.ok ?? false).toBe(false)
    isLost = false
    expect(project.name).toBe('second')
    must(await rename(project, 'third'))
    must(await rename(project, 'fourth'))
    const hash = await project.hash()

    // As who comes after a kill finds it: the same store, from its bytes.
    expect(must(await verifyProject(platform, store, 'p', quietTask))).toEqual([])
    const again = must(await openProject(platform, store, 'p', quietTask))
    expect(again.name).toBe('fourth')
    expect(await again.hash()).toBe(hash)
    must(await again.undo())
    expect(again.name).toBe('third')
  })
})

/** A channel on which each message comes as often as `times` says, or behind the next one. */
function channel(times: (number: number) => number, swaps = false): readonly [Endpoint, Endpoint] {
  const hear: ((message: unknown) => void)[] = []
  const held: (unknown[])[] = [[], []]
  let sent = 0
  const end = (own: number, other: number): Endpoint => ({
    postMessage(message, transfer) {
      sent += 1
      const copy: unknown = structuredClone(message, { transfer: [...transfer] })
      const waiting = held[other]!
      waiting.push(...Array.from({ length: times(sent) }, () => structuredClone(copy)))
      setImmediate(() => {
        const next = waiting.splice(0)
        for (const each of swaps ? next.toReversed() : next) hear[other]?.(each)
      })
    },
    onMessage: (handler) => void (hear[own] = handler),
  })
  return [end(0, 1), end(1, 0)]
}

const served = (shelf: Shelf, [there, here]: readonly [Endpoint, Endpoint]): Shelf => {
  serveShelf(callsOf(shelf).calls, there)
  return shelfOf(connectShelf(here))
}

describe('messages between window and shell', () => {
  it('that come twice do nothing twice', async () => {
    const shelf = createMemoryShelf()
    const remote = served(shelf, channel(() => 2))
    const store = must(await remote.create('p1'))
    const platform = await testPlatform()
    const project = must(await createProject(platform, store, 'first'))
    must(await project.save())
    for (const name of ['second', 'third', 'fourth']) must(await rename(project, name))
    must(await project.undo())
    await project.close()
    const again = must(await openProject(platform, must(await remote.open('p1')), 'p', quietTask))
    expect(again.name).toBe('third')
    expect(again.acknowledged).toBe(5)
  })

  it('that come in another order are answered, or refused, and damage nothing', async () => {
    const shelf = createMemoryShelf()
    const remote = served(shelf, channel(() => 1, true))
    const store = must(await remote.create('p1'))
    const project = must(await createProject(await testPlatform(), store, 'first'))
    must(await project.save())
    await Promise.race([
      Promise.allSettled([rename(project, 'second'), remote.list(), store.readJournal()]),
      new Promise((resolve) => setTimeout(resolve, 200)),
    ])
    const kept = must(await shelf.open('p1').then((opened) => (opened.ok ? opened : { ok: true as const, value: store })))
    expect((await kept.readSnapshot())?.length).toBeGreaterThan(0)
  })

  it('that cannot be copied are answered: nobody waits for ever', async () => {
    const shelf = { ...createMemoryShelf(), list: () => Promise.resolve([{ id: 'p1', changedAt: '', card: '', place: 'app' as const, why: () => 'a function' }]) }
    const remote = served(shelf, channel(() => 1))
    await expect(remote.list()).rejects.toThrow(/could not be cloned/)
    const store = must(await remote.create('p2'))
    await expect(store.writeBatch('ab', (() => 0) as unknown as Uint8Array)).rejects.toThrow(/could not be cloned/)
    must(await store.appendJournal(new Uint8Array([1, 2, 3])))
    expect(await store.readJournal()).toEqual(new Uint8Array([1, 2, 3]))
  })
})
