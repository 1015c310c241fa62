import { createRequire } from 'node:module'
import type { Database, SqlJsStatic } from 'sql.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fault } from '../../shared/base/fault'
import { withinMemory } from '../../shared/base/out-of-memory'
import { quietTask } from '../../shared/base/task'
import type { Result } from '../../shared/base/result'
import type { Platform } from '../../shared/engine/platform'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import type { ProjectStore } from '../../shared/protocol/store'
import { must, testPlatform } from '../helpers/project'
import { importWave, operationsOf, tag } from '../helpers/kept-project'

/** What a project that was left with changes in its journal consists of. */
let kept: { readonly file: Uint8Array; readonly journal: Uint8Array; readonly batches: readonly (readonly [string, Uint8Array])[] }

beforeAll(async () => {
  const plain = createMemoryStore()
  const batches: (readonly [string, Uint8Array])[] = []
  const store: ProjectStore = {
    ...plain,
    writeBatch(id, bytes) {
      batches.push([id, bytes.slice()])
      return plain.writeBatch(id, bytes)
    },
  }
  const project = must(await createProject(await testPlatform(), store, 'Kept'))
  must(await importWave(project, 'first'))
  must(await project.save())
  must(await tag(project, 3))
  must(await importWave(project, 'second'))
  must(await tag(project, 4))
  const [file, journal] = [await plain.readSnapshot(), await plain.readJournal()]
  kept = { file: file ?? new Uint8Array(0), journal, batches: batches.slice(1) }
  await project.close()
})

async function keptStore(): Promise<ProjectStore> {
  const store = createMemoryStore()
  must(await store.writeSnapshot(kept.file))
  must(await store.appendJournal(kept.journal))
  for (const [id, bytes] of kept.batches) must(await store.writeBatch(id, bytes))
  return store
}

const open = (platform: Platform, store: ProjectStore): Promise<Result<Project>> => openProject(platform, store, 'p', quietTask)

const ACTIONS = {
  open: () => Promise.resolve(null),
  tag: (project: Project) => tag(project, 6),
  undo: (project: Project) => project.undo(),
  // Reading the file is outside of the project.
  import: (project: Project) => withinMemory(() => importWave(project, 'third')),
  save: (project: Project) => project.save(),
} as const
type Action = keyof typeof ACTIONS
const NAMES = Object.keys(ACTIONS) as readonly Action[]

/**
 * Opens the project and does something to it while memory ends, and some more afterwards: all is done or refused with words, and the
 * project as it is found next has every operation that was acknowledged. Whether memory was enough.
 */
async function tryIt(action: Action, platform: Platform, begin: () => void, end: () => void, says: string): Promise<boolean> {
  const store = await keptStore()
  const acknowledged: string[] = []
  const note = (project: Project): void => void acknowledged.splice(0, Infinity, ...(project.isUncertain ? [] : operationsOf(project)))
  if (action === 'open') begin()
  const opened = await open(platform, store)
  let isEnough = opened.ok
  if (!opened.ok) expect(opened.fault, says).toEqual(fault('out-of-memory'))
  else {
    const project = opened.value
    if (action !== 'open') {
      note(project)
      begin()
      const done = await ACTIONS[action](project)
      isEnough = done === null || done.ok
      if (done && !done.ok) expect(['out-of-memory', 'uncertain'], says).toContain(done.fault.code)
    }
    end()
    const next = await tag(project, 8)
    if (!next.ok) expect(['out-of-memory', 'uncertain'], says).toContain(next.fault.code)
    if (next.ok) note(project)
    await project.close()
  }
  end()
  const again = must(await open(await testPlatform('again'), store))
  expect(operationsOf(again), says).toEqual(expect.arrayContaining(acknowledged))
  expect([again.registers.decision.has('w-first/3/Note/price'), again.registers.wave.has('w-second'), again.columns.rows], says).toEqual([
    true,
    true,
    again.registers.wave.size * 12,
  ])
  must(await tag(again, 9))
  must(await again.save())
  await again.close()
  return isEnough
}

interface Memory {
  calls: number
  /** Whether this call finds no memory. */
  fails: (call: number) => boolean
}

/** A platform on which each call of SQLite, each hash and each text may find no memory. */
async function scarce(memory: Memory): Promise<Platform> {
  const platform = await testPlatform('scarce')
  const { sql } = platform
  const take = (): void => {
    memory.calls += 1
    if (memory.fails(memory.calls)) throw new RangeError('Array buffer allocation failed')
  }
  class Scarce extends sql.Database {}
  for (const method of ['run', 'exec', 'prepare', 'export'] as const) {
    const plain = sql.Database.prototype[method] as (...args: unknown[]) => unknown
    Object.defineProperty(Scarce.prototype, method, {
      value(this: Database, ...args: unknown[]) {
        take()
        return plain.apply(this, args)
      },
    })
  }
  return {
    ...platform,
    sql: { ...sql, Database: Scarce as typeof sql.Database },
    sha256(bytes) {
      take()
      return platform.sha256(bytes)
    },
    decode(...input) {
      take()
      return platform.decode(...input)
    },
  }
}

describe.each(NAMES)('%s', (action) => {
  it.each(['once', 'for ever'])('with every nth call finding no memory, %s, refuses with words and loses nothing', async (how) => {
    for (let nth = 1; ; nth++) {
      const memory: Memory = { calls: 0, fails: () => false }
      const begin = (): void => void Object.assign(memory, { calls: 0, fails: (call: number) => (how === 'once' ? call === nth : call >= nth) })
      let taken = 0
      const end = (): void => {
        taken ||= memory.calls
        memory.fails = () => false
      }
      const isEnough = await tryIt(action, await scarce(memory), begin, end, `${action}, call ${nth}, ${how}`)
      if (taken >= nth) continue
      expect([isEnough, nth > 3]).toEqual([true, true])
      break
    }
  })

  it('with SQLite having less and less memory, refuses with words and loses nothing', async () => {
    const enough: boolean[] = []
    // Twice as much as all of it needs, and down to nothing.
    for (let bytes = 1_000_000; bytes > 1000; bytes *= 0.8) {
      const sql = await ownSql()
      const lid = new sql.Database()
      const begin = (): void => void lid.run(`PRAGMA hard_heap_limit = ${Math.round(bytes)}`)
      // Nothing can lift the limit: what comes after it comes after the engine.
      enough.push(await tryIt(action, { ...(await testPlatform('small')), sql }, begin, () => undefined, `${action}, ${Math.round(bytes)} bytes`))
    }
    expect([enough[0], enough.at(-1)]).toEqual([true, false])
  })
})

/** SQLite with a memory of its own, as no other test has it. */
function ownSql(): Promise<SqlJsStatic> {
  const require = createRequire(import.meta.url)
  const path = require.resolve('sql.js')
  const shared = require.cache[path]
  Reflect.deleteProperty(require.cache, path)
  try {
    return (require(path) as () => Promise<SqlJsStatic>)()
  } finally {
    // Other tests of this process keep theirs, which has no limit.
    if (shared) require.cache[path] = shared
    else Reflect.deleteProperty(require.cache, path)
  }
}

it('a change that is durable, and for which memory ended before it was in the columns, is the last until the project is opened again', async () => {
  const store = await keptStore()
  const project = must(await open(await testPlatform(), store))
  vi.spyOn(project.decisions, 'apply').mockImplementationOnce(() => {
    throw new RangeError('Array buffer allocation failed')
  })
  expect(await tag(project, 5)).toMatchObject({ ok: false, fault: { code: 'out-of-memory' } })
  expect(await tag(project, 6)).toMatchObject({ ok: false, fault: { code: 'uncertain' } })
  expect(await project.undo()).toMatchObject({ ok: false })
  expect(await project.save()).toMatchObject({ ok: false, fault: { code: 'uncertain' } })
  await project.close()

  const again = must(await open(await testPlatform('again'), store))
  expect([...again.registers.decision.keys()]).toEqual([3, 4, 5].map((line) => `w-first/${line}/Note/price`))
  must(await tag(again, 6))
  await again.close()
})
