import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Generation } from '../../shared/protocol/store'
import { removeTemporaries, replaceFile } from '../disk/atomic-file'
import { nodeFiles, readWhole } from '../disk/files'

/** The newest, whatever their age; and the newest of each of the last days. */
export const [NEWEST_KEPT, DAYS_KEPT] = [5, 14]
/** What the generations of one project may take in all; the newest is kept whatever it takes. */
const MOST_BYTES = 2 ** 30
const DAY_MS = 86_400_000
/** Time and the start of the hash; colons are no part of a file's name everywhere. */
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.(\d{3})Z-([0-9a-f]{16})\.earshot$/

export const isGenerationName = (name: string): boolean => NAME.test(name)

/** The generations in `folder`, newest first. One that is not named like ours is none. */
export function listGenerations(folder: string, files = nodeFiles): readonly Generation[] {
  if (!files.state(folder)) return []
  return files
    .list(folder)
    .filter(isGenerationName)
    .sort()
    .reverse()
    .map((name) => ({ name, at: name.replace(NAME, '$1T$2:$3:$4.$5Z'), bytes: files.state(join(folder, name))?.size ?? 0 }))
}

export const readGeneration = (folder: string, name: string, files = nodeFiles): Uint8Array | null =>
  isGenerationName(name) ? readWhole(join(folder, name), files) : null

/** Keeps a snapshot that was verified and saved, and drops those that are too old or too many. */
export async function keepGeneration(folder: string, snapshot: Uint8Array, now: Date, files = nodeFiles): Promise<void> {
  if (!files.state(folder)) files.makeFolder(folder)
  const hash = createHash('sha256').update(snapshot).digest('hex').slice(0, 16)
  const [newest] = listGenerations(folder, files)
  if (newest?.name.endsWith(`-${hash}.earshot`)) return
  // Recovery takes the newest by its name: a clock that was put back must not make it an older one.
  const at = new Date(Math.max(now.getTime(), newest ? Date.parse(newest.at) + 1 : 0))
  const path = join(folder, `${at.toISOString().replaceAll(':', '-')}-${hash}.earshot`)
  for (const left of files.list(folder)) if (left.endsWith('.tmp')) removeTemporaries(join(folder, left.replace(/\.\d+(\.once)?\.tmp$/, '')), files)
  await replaceFile(path, snapshot, files)
  for (const old of tooMany(listGenerations(folder, files), now)) files.remove(join(folder, old.name))
}

/** Those that go, of generations newest first. */
export function tooMany(generations: readonly Generation[], now: Date): readonly Generation[] {
  const days = new Set<string>()
  let bytes = 0
  return generations.filter((generation, at) => {
    const day = generation.at.slice(0, 10)
    const isOfDay = !days.has(day) && now.getTime() - Date.parse(generation.at) < DAYS_KEPT * DAY_MS
    days.add(day)
    const isWanted = at < NEWEST_KEPT || isOfDay
    if (isWanted && (at === 0 || bytes + generation.bytes <= MOST_BYTES)) {
      bytes += generation.bytes
      return false
    }
    return true
  })
}

/** Nothing of what was saved before stays: the project is removed, or a person in it is erased. */
export const dropGenerations = (folder: string, files = nodeFiles): void => files.removeFolder(folder)

/** Where the generations lie of the project whose journal is named after `own`. */
export const generationsOf = (own: string): string => join(dirname(own), `${basename(own, '.earshot')}.generations`)
