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
import { basename, dirname, join } from 'node:path'

/** Writes all of `bytes`, however many calls that takes: a full disk shows as a short write before it shows as an error. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) {
    const count = writeSync(fd, bytes, written, bytes.length - written)
    if (count <= 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
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
 */
export function writeFileAtomically(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    // As private as the file was: what only its owner could read stays so.
    const fd = openSync(temporary, 'w', statSync(path, { throwIfNoEntry: false })?.mode ?? 0o666)
    try {
      writeAll(fd, bytes)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    if (Buffer.compare(readFileSync(temporary), bytes) !== 0) throw new Error('what was written does not read back')
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
    if (/^\.\d+\.tmp$/.test(rest)) rmSync(join(dirname(path), name))
  }
}
