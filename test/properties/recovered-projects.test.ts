import { beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../shared/base/seeded-random'
import { quietTask } from '../../shared/base/task'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { openProject } from '../../shared/engine/project/open-project'
import type { Platform } from '../../shared/engine/platform'
import type { Project } from '../../shared/engine/project/project'
import { recoverProject, type Remains } from '../../shared/engine/recover/recover-project'
import { verifyProject } from '../../shared/engine/recover/verify-project'
import { addWave, must, newProject, testPlatform } from '../helpers/project'

const SEED = 9_020_261
const RUNS = process.env['EARSHOT_SOAK'] ? 2000 : 45

const rows = (count: number) => Array.from({ length: count }, (_, row) => ({ score: row % 11, day: 20_000 + row, cells: [`comment ${row} 한글`, `b${row % 3}`] }))

let platform: Platform
const store = createMemoryStore()
let older: Uint8Array
let file: Uint8Array
let journal: Uint8Array
let hash: string
let savedHash: string
let operations: number

const set = (project: Project, id: string) =>
  project.change('setting', [{ register: 'setting', id, before: null, after: { value: id } }])

beforeAll(async () => {
  platform = await testPlatform()
  const project = await newProject(store)
  await addWave(project, 'one', ['Comment', 'Branch'], rows(400))
  must(await project.save())
  older = (await store.readSnapshot())!
  for (let at = 0; at < 5; at++) must(await set(project, `before-${at}`))
  must(await project.save())
  file = (await store.readSnapshot())!
  savedHash = await project.hash()
  for (let at = 0; at < 5; at++) must(await set(project, `after-${at}`))
  journal = await store.readJournal()
  hash = await project.hash()
  operations = project.acknowledged
})

const remains = (given: Partial<Remains> & { readonly journal?: Uint8Array; readonly kept?: readonly Uint8Array[] }): Remains => ({
  file,
  store: { readJournal: () => Promise.resolve(given.journal ?? journal), readBatch: () => Promise.resolve(null) },
  generations: (given.kept ?? []).map((bytes, at) => ({ name: String(at), at: `2026-01-0${9 - at}T00:00:00.000Z`, bytes: bytes.length })),
  readGeneration: (name) => Promise.resolve((given.kept ?? [])[Number(name)]?.slice() ?? null),
  ...('file' in given ? { file: given.file ?? null } : {}),
})

const storeOf = (bytes: Uint8Array) => ({ ...createMemoryStore(), readSnapshot: () => Promise.resolve(bytes.slice()) })
const hashOf = async (bytes: Uint8Array): Promise<string> => {
  const opened = must(await openProject(platform, storeOf(bytes), 'r', quietTask))
  const found = await opened.hash()
  await opened.close()
  return found
}

const damaged = (at: number, length = 1): Uint8Array => {
  const out = file.slice()
  for (let byte = at; byte < Math.min(at + length, out.length); byte++) out[byte]! ^= 0x55
  return out
}

describe('recovering', () => {
  it('takes the newest generation that is whole, and all of the journal that follows', async () => {
    const { bytes, recovery } = must(await recoverProject(platform, remains({ file: file.slice(0, 3000), kept: [damaged(5000), file, older] }), 'p', quietTask))
    expect(recovery).toMatchObject({ from: 'generation', savedAt: '2026-01-08T00:00:00.000Z', operations, responses: 400, lostOperations: 0 })
    expect(await hashOf(bytes)).toBe(hash)
  })

  it('goes on from an older generation with what the damaged file proves', async () => {
    const { bytes, recovery } = must(await recoverProject(platform, remains({ file: damaged(file.length - 10), kept: [older] }), 'p', quietTask))
    expect(recovery).toMatchObject({ from: 'generation', operations, lostOperations: 0 })
    expect(await hashOf(bytes)).toBe(hash)
  })

  it('says how much is lost where nothing links the journal to what is whole', async () => {
    const { bytes, recovery } = must(await recoverProject(platform, remains({ file: null, kept: [older] }), 'p', quietTask))
    expect(recovery).toMatchObject({ from: 'generation', lostOperations: 10 })
    expect(await hashOf(bytes)).toBe(await hashOf(older))
  })

  it('keeps the whole file where only the journal is damaged', async () => {
    const torn = journal.slice()
    torn[40]! ^= 1
    const { bytes, recovery } = must(await recoverProject(platform, remains({ journal: torn }), 'p', quietTask))
    expect(recovery).toMatchObject({ from: 'file', savedAt: null })
    expect(await hashOf(bytes)).toBe(savedHash)
  })

  it('makes of the rest a project that is whole, wherever the damage is, or says that there is none', async () => {
    const random = seededRandom(SEED)
    const below = (limit: number): number => Math.floor(random() * limit)
    let [recovered, complete] = [0, 0]
    for (let run = 0; run < RUNS; run++) {
      const bad = run % 3 === 0 ? damaged(below(file.length)) : run % 3 === 1 ? damaged(below(file.length / 4096) * 4096, 4096) : damaged(below(file.length), 600)
      const done = await recoverProject(platform, remains({ file: bad }), 'p', quietTask)
      if (!done.ok) {
        expect(done.fault.code).toBe('damaged')
        continue
      }
      recovered += 1
      expect(must(await verifyProject(platform, storeOf(done.value.bytes), 'r', quietTask)), `run ${run}`).toEqual([])
      const { responses, lostResponses, lostHistory, lostOperations } = done.value.recovery
      if ((await hashOf(done.value.bytes)) === hash && responses === 400) complete += 1
      else expect(lostHistory || lostResponses > 0 || lostOperations > 0 || responses < 400, `run ${run} ${JSON.stringify(done.value.recovery)}`).toBe(true)
    }
    expect(recovered).toBeGreaterThan(RUNS * 0.6)
    expect(complete).toBeGreaterThan(RUNS * 0.4)
  })

  it('with a generation brings all back, whatever happens to the file', async () => {
    const random = seededRandom(SEED + 1)
    for (let run = 0; run < RUNS / 3; run++) {
      const bad = run % 2 === 0 ? damaged(Math.floor(random() * file.length), 4096) : file.slice(0, Math.floor(random() * file.length))
      const { bytes, recovery } = must(await recoverProject(platform, remains({ file: bad, kept: [file, older] }), 'p', quietTask))
      expect({ run, recovery, hash: await hashOf(bytes) }).toMatchObject({ hash })
    }
  })

  it('recovers again after it was stopped half way: nothing that it reads is changed', async () => {
    const bad = damaged(5000)
    const before = [bad.slice(), journal.slice(), older.slice()]
    must(await recoverProject(platform, remains({ file: bad, kept: [older] }), 'p', quietTask))
    must(await recoverProject(platform, remains({ file: bad, kept: [older] }), 'p', quietTask))
    expect([bad, journal, older]).toEqual(before)
  })

  it('makes nothing of a project of a newer Earshot', async () => {
    const newer = file.slice(0, -48)
    newer[63] = 99
    const { seal } = await import('../../shared/engine/project/snapshot')
    const sealed = await seal(newer, (bytes) => platform.sha256(bytes))
    expect(await recoverProject(platform, remains({ file: sealed, kept: [file] }), 'p', quietTask)).toMatchObject({ ok: false, fault: { code: 'newer-format' } })
  })
})
