import type { Generation } from '../../shared/protocol/store'
import { isFull, readIfThere, removeAll, writeFile } from './opfs-files'

/**
 * A snapshot is complete once its `.ok` file is there, so a crash while writing leaves the one before; the newest counts. One before
 * it is kept to recover from once its `.kept` file is there: what has neither is left over from a crash, and may be what must not stay.
 */
const [COMPLETE, KEPT] = [/^snapshot-(\d+)\.ok$/, /^snapshot-(\d+)\.kept$/]
const GENERATION = /^snapshot-\d+$/
/** Where there is room. */
const MOST_KEPT = 2

/** Numbers of those snapshots, oldest first. */
async function numbersIn(folder: FileSystemDirectoryHandle, which: RegExp): Promise<number[]> {
  const numbers: number[] = []
  for await (const name of folder.keys()) {
    const match = which.exec(name)
    if (match) numbers.push(Number(match[1]))
  }
  return numbers.sort((a, b) => a - b)
}

/** What the browser lets the app keep is no more than half used: there is room for what is only there in case. */
async function hasRoom(): Promise<boolean> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate()
  return usage <= quota / 2
}

/** Leaves `newest` and the snapshots `kept`. Of the others the mark goes first. */
async function leaveOnly(folder: FileSystemDirectoryHandle, newest: number, kept: readonly number[]): Promise<void> {
  const left = new Set([`snapshot-${newest}`, `snapshot-${newest}.ok`, ...kept.flatMap((number) => [`snapshot-${number}`, `snapshot-${number}.kept`])])
  const isOld = (name: string): boolean => name.startsWith('snapshot-') && !left.has(name)
  await removeAll(folder, (name) => isOld(name) && name.includes('.'))
  await removeAll(folder, isOld)
}

export async function newestSnapshot(folder: FileSystemDirectoryHandle): Promise<Uint8Array | null> {
  const newest = (await numbersIn(folder, COMPLETE)).at(-1)
  return newest === undefined ? null : readIfThere(folder, `snapshot-${newest}`)
}

/** Writes the newest snapshot; the one before is kept as a generation, or goes. */
export async function writeSnapshot(folder: FileSystemDirectoryHandle, bytes: Uint8Array, before: 'keep' | 'drop'): Promise<void> {
  const last = (await numbersIn(folder, COMPLETE)).at(-1)
  const number = (last ?? 0) + 1
  await writeFile(folder, `snapshot-${number}`, bytes)
  await folder.getFileHandle(`snapshot-${number}.ok`, { create: true })
  if (before === 'drop' || !(await hasRoom())) return leaveOnly(folder, number, [])
  if (last !== undefined) await folder.getFileHandle(`snapshot-${last}.kept`, { create: true })
  await leaveOnly(folder, number, (await numbersIn(folder, KEPT)).slice(-MOST_KEPT))
}

/** Removes what a crash kept from being removed when a newer snapshot took its place. */
export async function tidySnapshots(folder: FileSystemDirectoryHandle): Promise<void> {
  const newest = (await numbersIn(folder, COMPLETE)).at(-1)
  if (newest !== undefined) await leaveOnly(folder, newest, await numbersIn(folder, KEPT))
}

/** Leaves nothing of what was saved before; false where there was nothing. */
export async function dropGenerations(folder: FileSystemDirectoryHandle): Promise<boolean> {
  const newest = (await numbersIn(folder, COMPLETE)).at(-1)
  if (newest === undefined || (await numbersIn(folder, KEPT)).length === 0) return false
  await leaveOnly(folder, newest, [])
  return true
}

/** Does what needs room; where there is none, once more without the generations. */
export async function makingRoom(folder: FileSystemDirectoryHandle, work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!isFull(error) || !(await dropGenerations(folder))) throw error
    await work()
  }
}

/** Earlier snapshots, newest first. */
export async function listGenerations(folder: FileSystemDirectoryHandle): Promise<readonly Generation[]> {
  const names = (await numbersIn(folder, KEPT)).reverse().map((number) => `snapshot-${number}`)
  return Promise.all(
    names.map(async (name) => {
      const { size, lastModified } = await (await folder.getFileHandle(name)).getFile()
      return { name, at: new Date(lastModified).toISOString(), bytes: size }
    }),
  )
}

export const readGeneration = (folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> =>
  GENERATION.test(name) ? readIfThere(folder, name) : Promise.resolve(null)
