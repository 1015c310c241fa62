import { beforeAll, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import { isLocked } from '../../../shared/engine/locked/head'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { Platform } from '../../../shared/engine/platform'
import type { EngineApi } from '../../../shared/protocol/engine-api'
import type { ProjectStore, Shelf } from '../../../shared/protocol/store'
import { fault } from '../../../shared/base/fault'
import { ok, refuse } from '../../../shared/base/result'
import { CANARIES, canariesIn, canarySurvey } from '../../helpers/canaries'
import { must, testPlatform } from '../../helpers/project'

const PASSWORD = 'a long enough password'
const OTHER = '다른 비밀번호 여덟 자'

let platform: Platform
beforeAll(async () => {
  platform = await testPlatform()
})

/** A shelf whose bytes can be looked at, and which keeps each snapshot; `fails` refuses writing one. */
function openShelf() {
  const projects = new Map<string, { readonly store: ProjectStore; snapshot: Uint8Array | null; card: string; batches: Uint8Array[] }>()
  let generations: Uint8Array[] = []
  let fails: (() => 'before' | 'after' | null) | null = null
  const lend = (id: string): ReturnType<Shelf['open']> => {
    const kept = projects.get(id)
    if (!kept) return Promise.resolve(refuse(fault('no-project', { path: id })))
    const store: ProjectStore = {
      ...kept.store,
      async writeSnapshot(bytes) {
        const how = fails?.() ?? null
        if (how === 'before') return refuse(fault('storage-full'))
        kept.snapshot = bytes.slice()
        await kept.store.writeSnapshot(bytes)
        generations.unshift(bytes.slice())
        return how === 'after' ? refuse(fault('storage', { what: 'EIO' })) : ok(null)
      },
      writeBatch(batch, bytes) {
        kept.batches.push(bytes.slice())
        return kept.store.writeBatch(batch, bytes)
      },
    }
    return Promise.resolve(ok(store))
  }
  const shelf: Shelf = {
    list: () => Promise.resolve([...projects].map(([id, { card }]) => ({ id, card, changedAt: '2026-01-01' }))),
    open: lend,
    create(id) {
      projects.set(id, { store: createMemoryStore(), snapshot: null, card: '', batches: [] })
      return lend(id)
    },
    describe: (id, card) => Promise.resolve(void (projects.get(id)!.card = card)),
    generations: () => Promise.resolve(generations.map((bytes, at) => ({ name: String(at), at: '2026-02-01T00:00:00.000Z', bytes: bytes.length }))),
    readGeneration: (_, name) => Promise.resolve(generations[Number(name)]?.slice() ?? null),
    dropGenerations: () => {
      generations = []
      return Promise.resolve(ok(null))
    },
    remove: () => Promise.resolve(ok(null)),
  }
  return {
    shelf,
    generations: () => generations,
    of: (id: string) => projects.get(id)!,
    fail: (how: typeof fails) => void (fails = how),
    /** Everything that lies anywhere of a project. */
    bytesOf: async (id: string): Promise<readonly Uint8Array[]> => {
      const { store, card, batches } = projects.get(id)!
      return [(await store.readSnapshot())!, await store.readJournal(), new TextEncoder().encode(card), ...batches, ...generations]
    },
  }
}

const survey = () => ({ name: 'answers.csv', bytes: new TextEncoder().encode(canarySurvey()) })

async function filled(desk: EngineApi): Promise<string> {
  const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.plan({ file: survey(), options: {} }, quietTask))
  must(await desk.importPlan(null, quietTask))
  return id
}

const rename = (desk: EngineApi, name: string) => desk.renameProject({ name }, quietTask)

describe('a password', () => {
  it('is asked for from the moment it is set, and opens the project with all that is in it', async () => {
    const { shelf, of, generations } = openShelf()
    const desk = createDesk(platform, shelf)
    const id = await filled(desk)
    expect(must(await desk.setPassword({ password: PASSWORD }, quietTask))).toMatchObject({ locked: true, accepted: 120, unsaved: 0 })
    expect(isLocked(of(id).snapshot!)).toBe(true)
    expect(generations().every(isLocked)).toBe(true)
    expect(JSON.parse(of(id).card)).toEqual({ name: 'Acme', figure: null, responses: 0, locked: true })
    must(await rename(desk, 'Acme 2'))
    must(await desk.closeProject(null, quietTask))

    const later = createDesk(platform, shelf)
    expect(await later.openProject({ id }, quietTask)).toMatchObject({ ok: false, fault: { code: 'password' } })
    expect(await later.openProject({ id, password: '' }, quietTask)).toMatchObject({ ok: false, fault: { code: 'wrong-password' } })
    expect(await later.openProject({ id, password: OTHER }, quietTask)).toMatchObject({ ok: false, fault: { code: 'wrong-password' } })
    expect(must(await later.openProject({ id, password: PASSWORD }, quietTask))).toMatchObject({ name: 'Acme 2', locked: true, accepted: 120 })
  })

  it('keeps changes that were not saved yet, through the journal and its batches', async () => {
    const { shelf } = openShelf()
    const desk = createDesk(platform, shelf)
    const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
    must(await desk.setPassword({ password: PASSWORD }, quietTask))
    must(await rename(desk, 'one'))
    must(await rename(desk, 'two'))
    must(await desk.undo(null, quietTask))
    // Killed: another engine opens what is there.
    const later = createDesk(platform, shelf)
    expect(must(await later.openProject({ id, password: PASSWORD }, quietTask))).toMatchObject({ name: 'one', unsaved: 3, redo: 'rename' })
  })

  it('can be changed and removed', async () => {
    const { shelf, of } = openShelf()
    const desk = createDesk(platform, shelf)
    const id = await filled(desk)
    must(await desk.setPassword({ password: PASSWORD }, quietTask))
    must(await desk.setPassword({ password: OTHER }, quietTask))
    must(await desk.closeProject(null, quietTask))
    expect(await desk.openProject({ id, password: PASSWORD }, quietTask)).toMatchObject({ ok: false, fault: { code: 'wrong-password' } })
    must(await desk.openProject({ id, password: OTHER }, quietTask))
    expect(must(await desk.setPassword({ password: null }, quietTask))).toMatchObject({ locked: false })
    expect(isLocked(of(id).snapshot!)).toBe(false)
    expect(JSON.parse(of(id).card)).toMatchObject({ name: 'Acme', responses: 120 })
    must(await desk.closeProject(null, quietTask))
    expect(must(await desk.openProject({ id }, quietTask))).toMatchObject({ locked: false, accepted: 120 })
  })

  it('is not set when it is too short, and not asked for', async () => {
    const { shelf } = openShelf()
    const desk = createDesk(platform, shelf)
    expect(await desk.setPassword({ password: PASSWORD }, quietTask)).toMatchObject({ ok: false, fault: { code: 'no-project' } })
    const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
    expect(await desk.setPassword({ password: 'short' }, quietTask)).toMatchObject({ ok: false, fault: { code: 'short-password' } })
    must(await desk.closeProject(null, quietTask))
    must(await desk.openProject({ id }, quietTask))
  })

  it('goes along with the project when it is handed out as a file', async () => {
    const { shelf } = openShelf()
    const desk = createDesk(platform, shelf)
    await filled(desk)
    must(await desk.setPassword({ password: PASSWORD }, quietTask))
    const { bytes } = must(await desk.exportProject(null, quietTask))
    expect(isLocked(bytes)).toBe(true)
    const elsewhere = openShelf()
    const other = createDesk(platform, elsewhere.shelf)
    expect(await other.openFile({ name: 'a.earshot', bytes: bytes.slice() }, quietTask)).toMatchObject({ ok: false, fault: { code: 'password' } })
    const view = must(await other.openFile({ name: 'a.earshot', bytes: bytes.slice(), password: PASSWORD }, quietTask))
    expect(view).toMatchObject({ accepted: 120, locked: true })
    must(await rename(other, 'theirs'))
    must(await other.setPassword({ password: OTHER }, quietTask))
    must(await other.closeProject(null, quietTask))
    expect(must(await other.openProject({ id: view.id, password: OTHER }, quietTask))).toMatchObject({ name: 'theirs' })
  })

  it('leaves nothing of what people said readable, nor the password, in anything that is kept', async () => {
    const { shelf, bytesOf } = openShelf()
    const desk = createDesk(platform, shelf)
    const id = await filled(desk)
    // Without a password they are there: the search finds them.
    expect(canariesIn((await bytesOf(id))[0]!).length).toBe(CANARIES.length)
    must(await desk.setPassword({ password: PASSWORD }, quietTask))
    const before = (await bytesOf(id)).length
    must(await rename(desk, CANARIES[0]!.slice(0, 3)))
    must(await desk.plan({ file: { name: 'more.csv', bytes: new TextEncoder().encode(canarySurvey().replaceAll('2026-0', '2025-0')) }, options: {} }, quietTask))
    must(await desk.importPlan(null, quietTask))
    must(await desk.saveYardsticks({ targets: [], benchmarks: [{ label: CANARIES[3]!, low: 1, high: 2, source: CANARIES[4]! }] }, quietTask))
    const all = await bytesOf(id)
    expect(all.length).toBeGreaterThan(before)
    // The batch of the first import came before the password.
    for (const bytes of [...all.slice(0, 3), ...all.slice(4)]) {
      expect(canariesIn(bytes)).toEqual([])
      expect(Buffer.from(bytes).includes(PASSWORD)).toBe(false)
    }
  })
})

describe('a change of password that the disk refuses', () => {
  it.each(['before', 'after'] as const)('leaves the project as it was, when it is refused %s the file took its place', async (how) => {
    const kept = openShelf()
    const desk = createDesk(platform, kept.shelf)
    const id = await filled(desk)
    let writes = 0
    kept.fail(() => (++writes === 2 ? how : null))
    expect((await desk.setPassword({ password: PASSWORD }, quietTask)).ok).toBe(false)
    expect(must(await desk.project(null, quietTask))).toMatchObject({ locked: false, unsaved: 0 })
    expect(isLocked(kept.of(id).snapshot!)).toBe(false)
    must(await rename(desk, 'after all'))
    const later = createDesk(platform, kept.shelf)
    expect(must(await later.openProject({ id }, quietTask))).toMatchObject({ name: 'after all', accepted: 120 })
  })

  it('closes it when nobody can tell which file is there: one of the two is, whole', async () => {
    const kept = openShelf()
    const desk = createDesk(platform, kept.shelf)
    const id = await filled(desk)
    let writes = 0
    kept.fail(() => (++writes >= 2 ? 'after' : null))
    expect((await desk.setPassword({ password: PASSWORD }, quietTask)).ok).toBe(false)
    expect(await desk.project(null, quietTask)).toMatchObject({ ok: false, fault: { code: 'no-project' } })
    kept.fail(null)
    const opened = [await desk.openProject({ id }, quietTask), await desk.openProject({ id, password: PASSWORD }, quietTask)]
    expect(opened.some((each) => each.ok)).toBe(true)
  })
})

it('what is left of a damaged locked project is had with its password, and has it still', async () => {
  const kept = openShelf()
  const desk = createDesk(platform, kept.shelf)
  const id = await filled(desk)
  must(await desk.setPassword({ password: PASSWORD }, quietTask))
  must(await rename(desk, 'last'))
  for (const [from, to] of [[2000, 4000], [30, 60]] as const) {
    const damaged = kept.of(id).snapshot!.slice().fill(7, from, to)
    const shelf: Shelf = {
      ...kept.shelf,
      async open(wanted) {
        const store = await kept.shelf.open(wanted)
        return store.ok && wanted === id ? ok({ ...store.value, readSnapshot: () => Promise.resolve(damaged.slice()) }) : store
      },
    }
    const later = createDesk(platform, shelf)
    expect(await later.openProject({ id, password: PASSWORD }, quietTask)).toMatchObject({ ok: false, fault: { code: 'damaged' } })
    expect(await later.recover({ id }, quietTask)).toMatchObject({ ok: false, fault: { code: 'password' } })
    expect(await later.recover({ id, password: OTHER }, quietTask)).toMatchObject({ ok: false, fault: { code: 'wrong-password' } })
    expect(must(await later.recover({ id, password: PASSWORD }, quietTask))).toMatchObject({ from: 'generation', responses: 120, lostOperations: 0 })
    const view = must(await later.openRecovered({ name: 'Acme (recovered)' }, quietTask))
    expect(view).toMatchObject({ locked: true, accepted: 120 })
    must(await later.closeProject(null, quietTask))
    expect(await later.openProject({ id: view.id }, quietTask)).toMatchObject({ ok: false, fault: { code: 'password' } })
    must(await later.openProject({ id: view.id, password: PASSWORD }, quietTask))
    must(await later.closeProject(null, quietTask))
  }
})
