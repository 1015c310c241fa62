import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { ProjectStore, Shelf } from '../../../shared/protocol/store'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

/** A shelf that keeps each snapshot, and one of whose files gets damaged. */
function keepingShelf() {
  const shelf = createMemoryShelf()
  const kept: Uint8Array[] = []
  let damagedId = ''
  const keeping = (store: ProjectStore, id: string): ProjectStore => ({
    ...store,
    async readSnapshot() {
      const bytes = await store.readSnapshot()
      if (bytes && id === damagedId) bytes.fill(0, 100, 900)
      return bytes
    },
    writeSnapshot(bytes) {
      kept.unshift(bytes.slice())
      return store.writeSnapshot(bytes)
    },
  })
  const lend = async (opening: ReturnType<Shelf['open']>, id: string): ReturnType<Shelf['open']> => {
    const store = await opening
    return store.ok ? { ok: true, value: keeping(store.value, id) } : store
  }
  return {
    ...shelf,
    open: (id: string) => lend(shelf.open(id), id),
    create: (id: string) => lend(shelf.create(id), id),
    generations: () => Promise.resolve(kept.map((bytes, at) => ({ name: String(at), at: '2026-02-01T00:00:00.000Z', bytes: bytes.length }))),
    readGeneration: (_: string, name: string) => Promise.resolve(kept[Number(name)]?.slice() ?? null),
    damage: (id: string) => void (damagedId = id),
  }
}

it('offers what can be had of a damaged project, and opens it as another, the damaged one as it was', async () => {
  const shelf = keepingShelf()
  const desk = createDesk(await testPlatform(), shelf)
  const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.saveYardsticks({ targets: [{ label: 'Goal', score: 40, from: null }], benchmarks: [] }, quietTask))
  must(await desk.closeProject(null, quietTask))
  shelf.damage(id)

  expect(await desk.openProject({ id }, quietTask)).toMatchObject({ ok: false, fault: { code: 'damaged' } })
  expect(must(await desk.recover({ id }, quietTask))).toMatchObject({ from: 'generation', savedAt: '2026-02-01T00:00:00.000Z', operations: 2, lostOperations: 0 })
  expect(shelf.ids()).toEqual([id])
  const view = must(await desk.openRecovered({ name: 'Acme (recovered)' }, quietTask))
  expect(view).toMatchObject({ name: 'Acme (recovered)', waves: [] })
  expect(view.id).not.toBe(id)
  expect(await desk.openProject({ id }, quietTask)).toMatchObject({ ok: false, fault: { code: 'damaged' } })
  expect(must(await desk.project(null, quietTask)).name).toBe('Acme (recovered)')
  // What was offered is taken once.
  expect(await desk.openRecovered({ name: 'Again' }, quietTask)).toMatchObject({ ok: false })
})
