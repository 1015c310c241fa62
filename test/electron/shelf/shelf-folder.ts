import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach } from 'vitest'
import { createProjectShelf, type ProjectShelf } from '../../../electron/shelf/project-shelf'
import { must } from '../../helpers/project'

export let folder = ''
export let shelf: ProjectShelf
export let changes = 0
export const kept = (): string => join(folder, 'app', 'projects')
export const file = (name: string): string => join(folder, name)
export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
/** As after a start of the app. */
export const newShelf = (): ProjectShelf => createProjectShelf(kept(), () => (changes += 1))
/** Without the earlier snapshots, which come and go by themselves; see generations.test.ts. */
export const filesIn = (path: string): readonly string[] =>
  existsSync(path) ? readdirSync(path).filter((name) => !name.endsWith('.generations')).sort() : []

/** A shelf in a folder of its own for every test. */
export function beginWithShelf(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-shelf-'))
    shelf = newShelf()
    changes = 0
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
}

/** A project that the app keeps, saved with `snapshot`, and open. */
export async function made(id: string, ...snapshot: number[]) {
  const store = must(await shelf.create(id))
  must(await store.writeSnapshot(bytes(...snapshot)))
  await shelf.describe(id, JSON.stringify({ name: id }))
  return store
}

/** A project file of the person's, admitted and open. */
export async function opened(name: string, ...snapshot: number[]) {
  writeFileSync(file(name), bytes(...snapshot))
  const { project } = must(shelf.admit(file(name)))
  const store = must(await shelf.open(project))
  await shelf.describe(project, JSON.stringify({ name }))
  return { project, store }
}

/** The app starts again: nothing that it knew by heart is there any more. */
export function restart(): void {
  shelf = newShelf()
}
