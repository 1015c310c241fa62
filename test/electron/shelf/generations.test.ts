import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAYS_KEPT, isGenerationName, keepGeneration, listGenerations, NEWEST_KEPT, readGeneration, tooMany } from '../../../electron/shelf/generations'
import { createProjectShelf } from '../../../electron/shelf/project-shelf'
import { must } from '../../helpers/project'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-generations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all)
const HOUR = 3_600_000
const START = Date.UTC(2026, 2, 1, 9)

it('keeps the newest and one of each day, whatever was saved between', async () => {
  for (let hour = 0; hour < 24 * 20; hour += 3) await keepGeneration(folder, bytes(hour % 256, hour >> 8), new Date(START + hour * HOUR))
  const kept = listGenerations(folder)
  const days = new Set(kept.map(({ at }) => at.slice(0, 10)))
  expect(kept.length).toBeGreaterThanOrEqual(NEWEST_KEPT + DAYS_KEPT - 3)
  expect(kept.length).toBeLessThanOrEqual(NEWEST_KEPT + DAYS_KEPT)
  expect(days.size).toBeGreaterThanOrEqual(DAYS_KEPT - 1)
  const last = 24 * 20 - 3
  expect(kept[0]!.at).toBe(new Date(START + last * HOUR).toISOString())
  expect(readGeneration(folder, kept[0]!.name)).toEqual(bytes(last % 256, last >> 8))
})

it('keeps what was saved twice once, and leaves no half of one', async () => {
  await keepGeneration(folder, bytes(1), new Date(START))
  await keepGeneration(folder, bytes(1), new Date(START + HOUR))
  const [only] = listGenerations(folder)
  writeFileSync(join(folder, `${only!.name}.4711.tmp`), 'half')
  await keepGeneration(folder, bytes(2), new Date(START + 2 * HOUR))
  expect(listGenerations(folder)).toHaveLength(2)
  expect(readdirSync(folder)).toHaveLength(2)
})

it('takes bounded room, but always keeps the newest', () => {
  const generation = (at: number, size: number) => ({ name: `g${at}`, at: new Date(START - at * HOUR).toISOString(), bytes: size })
  const large = [0, 1, 2, 3].map((at) => generation(at, 700_000_000))
  expect(tooMany(large, new Date(START)).map(({ name }) => name)).toEqual(['g1', 'g2', 'g3'])
  expect(tooMany([generation(0, 3e9)], new Date(START))).toEqual([])
})

it('reads nothing but generations', () => {
  for (const name of ['../place.json', 'card.json', '', '2026-03-01T09-00-00.000Z-0123456789abcdef.earshot/../x', 'C:\\x.earshot']) {
    expect(isGenerationName(name)).toBe(false)
    expect(readGeneration(folder, name)).toBeNull()
  }
})

it('are kept by the shelf at each save, never beside the file, and go when the project leaves the list', async () => {
  const shelf = createProjectShelf(join(folder, 'projects'))
  const store = must(await shelf.create('p1'))
  must(await store.writeSnapshot(bytes(1)))
  must(await store.writeSnapshot(bytes(2)))
  await shelf.describe('p1', '{}')
  const path = join(folder, 'mine', 'q3.earshot')
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(folder, 'mine'))
  must(await shelf.keep('p1', path))
  must(await store.writeSnapshot(bytes(3)))
  await store.close()
  const kept = (await shelf.generations?.('p1')) ?? []
  expect(await Promise.all(kept.map(async ({ name }) => shelf.readGeneration?.('p1', name)))).toEqual([bytes(3), bytes(2), bytes(1)])
  expect(readdirSync(join(folder, 'mine'))).toEqual(['q3.earshot'])
  must(await shelf.remove('p1'))
  expect(await shelf.generations?.('p1')).toEqual([])
  expect(readdirSync(join(folder, 'mine'))).toEqual(['q3.earshot'])
})
