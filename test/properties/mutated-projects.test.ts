import { beforeAll, describe, expect, it } from 'vitest'
import { joinedBytes } from '../../shared/base/joined-bytes'
import { seededRandom } from '../../shared/base/seeded-random'
import { quietTask } from '../../shared/base/task'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { openProject } from '../../shared/engine/project/open-project'
import type { Platform } from '../../shared/engine/platform'
import type { Project } from '../../shared/engine/project/project'
import type { ProjectStore } from '../../shared/protocol/store'
import { MUTATIONS, same, type Random } from '../helpers/mutations'
import { addWave, must, newProject, testPlatform } from '../helpers/project'

const SEED = 8_020_261
const isSoak = process.env['EARSHOT_SOAK'] !== undefined
const FILES = isSoak ? 10_000 : 800
const JOURNALS = isSoak ? 10_000 : 800

const rows = (count: number, word: string) =>
  Array.from({ length: count }, (_, row) => ({ score: row % 11, day: 20_000 + row, cells: [`${word} ${row} and some words more`, word] }))

const setting = (project: Project, id: string, value: string) =>
  project.change('setting', [{ register: 'setting', id, before: project.registers.setting.get(id) ?? null, after: { value } }])

let platform: Platform
const store = createMemoryStore()
/** Two snapshots of one project, and the journal after the second. */
let older: Uint8Array
let newer: Uint8Array
let journal: Uint8Array
/** Where each frame of the journal ends. */
const ends: number[] = []

beforeAll(async () => {
  platform = await testPlatform()
  const project = await newProject(store)
  await addWave(project, 'one', ['Comment', 'Industry'], rows(300, 'first'))
  must(await project.save())
  older = (await store.readSnapshot())!
  await addWave(project, 'two', ['Comment', 'Industry'], rows(200, 'second'))
  must(await project.save())
  newer = (await store.readSnapshot())!
  for (let at = 0; at < 12; at++) {
    must(await setting(project, `s${at}`, `value ${at} ${'한글 words '.repeat(at * 8)}`))
    ends.push((await store.readJournal()).length)
  }
  journal = await store.readJournal()
})

const openWith = async (snapshot: Uint8Array, bytes: Uint8Array) => {
  const given: ProjectStore = { ...store, readSnapshot: () => Promise.resolve(snapshot.slice()), readJournal: () => Promise.resolve(bytes), truncateJournal: () => Promise.resolve({ ok: true, value: null }) }
  return openProject(platform, given, 'p.earshot', quietTask)
}

describe('a project file that is not what was saved', () => {
  it(
    'is refused before any of it is shown, however it was changed',
    async () => {
      const random = seededRandom(SEED)
      const below: Random = (limit) => Math.floor(random() * Math.max(1, limit))
      const kinds = Object.entries(MUTATIONS)
      const refused = new Map<string, number>()
      for (let run = 0; run < FILES; run++) {
        const [kind, mutate] = kinds[run % kinds.length]!
        const file = run % 2 === 0 ? newer : older
        const other = file === newer ? older : newer
        const mutated = mutate(file, other, below)
        if (same(mutated, file) || same(mutated, other)) continue
        const opened = await openWith(mutated, new Uint8Array(0))
        if (opened.ok) await opened.value.close()
        const code = opened.ok ? 'opened' : opened.fault.code
        expect({ run, kind, code: ['damaged', 'changed-elsewhere', 'not-a-project'].includes(code) ? 'refused' : code }).toEqual({ run, kind, code: 'refused' })
        refused.set(kind, (refused.get(kind) ?? 0) + 1)
      }
      expect(refused.size).toBe(kinds.length)
    },
    3_600_000,
  )
})

describe('a journal that is not what was written', () => {
  it('opens what came before a tail that was cut short, wherever that is', async () => {
    for (let length = 0; length <= journal.length; length += isSoak ? 1 : 61) {
      const whole = ends.filter((end) => end <= length).length
      for (const zeros of [0, 700]) {
        const opened = must(await openWith(newer, joinedBytes([journal.subarray(0, length), new Uint8Array(zeros)])))
        expect([...opened.registers.setting.keys()].filter((id) => /^s\d/.test(id)), `${length} + ${zeros}`).toHaveLength(whole)
        await opened.close()
      }
    }
  })

  it(
    'is refused where acknowledged changes were changed; none is left out silently',
    async () => {
      const random = seededRandom(SEED + 1)
      const below: Random = (limit) => Math.floor(random() * Math.max(1, limit))
      let refused = 0
      for (let run = 0; run < JOURNALS; run++) {
        const mutated = journal.slice()
        switch (run % 5) {
          case 0:
            mutated[below(mutated.length)]! ^= 1 << below(8)
            break
          case 1: {
            const at = below(ends.at(-2)! - 64)
            mutated.fill(0, at, at + 64)
            break
          }
          case 2: {
            // One frame twice.
            const frame = below(ends.length - 1)
            const bytes = joinedBytes([journal.subarray(0, ends[frame]), journal.subarray(ends[frame - 1] ?? 0)])
            await refuses(bytes, run)
            continue
          }
          case 3: {
            // One frame is missing.
            const frame = below(ends.length - 1)
            await refuses(joinedBytes([journal.subarray(0, ends[frame - 1] ?? 0), journal.subarray(ends[frame])]), run)
            continue
          }
          default: {
            const at = below(mutated.length)
            mutated.copyWithin(at, below(mutated.length), below(mutated.length))
          }
        }
        if (same(mutated, journal)) continue
        refused += await refuses(mutated, run)
      }
      expect(refused).toBeGreaterThan(JOURNALS / 3)
    },
    3_600_000,
  )

  const refuses = async (bytes: Uint8Array, run: number): Promise<number> => {
    const opened = await openWith(newer, bytes)
    if (!opened.ok) {
      expect(['damaged', 'journal']).toContain(opened.fault.code)
      return 1
    }
    // A last frame that reads like one that was being written is the only thing that may be cut off.
    const there = [...opened.value.registers.setting.keys()].filter((id) => /^s\d/.test(id)).length
    await opened.value.close()
    expect({ run, there }).toEqual({ run, there: ends.length - 1 })
    return 0
  }

  it('belongs to the history of its snapshot, not to its number', async () => {
    const twin = createMemoryStore()
    const project = await newProject(twin)
    await addWave(project, 'one', ['Comment', 'Industry'], rows(300, 'first'))
    await addWave(project, 'two', ['Comment', 'Industry'], rows(200, 'other'))
    must(await project.save())
    const opened = await openWith((await twin.readSnapshot())!, journal)
    expect(opened.ok ? 'opened' : opened.fault.code).toBe('journal')
    expect(await openWith(older, journal)).toMatchObject({ ok: false, fault: { code: 'journal' } })
  })
})
