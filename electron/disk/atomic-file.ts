import { dirname, join } from 'node:path'
import { createQueue } from '../../shared/base/queue'
import { isTemporaryOf, temporaryOf } from './beside'
import { codeOf, nodeFiles, readWhole, type Files } from './files'

const inTurn = createQueue()
const PIECE = 1 << 22
const MISREAD = 'what was written does not read back'
/** Virus scanners and cloud drives hold a file for moments, and say so in these words. Ten seconds are waited in all. */
const BUSY: ReadonlySet<unknown> = new Set(['EBUSY', 'EPERM', 'EACCES'])
const PAUSES_MS = [10, 20, 50, 100, 200, 400, 800, 1600, 2400, 2400, 2000] as const
/** Where nobody else can work meanwhile, patience ends sooner. */
const PAUSES_AT_ONCE_MS = PAUSES_MS.slice(0, 6)

const nothingWritten = (): Error => Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })

/** As private as the file was: what only its owner could read stays so. */
const modeOf = (path: string, files: Files): number => files.state(path)?.mode ?? 0o666

/** Does what is only tidying up: why it failed must not hide why that was necessary. */
export function quietly(work: () => void): void {
  try {
    work()
  } catch {
    // Left for the next who writes the file.
  }
}

/** Writes all of `bytes`, however many calls that takes: a full disk shows as a short write before it shows as an error. */
export function writeAll(fd: number, bytes: Uint8Array, files: Files): void {
  for (let written = 0; written < bytes.length; ) {
    const count = files.write(fd, bytes.subarray(written))
    if (count <= 0) throw nothingWritten()
    written += count
  }
}

/** Makes a rename or a new name in the folder of `path` survive a power cut. */
export const syncFolderOf = (path: string, files: Files): void => files.syncFolder(dirname(path))

/** Errors that came after the new file had taken the old one's place. */
const late = new WeakSet<object>()

/** Whether what failed was only the last sync: the file is the new one, and may be the old one after a power cut. */
export const tookPlace = (error: unknown): boolean => typeof error === 'object' && error !== null && late.has(error)

function syncPlaceOf(path: string, files: Files): void {
  try {
    syncFolderOf(path, files)
  } catch (error) {
    if (error instanceof Error) late.add(error)
    throw error
  }
}

/**
 * Replaces the file at `path` by `bytes` as a whole: a temporary file beside it, written, synced, read back, renamed.
 * Throws, with the old file untouched, when any step fails; only where the last fails, the sync of the folder, the new
 * file is there and may not survive a power cut (`tookPlace`). There is deliberately no fallback that writes in place, and nothing
 * is synced twice: pages that a failed sync leaves behind count as clean. Others work meanwhile; files are replaced one
 * after the other.
 */
export const replaceFile = (path: string, bytes: Uint8Array, files = nodeFiles): Promise<void> => inTurn(() => replace(path, bytes, files))

async function replace(path: string, bytes: Uint8Array, files: Files): Promise<void> {
  const temporary = temporaryOf(path)
  try {
    const fd = files.open(temporary, 'w+', modeOf(path, files))
    try {
      await writeWhole(fd, bytes, files)
      await files.soon.sync(fd)
      if (!(await readsBack(fd, bytes, files))) throw new Error(MISREAD)
    } finally {
      files.close(fd)
    }
    await renameWhenFree(temporary, path, files)
  } catch (error) {
    quietly(() => files.remove(temporary))
    throw error
  }
  syncPlaceOf(path, files)
}

async function writeWhole(fd: number, bytes: Uint8Array, files: Files): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const count = await files.soon.write(fd, bytes.subarray(written))
    if (count <= 0) throw nothingWritten()
    written += count
  }
}

/** In pieces: memory for another copy of a large file takes longer to get than the file to read. */
async function readsBack(fd: number, bytes: Uint8Array, files: Files): Promise<boolean> {
  // One byte more than there should be, to see that there is no more.
  const piece = Buffer.alloc(Math.min(PIECE, bytes.length + 1))
  for (let at = 0; ; ) {
    const count = await files.soon.read(fd, piece, at)
    if (count === 0) return at === bytes.length
    if (at + count > bytes.length || piece.compare(bytes, at, at + count, 0, count) !== 0) return false
    at += count
  }
}

async function renameWhenFree(from: string, to: string, files: Files): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      return await files.soon.rename(from, to)
    } catch (error) {
      if (!BUSY.has(codeOf(error))) throw error
    }
    await files.soon.pause(pause)
  }
  await files.soon.rename(from, to)
}

/** The same for a few bytes, or where nothing may come in between. */
export function replaceFileAtOnce(path: string, bytes: Uint8Array, files = nodeFiles): void {
  // A name of its own: the file may be on its way to be replaced by `replaceFile`, too.
  const temporary = temporaryOf(path, '.once')
  try {
    const fd = files.open(temporary, 'w+', modeOf(path, files))
    try {
      writeAll(fd, bytes, files)
      files.sync(fd)
    } finally {
      files.close(fd)
    }
    const written = readWhole(temporary, files)
    if (!written || Buffer.compare(written, bytes) !== 0) throw new Error(MISREAD)
    whenFree(() => files.rename(temporary, path), files)
  } catch (error) {
    quietly(() => files.remove(temporary))
    throw error
  }
  syncPlaceOf(path, files)
}

/** Does what another program may be in the way of for a moment. */
export function whenFree(work: () => void, files: Files): void {
  for (const pause of PAUSES_AT_ONCE_MS) {
    try {
      return work()
    } catch (error) {
      if (!BUSY.has(codeOf(error))) throw error
    }
    files.pause(pause)
  }
  work()
}

/** Removes the temporary files that writers of `path` left when they were killed. Only for who alone may write it. */
export function removeTemporaries(path: string, files = nodeFiles): void {
  for (const name of files.list(dirname(path))) {
    if (isTemporaryOf(path, name)) quietly(() => files.remove(join(dirname(path), name)))
  }
}
