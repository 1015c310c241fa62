import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openNodeStore } from '../../electron/node-store'
import { fault } from '../../shared/base/fault'
import { ok, refuse } from '../../shared/base/result'
import { createMemoryStore } from '../../shared/engine/memory-store'
import type { ProjectStore } from '../../shared/protocol/store'
import { must } from '../helpers/project'
import { STORE_CONTRACT, type OpenStore } from './store-contract'

const folders: string[] = []
const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
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

describe.each([
  ['memory', memory],
  ['Node', node],
])('the %s store', (_, create) => {
  it.each(STORE_CONTRACT.map((item) => [item.name, item] as const))('%s', async (_name, { run }) => {
    await run(create())
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
