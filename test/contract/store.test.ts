import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { openNodeStore } from '../../electron/shelf/node-store'
import { createProjectShelf, type ProjectShelf } from '../../electron/shelf/project-shelf'
import { fault } from '../../shared/base/fault'
import { ok, refuse } from '../../shared/base/result'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import type { Endpoint } from '../../shared/protocol/rpc'
import type { ProjectStore, Shelf } from '../../shared/protocol/store'
import { callsOf, connectShelf, serveShelf, shelfOf } from '../../shared/protocol/store-rpc'
import { must } from '../helpers/project'
import { STORE_CONTRACT, type OpenStore } from './store-contract'

const folders: string[] = []
const ports: MessagePort[] = []
const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** The memory store is as alone as its object: opening again gives the same one, once it is closed. */
function memory(): OpenStore {
  const store = createMemoryStore()
  let isOpen = false
  return () => {
    if (isOpen) return Promise.resolve(refuse(fault('locked')))
    isOpen = true
    const closing: ProjectStore = {
      ...store,
      close: () => {
        isOpen = false
        return store.close()
      },
    }
    return Promise.resolve(ok(closing))
  }
}

function node(): OpenStore {
  const path = join(temporaryFolder(), '프로젝트.earshot')
  return () => Promise.resolve(openNodeStore(path, 'write'))
}

const endpoint = (port: MessagePort): Endpoint => ({
  postMessage: (message, transfer) => port.postMessage(message, [...transfer]),
  onMessage: (handler) => void port.on('message', handler),
})

/** A shelf as the engine's worker has it on the desktop: calls and bytes over a channel. */
function overChannel(shelf: Shelf): Shelf {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  serveShelf(callsOf(shelf).calls, endpoint(port1))
  return shelfOf(connectShelf(endpoint(port2)))
}

/** A project in the desktop app's own folder. */
function desktop(): OpenStore {
  const shelf = overChannel(createProjectShelf(join(temporaryFolder(), 'projects')))
  return () => shelf.create('p1')
}

/** A project that is a file of the person's, opened where it is. */
function desktopFile(): OpenStore {
  const folder = temporaryFolder()
  const path = join(folder, '프로젝트.earshot')
  writeFileSync(path, Uint8Array.of(0))
  const shelf: ProjectShelf = createProjectShelf(join(folder, 'projects'))
  const lent = overChannel(shelf)
  return () => lent.open(must(shelf.admit(path)).project)
}

const named = (cases: typeof STORE_CONTRACT) => cases.map((item) => [item.name, item] as const)

describe.each([
  ['memory', memory],
  ['Node', node],
  ['desktop', desktop],
])('the %s store', (_, create) => {
  it.each(named(STORE_CONTRACT))('%s', async (_name, { run }) => {
    await run(create())
  })
})

describe('the desktop store of a file', () => {
  // A file that is opened is there, so it never starts empty.
  it.each(named(STORE_CONTRACT.filter(({ name }) => name !== 'starts empty')))('%s', async (_name, { run }) => {
    await run(desktopFile())
  })
})

describe('the Node store', () => {
  it('leaves one file when it is saved and closed', async () => {
    const folder = temporaryFolder()
    const store = must(openNodeStore(join(folder, 'p.earshot'), 'write'))
    await store.appendJournal(Uint8Array.of(1))
    await store.writeBatch('aa', Uint8Array.of(1))
    expect(readdirSync(folder).sort()).toEqual(['p.earshot.batch-aa', 'p.earshot.journal', 'p.earshot.lock'])
    await store.writeSnapshot(Uint8Array.of(2))
    await store.truncateJournal(0)
    await store.dropBatches()
    await store.close()
    expect(readdirSync(folder)).toEqual(['p.earshot'])
  })

  it('takes over the lock of a process that is gone, and reads beside a writer', async () => {
    const path = join(temporaryFolder(), 'p.earshot')
    const { hostname } = await import('node:os')
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }))
    const writer = must(openNodeStore(path, 'write'))
    await writer.writeSnapshot(Uint8Array.of(1))
    const reader = must(openNodeStore(path, 'read'))
    expect(await reader.readSnapshot()).toEqual(Uint8Array.of(1))
    expect((await reader.writeSnapshot(Uint8Array.of(2))).ok).toBe(false)
    await reader.close()
    expect(openNodeStore(path, 'write').ok).toBe(false)
    await writer.close()
    // Made, not yet signed: by somebody at work, or long ago by somebody who died.
    writeFileSync(`${path}.lock`, '')
    expect(openNodeStore(path, 'write')).toEqual(refuse(fault('locked')))
    utimesSync(`${path}.lock`, 0, 0)
    await must(openNodeStore(path, 'write')).close()
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 1, host: 'another-machine' }))
    expect(openNodeStore(path, 'write')).toEqual(refuse(fault('locked')))
  })
})
