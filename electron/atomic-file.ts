import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { createQueue } from '../shared/base/queue'

const inTurn = createQueue()
const PIECE = 1 << 22
const MISREAD = 'what was written does not read back'

const nothingWritten = (): Error => Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })

/** As private as the file was: what only its owner could read stays so. */
const modeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666

/** Writes all of `bytes`, however many calls that takes: a full disk shows as a short write before it shows as an error. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) {
    const count = writeSync(fd, bytes, written, bytes.length - written)
    if (count <= 0) throw nothingWritten()
    written += count
  }
}

/** Makes a rename or a new name in the folder of `path` survive a power cut. Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(dirname(path), 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/**
 * Replaces the file at `path` by `bytes` as a whole: a temporary file beside it, written, synced, read back, renamed.
 * Throws, with the old file untouched, when any step fails. There is deliberately no fallback that writes in place.
 * Others work meanwhile; files are replaced one after the other.
 */
export const replaceFile = (path: string, bytes: Uint8Array): Promise<void> => inTurn(() => replace(path, bytes))

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    const file = await open(temporary, 'w+', modeOf(path))
    try {
      await writeWhole(file, bytes)
      await file.sync()
      if (!(await readsBack(file, bytes))) throw new Error(MISREAD)
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  syncFolder(path)
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, written)
    if (bytesWritten <= 0) throw nothingWritten()
    written += bytesWritten
  }
}

/** In pieces: memory for another copy of a large file takes longer to get than the file to read. */
async function readsBack(file: FileHandle, bytes: Uint8Array): Promise<boolean> {
  const piece = Buffer.alloc(Math.min(PIECE, bytes.length))
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(piece, 0, piece.length, at)
    if (bytesRead === 0 || piece.compare(bytes, at, at + bytesRead, 0, bytesRead) !== 0) return false
    at += bytesRead
  }
  return (await file.stat()).size === bytes.length
}

/** The same for a few bytes, or where nothing may come in between. */
export function replaceFileAtOnce(path: string, bytes: Uint8Array): void {
  // A name of its own: the file may be on its way to be replaced by `replaceFile`, too.
  const temporary = `${path}.${process.pid}.once.tmp`
  try {
    const fd = openSync(temporary, 'w', modeOf(path))
    try {
      writeAll(fd, bytes)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    if (Buffer.compare(readFileSync(temporary), bytes) !== 0) throw new Error(MISREAD)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(path)
}

/** Removes the temporary files that writers of `path` left when they were killed. Only for who alone may write it. */
export function removeTemporaries(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    const rest = name.startsWith(basename(path)) ? name.slice(basename(path).length) : ''
    if (/^\.\d+(?:\.once)?\.tmp$/.test(rest)) rmSync(join(dirname(path), name))
  }
}
