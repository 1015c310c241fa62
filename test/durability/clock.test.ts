import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepGeneration, listGenerations, NEWEST_KEPT, readGeneration } from '../../electron/shelf/generations'
import { quietTask } from '../../shared/base/task'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Platform } from '../../shared/engine/platform'
import { verifyProject } from '../../shared/engine/recover/verify-project'
import { must, testPlatform } from '../helpers/project'

const DAY = 86_400_000
const START = Date.UTC(2026, 2, 28, 23, 59, 59, 900)
/** A clock that is put back a day, forth ten years, over the hour that summer time skips and the one that it repeats, and to where it was. */
const JUMPS = [0, 1000, -DAY, -DAY + 5, 3652 * DAY, 3652 * DAY + 1, 3_600_000, 0, -3_600_000, -20_000 * DAY, 10] as const

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-clock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('changes keep their order, are undone in it and are verified, whatever the clock says', async () => {
  let jump = 0
  const plain = await testPlatform()
  const platform: Platform = { ...plain, now: () => new Date(START + JUMPS[jump++ % JUMPS.length]!).toISOString() }
  const store = createMemoryStore()
  const project = must(await createProject(platform, store, 'name 0'))
  const names = Array.from({ length: 30 }, (_, at) => `name ${at + 1}`)
  for (const [at, value] of names.entries()) {
    must(await project.change('rename', [{ register: 'setting', id: 'name', before: { value: `name ${at}` }, after: { value } }]))
    if (at % 7 === 3) must(await project.save())
  }
  const hash = await project.hash()
  expect(must(await verifyProject(platform, store, 'p', quietTask))).toEqual([])
  const again = must(await openProject(platform, store, 'p', quietTask))
  expect([again.name, await again.hash()]).toEqual(['name 30', hash])
  for (const value of names.toReversed().slice(1)) {
    must(await again.undo())
    expect(again.name).toBe(value)
  }
  while (again.redoIntent !== null) must(await again.redo())
  expect(await again.hash()).toBe(hash)
})

it('the newest of the earlier states is the one that was kept last, whatever the clock says', async () => {
  for (const [at, jump] of JUMPS.entries()) {
    await keepGeneration(folder, Uint8Array.of(at), new Date(START + jump))
    const kept = listGenerations(folder)
    expect(readGeneration(folder, kept[0]!.name), `after jump ${at}`).toEqual(Uint8Array.of(at))
    expect(new Set(kept.map(({ name }) => name)).size).toBe(kept.length)
    // Those that were kept last, in their order, are there.
    expect(kept.slice(0, NEWEST_KEPT).map(({ name }) => readGeneration(folder, name)![0])).toEqual(Array.from({ length: Math.min(at + 1, NEWEST_KEPT) }, (_, back) => at - back))
  }
})
