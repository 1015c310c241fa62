import { createHash, webcrypto } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { joinedBytes } from '../../shared/base/joined-bytes'
import { seededRandom } from '../../shared/base/seeded-random'
import { quietTask } from '../../shared/base/task'
import { decodeHead, isLocked } from '../../shared/engine/locked/head'
import { LEAST_COST } from '../../shared/engine/locked/key-cost'
import { makeLock, type Lock } from '../../shared/engine/locked/lock'
import { lockableStore } from '../../shared/engine/locked/lockable-store'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Platform } from '../../shared/engine/platform'
import type { Project } from '../../shared/engine/project/project'
import type { ProjectStore } from '../../shared/protocol/store'
import { MUTATIONS, same, type Random } from '../helpers/mutations'
import { addWave, must, testPlatform } from '../helpers/project'

const SEED = 8_020_262
const isSoak = process.env['EARSHOT_SOAK'] !== undefined
if (isSoak) vi.setConfig({ testTimeout: 3_600_000 })
afterAll(() => vi.resetConfig())
const FILES = isSoak ? 10_000 : 800
const JOURNALS = isSoak ? 10_000 : 1000
const PASSWORD = 'four plain words here'
const ENTRIES = 12

const rows = (count: number, word: string) =>
  Array.from({ length: count }, (_, row) => ({ score: row % 11, day: 20_000 + row, cells: [`${word} ${row} and some words more`, word] }))

const setting = (project: Project, id: string, value: string) =>
  project.change('setting', [{ register: 'setting', id, before: project.registers.setting.get(id) ?? null, after: { value } }])

let platform: Platform
let lock: Lock
const disk = createMemoryStore()
/** Two snapshots of one project, the journals after each, and where the records of the later one end. */
let [older, newer, olderJournal, journal] = [new Uint8Array(), new Uint8Array(), new Uint8Array(), new Uint8Array()]
const ends: number[] = []

beforeAll(async () => {
  platform = await testPlatform()
  lock = await makeLock(webcrypto, PASSWORD, LEAST_COST)
  const project = must(await createProject(platform, lockableStore(platform, disk, lock), 'Locked'))
  await addWave(project, 'one', ['Comment', 'Industry'], rows(300, 'first'))
  must(await project.save())
  older = new Uint8Array((await disk.readSnapshot())!)
  await addWave(project, 'two', ['Comment', 'Industry'], rows(200, 'second'))
  olderJournal = new Uint8Array(await disk.readJournal())
  must(await project.save())
  newer = new Uint8Array((await disk.readSnapshot())!)
  for (let at = 0; at < ENTRIES; at++) {
    must(await setting(project, `s${at}`, `value ${at} ${'한글 words '.repeat(at * 8)}`))
    ends.push((await disk.readJournal()).length)
  }
  journal = new Uint8Array(await disk.readJournal())
})

/** With the key at hand, as after the right password. */
const openWith = async (snapshot: Uint8Array, bytes: Uint8Array) => {
  const given: ProjectStore = {
    ...disk,
    readSnapshot: () => Promise.resolve(snapshot.slice()),
    readJournal: () => Promise.resolve(bytes.slice()),
    truncateJournal: () => Promise.resolve({ ok: true, value: null }),
  }
  const head = decodeHead(snapshot)
  const under = { ...lock, head: head.ok ? { ...lock.head, generation: head.value.generation } : lock.head }
  // What is no locked file at all is no project without a lock either.
  return openProject(platform, lockableStore(platform, given, isLocked(snapshot) ? under : null), 'p.earshot', quietTask)
}

/** How many of the changes there are; the project is closed: SQLite has room for so many only. */
async function settingsOf(project: Project): Promise<number> {
  const settings = [...project.registers.setting.keys()].filter((id) => /^s\d/.test(id)).length
  await project.close()
  return settings
}

const rehashed = (file: Uint8Array): Uint8Array => {
  const body = file.subarray(0, Math.max(0, file.length - 32))
  return joinedBytes([body, createHash('sha256').update(body).digest()])
}

it('opens as it is', async () => {
  expect(await settingsOf(must(await openWith(newer, journal)))).toBe(ENTRIES)
  expect(isLocked(newer)).toBe(true)
})

describe('a locked file that is not what was saved', () => {
  it(
    'is refused before any of it is shown, however it was changed, its hash mended or not',
    async () => {
      const random = seededRandom(SEED)
      const below: Random = (limit) => Math.floor(random() * Math.max(1, limit))
      const kinds = Object.entries(MUTATIONS)
      let refused = 0
      for (let run = 0; run < FILES; run++) {
        const [kind, mutate] = kinds[run % kinds.length]!
        const file = run % 2 === 0 ? newer : older
        const other = file === newer ? older : newer
        const changed = mutate(file, other, below)
        const mutated = run % 3 === 0 ? changed : rehashed(changed)
        if (same(mutated, file) || same(mutated, other)) continue
        const opened = await openWith(mutated, new Uint8Array(0))
        if (opened.ok) await opened.value.close()
        const code = opened.ok ? 'opened' : opened.fault.code
        expect({ run, kind, code: ['damaged', 'newer-format', 'not-a-project'].includes(code) ? 'refused' : code }).toEqual({ run, kind, code: 'refused' })
        refused += 1
      }
      expect(refused).toBeGreaterThan(FILES / 2)
    },
    3_600_000,
  )
})

describe('a locked journal that is not what was written', () => {
  it('opens what came before a tail that was cut short, wherever that is', async () => {
    for (let length = 0; length <= journal.length; length += isSoak ? 1 : 61) {
      const whole = ends.filter((end) => end <= length).length
      for (const zeros of [0, 700]) {
        const opened = must(await openWith(newer, joinedBytes([journal.subarray(0, length), new Uint8Array(zeros)])))
        expect(await settingsOf(opened), `${length} + ${zeros}`).toBe(whole)
      }
    }
  })

  it('opens what came before a last record some of whose sectors never came to the disk', async () => {
    const start = ends.at(-2)!
    for (let sector = Math.floor(start / 512); sector * 512 < journal.length; sector++) {
      const torn = journal.slice().fill(0, Math.max(start, sector * 512), (sector + 1) * 512)
      expect(await settingsOf(must(await openWith(newer, torn)))).toBe(ENTRIES - 1)
    }
  })

  it(
    'is refused where acknowledged changes were changed, left out, doubled or moved; none is left out silently',
    async () => {
      const random = seededRandom(SEED + 1)
      const below: Random = (limit) => Math.floor(random() * Math.max(1, limit))
      const record = (at: number): Uint8Array => journal.subarray(ends[at - 1] ?? 0, ends[at])
      let refused = 0
      for (let run = 0; run < JOURNALS; run++) {
        const mutated = journal.slice()
        const at = below(ENTRIES - 1)
        switch (run % 6) {
          case 0:
            mutated[below(mutated.length)]! ^= 1 << below(8)
            break
          case 1:
            mutated.fill(0, at * 50, at * 50 + 64)
            break
          case 2:
            expect(await outcome(newer, joinedBytes([journal.subarray(0, ends[at]), journal.subarray(ends[at - 1] ?? 0)]))).toBe('refused')
            continue
          case 3:
            expect(await outcome(newer, joinedBytes([journal.subarray(0, ends[at - 1] ?? 0), journal.subarray(ends[at])]))).toBe('refused')
            continue
          case 4:
            expect(await outcome(newer, joinedBytes([journal.subarray(0, ends[at - 1] ?? 0), record(at + 1), record(at), journal.subarray(ends[at + 1])]))).toBe('refused')
            continue
          default:
            mutated.copyWithin(below(mutated.length), below(mutated.length), below(mutated.length))
        }
        if (same(mutated, journal)) continue
        const there = await outcome(newer, mutated)
        // A last record that reads like one that was being written is the only thing that may be cut off.
        expect([ENTRIES - 1, 'refused'], `run ${run}`).toContain(there)
        if (there === 'refused') refused += 1
      }
      expect(refused).toBeGreaterThan(JOURNALS / 4)
    },
    3_600_000,
  )

  it('goes upon its own snapshot and a later one of its history, upon no earlier one and no other', async () => {
    // Cut off between saving and emptying: all of it is in the file.
    expect(await outcome(newer, olderJournal)).toBe(0)
    expect(await outcome(older, journal)).toBe('refused')
    expect(await outcome(newer, joinedBytes([olderJournal, journal]))).toBe('refused')
    // Of another project with the same password, and of one without any.
    const twin = createMemoryStore()
    const stranger = must(await createProject(platform, lockableStore(platform, twin, await makeLock(webcrypto, PASSWORD, LEAST_COST)), 'Twin'))
    must(await setting(stranger, 's1', 'theirs'))
    expect(await outcome(newer, await twin.readJournal())).toBe('refused')
    const plain = createMemoryStore()
    const bare = must(await createProject(platform, plain, 'Plain'))
    expect(await outcome(newer, await plain.readJournal())).toBe('refused')
    must(await bare.save())
    expect(await outcome((await plain.readSnapshot())!, journal)).toBe('refused')
  })

  const outcome = async (snapshot: Uint8Array, bytes: Uint8Array): Promise<number | 'refused'> => {
    const opened = await openWith(snapshot, bytes)
    if (opened.ok) return settingsOf(opened.value)
    expect(['damaged', 'journal']).toContain(opened.fault.code)
    return 'refused'
  }
})
