import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fault } from '../shared/base/fault'
import { ok, refuse, type Result } from '../shared/base/result'
import { fitsToOpen } from '../shared/engine/room'
import type { ProjectStore } from '../shared/protocol/store'
import { removeTemporaries, replaceFile, syncFolder, writeAll } from './atomic-file'
import { takeLock, type FileLock } from './file-lock'

/** What a failed file operation means to the user. */
export function storageFault(error: unknown): ReturnType<typeof refuse> {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') return refuse(fault('storage-full'))
  return refuse(fault('storage', { what: error instanceof Error ? error.message : String(error) }))
}

function attempt<T>(work: () => T): Result<T> {
  try {
    return ok(work())
  } catch (error) {
    return storageFault(error)
  }
}

/** The file itself, also behind links: a lock under another name would lock nothing. */
const realPath = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path))

const readIfThere = (path: string): Uint8Array | null => (existsSync(path) ? new Uint8Array(readFileSync(path)) : null)

/** The lock of `file`, or null when somebody else has it. What a writer that died was writing goes. */
function takeForWriting(file: string): FileLock | null {
  const lock = takeLock(`${file}.lock`)
  if (lock) removeTemporaries(file)
  return lock
}

/**
 * A project file on disk. While it is open for writing, `PATH.journal`, `PATH.batch-…` and `PATH.lock` lie beside it;
 * a closed, saved project is one file. Opened for reading it takes no lock and writes nothing. With `aside`, journal and
 * batches lie there instead, as `ASIDE.journal` and `ASIDE.batch-…`.
 */
export function openNodeStore(path: string, mode: 'read' | 'write', aside?: string): Result<ProjectStore> {
  let file: string
  try {
    file = realPath(path)
  } catch (error) {
    return storageFault(error)
  }
  const journal = `${aside ?? file}.journal`
  const batchOf = (id: string): string => `${aside ?? file}.batch-${id}`
  if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) return refuse(fault('not-a-project', { path }))
  const fits = fitsToOpen(path, statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  if (!fits.ok) return fits
  const taken = attempt(() => (mode === 'write' ? takeForWriting(file) : null))
  if (!taken.ok) return taken
  const lock = taken.value
  if (mode === 'write' && !lock) return refuse(fault('locked'))
  let journalFd: number | null = null

  const writing = async (work: () => void | Promise<void>): Promise<Result<null>> => {
    if (mode === 'read') return refuse(fault('storage', { what: 'opened for reading' }))
    try {
      await work()
      return ok(null)
    } catch (error) {
      return storageFault(error)
    }
  }

  return ok({
    readSnapshot: () => Promise.resolve(readIfThere(file)),
    writeSnapshot: (bytes) => writing(() => replaceFile(file, bytes)),
    readJournal: () => Promise.resolve(readIfThere(journal) ?? new Uint8Array(0)),
    appendJournal: (bytes) =>
      writing(() => {
        const isNew = !existsSync(journal)
        journalFd ??= openSync(journal, 'a')
        writeAll(journalFd, bytes)
        fsyncSync(journalFd)
        if (isNew) syncFolder(journal)
      }),
    truncateJournal(length) {
      // A reader leaves the torn end where it is.
      if (mode === 'read') return Promise.resolve(ok(null))
      return writing(() => {
        if (journalFd !== null) closeSync(journalFd)
        journalFd = null
        if (!existsSync(journal)) return
        if (length === 0) {
          rmSync(journal)
          syncFolder(journal)
          return
        }
        const fd = openSync(journal, 'r+')
        try {
          ftruncateSync(fd, length)
          fsyncSync(fd)
        } finally {
          closeSync(fd)
        }
      })
    },
    writeBatch: (id, bytes) => writing(() => replaceFile(batchOf(id), bytes)),
    readBatch: (id) => Promise.resolve(readIfThere(batchOf(id))),
    async dropBatches() {
      if (mode === 'write') {
        const prefix = basename(batchOf(''))
        const folder = dirname(batchOf(''))
        for (const name of readdirSync(folder)) if (name.startsWith(prefix)) rmSync(join(folder, name))
      }
    },
    close() {
      if (journalFd !== null) closeSync(journalFd)
      journalFd = null
      lock?.release()
      return Promise.resolve()
    },
  } satisfies ProjectStore)
}
