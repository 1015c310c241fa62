import * as fs from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

export interface FileState {
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
  readonly mode: number
  readonly changedMs: number
}

/** Those of the calls that may take long, for who lets others work meanwhile. */
export interface FilesSoon {
  read(fd: number, into: Uint8Array, position: number): Promise<number>
  write(fd: number, bytes: Uint8Array): Promise<number>
  sync(fd: number): Promise<void>
  rename(from: string, to: string): Promise<void>
  pause(ms: number): Promise<void>
}

/**
 * All that keeping projects asks of a file system; each call throws as Node's do. Tests hand in one that fails, or is
 * cut off, at any of them.
 */
export interface Files {
  /** `w+` makes the file anew, `wx` only where there is none. */
  open(path: string, flags: 'r' | 'r+' | 'w+' | 'wx' | 'a', mode?: number): number
  close(fd: number): void
  read(fd: number, into: Uint8Array, position: number): number
  /** Writes where the last write ended, and perhaps not all. */
  write(fd: number, bytes: Uint8Array): number
  sync(fd: number): void
  truncate(fd: number, length: number): void
  rename(from: string, to: string): void
  /** Removes a file; that there is none is no error. */
  remove(path: string): void
  /** Removes a folder with all that is in it, if it is there. */
  removeFolder(path: string): void
  makeFolder(path: string): void
  /** Null when nothing is there. That nobody can tell is an error: what cannot be seen now must not be begun anew. */
  state(path: string): FileState | null
  list(folder: string): readonly string[]
  /** The one true name of what is there, behind links and in any spelling. */
  realPath(path: string): string
  /** Makes the names in a folder survive a power cut. */
  syncFolder(folder: string): void
  pause(ms: number): void
  readonly soon: FilesSoon
}

const [readSoon, writeSoon] = [promisify(fs.read), promisify(fs.write)]

function kindOf(stats: fs.Stats): FileState['kind'] {
  if (stats.isFile()) return 'file'
  return stats.isDirectory() ? 'folder' : 'other'
}

/** The files of this computer. */
export const nodeFiles: Files = {
  open: (path, flags, mode) => fs.openSync(path, flags, mode),
  close: (fd) => fs.closeSync(fd),
  read: (fd, into, position) => fs.readSync(fd, into, 0, into.length, position),
  write: (fd, bytes) => fs.writeSync(fd, bytes),
  sync: (fd) => fs.fsyncSync(fd),
  truncate: (fd, length) => fs.ftruncateSync(fd, length),
  rename: (from, to) => fs.renameSync(from, to),
  remove: (path) => fs.rmSync(path, { force: true }),
  removeFolder: (path) => fs.rmSync(path, { recursive: true, force: true }),
  makeFolder: (path) => fs.mkdirSync(path),
  state(path) {
    try {
      const stats = fs.statSync(path, { throwIfNoEntry: false })
      return stats ? { kind: kindOf(stats), size: stats.size, mode: stats.mode, changedMs: stats.mtimeMs } : null
    } catch (error) {
      if (codeOf(error) === 'ENOTDIR') return null
      throw error
    }
  },
  list: (folder) => fs.readdirSync(folder),
  realPath: (path) => fs.realpathSync.native(path),
  syncFolder(folder) {
    // Windows has no such call and needs none.
    if (process.platform === 'win32') return
    const fd = fs.openSync(folder, 'r')
    try {
      fs.fsyncSync(fd)
    } finally {
      fs.closeSync(fd)
    }
  },
  pause: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
  soon: {
    read: async (fd, into, position) => (await readSoon(fd, into, 0, into.length, position)).bytesRead,
    write: async (fd, bytes) => (await writeSoon(fd, bytes, 0, bytes.length, null)).bytesWritten,
    sync: promisify(fs.fsync),
    rename: promisify(fs.rename),
    pause: (ms) => setTimeout(ms),
  },
}

/** The system's name for what went wrong, as `ENOENT`. */
export const codeOf = (error: unknown): unknown => (error instanceof Error ? Reflect.get(error, 'code') : undefined)

/** All of a file; null when there is none. */
export function readWhole(path: string, files: Files): Uint8Array | null {
  const size = files.state(path)?.size
  if (size === undefined) return null
  const bytes = new Uint8Array(size)
  const fd = files.open(path, 'r')
  try {
    let read = 0
    while (read < size) {
      const count = files.read(fd, bytes.subarray(read), read)
      if (count === 0) break
      read += count
    }
    return read === size ? bytes : bytes.slice(0, read)
  } finally {
    files.close(fd)
  }
}
