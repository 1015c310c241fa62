import { basename, dirname, join } from 'node:path'
import { fault } from '../shared/base/fault'
import { ok, refuse, type Result } from '../shared/base/result'
import type { ProjectStore } from '../shared/protocol/store'
import { quietly, removeTemporaries, replaceFile, replaceFileAtOnce, syncFolderOf, whenFree, writeAll } from './atomic-file'
import { takeLock, type FileLock } from './file-lock'
import { codeOf, nodeFiles, readWhole, type Files } from './files'

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
function takeForWriting(file: string, files: Files): FileLock | null {
  const lock = takeLock(`${file}.lock`, files)
  if (lock) quietly(() => removeTemporaries(file, files))
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
    return { file, lock: mode === 'write' ? takeForWriting(file, files) : null }
  })
  if (!taken.ok) return taken
  if (!taken.value) return refuse(fault('not-a-project', { path }))
  const { file, lock } = taken.value
  if (mode === 'write' && !lock) return refuse(fault('locked'))
  const journal = `${aside ?? file}.journal`
  const batchOf = (id: string): string => `${aside ?? file}.batch-${id}`
  let journalFd: number | null = null
  /** A sync of the journal failed: its pages count as clean and are not on the disk. */
  let isSuspect = false

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
  const cutJournal = (length: number): void => {
    const fd = files.open(journal, 'r+')
    try {
      files.truncate(fd, length)
      syncJournal(fd)
    } finally {
      quietly(() => files.close(fd))
    }
    if (!isSuspect) return
    const kept = readWhole(journal, files)
    if (kept?.length !== length) throw new Error('the journal was cut by somebody else')
    replaceFileAtOnce(journal, kept, files)
    isSuspect = false
  }

  return ok({
    readSnapshot: async () => readWhole(file, files),
    writeSnapshot: (bytes) => writing(() => replaceFile(file, bytes, files)),
    readJournal: async () => readWhole(journal, files) ?? new Uint8Array(0),
    appendJournal: (bytes) =>
      writing(() => {
        const isFirst = journalFd === null
        journalFd ??= files.open(journal, 'a')
        writeAll(journalFd, bytes, files)
        syncJournal(journalFd)
        // Also where the journal was there: who made it may not have lived to see its name on the disk.
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
        isSuspect = false
        syncFolderOf(journal, files)
      })
    },
    writeBatch: (id, bytes) => writing(() => replaceFile(batchOf(id), bytes, files)),
    readBatch: async (id) => readWhole(batchOf(id), files),
    async dropBatches() {
      if (mode === 'write') {
        const prefix = basename(batchOf(''))
        const folder = dirname(batchOf(''))
        for (const name of files.list(folder)) if (name.startsWith(prefix)) files.remove(join(folder, name))
      }
    },
    async close() {
      closeJournal()
      lock?.release()
    },
  } satisfies ProjectStore)
}
