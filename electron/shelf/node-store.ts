import { basename, dirname, join } from 'node:path'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { fitsToOpen } from '../../shared/engine/project/room'
import type { ProjectStore } from '../../shared/protocol/store'
import { quietly, removeTemporaries, replaceFile, replaceFileAtOnce, syncFolderOf, whenFree, writeAll } from '../disk/atomic-file'
import { batchEnding, besideOf } from '../disk/beside'
import { takeLock, type FileLock } from '../disk/file-lock'
import { codeOf, nodeFiles, readWhole, type Files } from '../disk/files'

/** What a failed file operation means to the user. */
export function storageFault(error: unknown): ReturnType<typeof refuse> {
  const code = codeOf(error)
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
const realPath = (path: string, files: Files): string =>
  files.state(path) ? files.realPath(path) : join(files.realPath(dirname(path)), basename(path))

/** The lock of `file`, or null when somebody else has it. What a writer that died was writing goes. */
function takeForWriting(file: string, beside: string, files: Files): FileLock | null {
  const lock = takeLock(besideOf(file, '.lock'), files)
  for (const path of lock ? [file, beside, besideOf(file, '.journal'), besideOf(beside, '.journal')] : []) quietly(() => removeTemporaries(path, files))
  return lock
}

/**
 * A project file on disk. While it is open for writing, `PATH.journal`, `PATH.batch-…` and `PATH.lock` lie beside it;
 * a closed, saved project is one file. Opened for reading it takes no lock and writes nothing. With `aside`, journal and
 * batches lie there instead, as `ASIDE.journal` and `ASIDE.batch-…`.
 */
export function openNodeStore(path: string, mode: 'read' | 'write', aside?: string, files = nodeFiles): Result<ProjectStore> {
  const taken = attempt(() => {
    const file = realPath(path, files)
    const state = files.state(file)
    if (state && state.kind !== 'file') return null
    const fits = fitsToOpen(path, state?.size ?? 0)
    return { file, fits, lock: mode === 'write' && fits.ok ? takeForWriting(file, aside ?? file, files) : null }
  })
  if (!taken.ok) return taken
  if (!taken.value) return refuse(fault('not-a-project', { path }))
  const { file, fits, lock } = taken.value
  if (!fits.ok) return fits
  if (mode === 'write' && !lock) return refuse(fault('locked'))
  const journal = besideOf(aside ?? file, '.journal')
  const batchOf = (id: string): string => besideOf(aside ?? file, `.batch-${id}`)
  let journalFd: number | null = null
  /**
   * The journal may look whole and not be on the disk: its pages count as clean after a sync that failed, and who wrote
   * it before may have died of that. It is written anew before anything is appended.
   */
  let isSuspect = true

  const writing = async (work: () => void | Promise<void>): Promise<Result<null>> => {
    if (mode === 'read') return refuse(fault('storage', { what: 'opened for reading' }))
    try {
      await work()
      return ok(null)
    } catch (error) {
      return storageFault(error)
    }
  }
  const syncJournal = (fd: number): void => {
    try {
      files.sync(fd)
    } catch (error) {
      isSuspect = true
      throw error
    }
  }
  const closeJournal = (): void => {
    const fd = journalFd
    journalFd = null
    // All in it is synced; there is nothing that closing could lose.
    if (fd !== null) quietly(() => files.close(fd))
  }
  const openJournal = (): number => {
    const there = isSuspect ? readWhole(journal, files) : null
    if (there) replaceFileAtOnce(journal, there, files)
    const fd = files.open(journal, 'a')
    isSuspect = false
    return fd
  }
  const cutJournal = (length: number): void => {
    const fd = files.open(journal, 'r+')
    try {
      files.truncate(fd, length)
      syncJournal(fd)
    } finally {
      quietly(() => files.close(fd))
    }
  }

  return ok({
    readSnapshot: async () => readWhole(file, files),
    writeSnapshot: (bytes) => writing(() => replaceFile(file, bytes, files)),
    readJournal: async () => readWhole(journal, files) ?? new Uint8Array(0),
    appendJournal: (bytes) =>
      writing(() => {
        if (isSuspect) closeJournal()
        const isFirst = journalFd === null
        journalFd ??= openJournal()
        writeAll(journalFd, bytes, files)
        syncJournal(journalFd)
        if (isFirst) syncFolderOf(journal, files)
      }),
    truncateJournal(length) {
      // A reader leaves the torn end where it is.
      if (mode === 'read') return Promise.resolve(ok(null))
      return writing(() => {
        closeJournal()
        if (!files.state(journal)) return
        if (length > 0) return cutJournal(length)
        whenFree(() => files.remove(journal), files)
        syncFolderOf(journal, files)
      })
    },
    writeBatch: (id, bytes) => writing(() => replaceFile(batchOf(id), bytes, files)),
    readBatch: async (id) => readWhole(batchOf(id), files),
    async dropBatches() {
      if (mode === 'write') {
        const folder = dirname(journal)
        const batches = files.list(folder).filter((name) => batchEnding(aside ?? file, name) !== null)
        for (const name of batches) files.remove(join(folder, name))
        // What is dropped does not come back after a power cut: it may hold somebody who is being erased.
        if (batches.length > 0) files.syncFolder(folder)
      }
    },
    async close() {
      closeJournal()
      lock?.release()
    },
  } satisfies ProjectStore)
}
