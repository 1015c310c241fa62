import { expect, it } from 'vitest'
import { seededRandom } from '../../../shared/base/seeded-random'
import { quietTask } from '../../../shared/base/task'
import { anonymityOf } from '../../../shared/engine/anonymous/anonymity'
import { makeAnonymous } from '../../../shared/engine/anonymous/make-anonymous'
import type { Platform } from '../../../shared/engine/platform'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import { openProject } from '../../../shared/engine/project/open-project'
import type { Project } from '../../../shared/engine/project/project'
import { recoverProject } from '../../../shared/engine/recover/recover-project'
import { createDesk } from '../../../shared/engine/desk'
import type { Anonymity } from '../../../shared/protocol/anonymity'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { addWave, must, newProject, testPlatform } from '../../helpers/project'

const RUNS = process.env['EARSHOT_SOAK'] ? 3000 : 150
const PAGE = 4096
const PROMISE: Anonymity = { people: 7, comments: 12, crossed: null }
const rows = Array.from({ length: 120 }, (_, row) => ({ score: row % 11, day: 20_000 + row, cells: [`comment ${row}`, `team ${row % 3}`] }))

/** A project whose log and settings are several pages long. */
async function fileOf(promise: (project: Project) => Promise<unknown>): Promise<Uint8Array> {
  const store = createMemoryStore()
  const project = await newProject(store)
  await addWave(project, 'one', ['Comment', 'Team'], rows)
  const set = (id: string) => project.change('setting', [{ register: 'setting', id, before: null, after: { value: id.repeat(150) } }])
  for (let at = 0; at < 12; at++) must(await set(`before-${at}`))
  await promise(project)
  for (let at = 0; at < 12; at++) must(await set(`after-${at}`))
  must(await project.save())
  await project.close()
  return (await store.readSnapshot())!
}

async function recovered(platform: Platform, file: Uint8Array, journal: Uint8Array = new Uint8Array()) {
  const remains = { file, store: { readJournal: () => Promise.resolve(journal), readBatch: () => Promise.resolve(null) }, generations: [], readGeneration: () => Promise.resolve(null) }
  const found = await recoverProject(platform, remains, 'p', quietTask)
  if (!found.ok) return null
  const store = { ...createMemoryStore(), readSnapshot: () => Promise.resolve(found.value.bytes.slice()) }
  const project = must(await openProject(platform, store, 'p', quietTask))
  const anonymity = anonymityOf(project)
  await project.close()
  return { anonymity, ...found.value.recovery }
}

/** Some pages as a disk may give them back: zeros, noise, or another page's bytes. */
function damaged(file: Uint8Array, random: () => number): Uint8Array {
  const out = file.slice()
  const pages = Math.floor(file.length / PAGE)
  const pick = (): number => 1 + Math.floor(random() * (pages - 1))
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const [page, how] = [pick(), Math.floor(random() * 3)]
    const bytes = how === 0 ? new Uint8Array(PAGE) : how === 1 ? Uint8Array.from({ length: PAGE }, () => random() * 256) : file.slice(pick() * PAGE).slice(0, PAGE)
    out.set(bytes.subarray(0, Math.min(PAGE, out.length - page * PAGE)), page * PAGE)
  }
  return out
}

it('an anonymous project is never anything else, whatever of its file can be read', async () => {
  const platform = await testPlatform()
  const file = await fileOf(async (project) => must(await makeAnonymous(project, PROMISE)))
  const random = seededRandom(20_261_124)
  const seen = { recovered: 0, exact: 0 }
  for (let run = 0; run < RUNS; run++) {
    const found = await recovered(platform, damaged(file, random))
    if (!found) continue
    seen.recovered += 1
    expect(found.anonymity, `run ${run}`).not.toBeNull()
    if (found.anonymity?.people === PROMISE.people) seen.exact += 1
  }
  expect(seen.recovered).toBeGreaterThan(RUNS / 12)
  expect(seen.exact).toBeGreaterThan(seen.recovered / 2)
})

it('where no page that speaks of it can be read, the promise is taken for made, and that is said', async () => {
  const platform = await testPlatform()
  const file = await fileOf(async (project) => must(await makeAnonymous(project, PROMISE)))
  const word = Buffer.from('anonymous')
  const pages = new Set<number>()
  for (let at = Buffer.from(file).indexOf(word); at >= 0; at = Buffer.from(file).indexOf(word, at + 1)) pages.add(Math.floor(at / PAGE))
  expect(pages.size).toBe(3)
  const out = file.slice()
  // The number of its cells stays, where they lie does not.
  for (const page of pages) out.fill(0xff, page * PAGE + 8, (page + 1) * PAGE)
  expect(await recovered(platform, out)).toMatchObject({ anonymity: { people: 5, comments: 10, crossed: null }, assumedAnonymous: true, from: 'rest', lostHistory: true })
})

it('a project that was never anonymous stays as it is where its settings or its log can be read', async () => {
  const platform = await testPlatform()
  const file = await fileOf(() => Promise.resolve())
  for (let page = 1; page < Math.floor(file.length / PAGE); page++) {
    const out = file.slice()
    out.fill(0, page * PAGE, (page + 1) * PAGE)
    const found = await recovered(platform, out)
    if (found) expect(found, `page ${page}`).toMatchObject({ anonymity: null, assumedAnonymous: false })
  }
})

it('a promise made and taken back is none', async () => {
  const platform = await testPlatform()
  const file = await fileOf(async (project) => {
    must(await makeAnonymous(project, PROMISE))
    must(await project.undo())
  })
  const random = seededRandom(7)
  let none = 0
  for (let run = 0; run < 30; run++) if ((await recovered(platform, damaged(file, random)))?.anonymity === null) none += 1
  expect(none).toBeGreaterThan(0)
})

it('a promise that only the journal has is kept, though what came before it is lost', async () => {
  const platform = await testPlatform()
  const store = createMemoryStore()
  const project = await newProject(store)
  must(await project.save())
  const file = (await store.readSnapshot())!
  await addWave(project, 'lost', ['Comment', 'Team'], rows)
  must(await makeAnonymous(project, PROMISE))
  const found = await recovered(platform, file, await store.readJournal())
  expect(found).toMatchObject({ from: 'file', anonymity: PROMISE, assumedAnonymous: false })
  expect(found!.lostOperations).toBeGreaterThan(0)
})

it('earlier states without the promise go when it is made', async () => {
  const shelf = createMemoryShelf()
  const desk = createDesk(await testPlatform(), shelf)
  let dropped = 0
  shelf.dropGenerations = () => {
    dropped += 1
    return Promise.resolve({ ok: true, value: null })
  }
  must(await desk.createProject({ name: 'Employees' }, quietTask))
  const view = must(await desk.makeAnonymous(PROMISE, quietTask))
  expect(view.anonymity).toMatchObject(PROMISE)
  expect(view.unsaved).toBe(0)
  expect(dropped).toBe(1)
})
