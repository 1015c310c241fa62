import { basename, dirname, join } from 'node:path'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { fitsToOpen } from '../../shared/engine/project/room'
import type { ProjectStore } from '../../shared/protocol/store'
import { quietly, removeTemporaries, replaceFile, replaceFileAtOnce, syncFolderOf, whenFree, writeAll } from '../disk/atomic-file'
import { batchEnding, besideOf } from '../disk/beside'
import { takeLock, type FileLock } from '../disk/file-lock'
import { codeOf, nodeFiles, readWhole, type Files } from '../disk/files'

const FULL: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])
/** Write-protected, forbidden, or held by another program. */
const DENIED: ReadonlySet<unknown> = new Set(['EACCES', 'EBUSY', 'EPERM', 'EROFS', 'ETXTBSY'])
/** What was there when the project was opened: a stick, a share, a folder. */
const GONE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENODEV', 'ENXIO', 'ENOTDIR', 'ESTALE', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENOTCONN', 'ECONNRESET', 'ETIMEDOUT'])

/** What a failed file operation means to the user. */
export function storageFault(error: unknown): ReturnType<typeof refuse> {
  const code = codeOf(error)
  if (FULL.has(code)) return refuse(fault('storage-full'))
  const what = error instanceof Error ? error.message : String(error)
  if (DENIED.has(code)) return refuse(fault('storage-denied', { what }))
  return refuse(fault(GONE.has(code) ? 'storage-gone' : 'storage', { what }))
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
  /** How long it is as far as we know; null before anybody looked. */
  let length: number | null = null

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
  /** Who removed the file, or its folder, left us writing where nobody will ever read, or to begin a journal that lacks what came before. */
  const checkJournal = (): void => {
    if (length === null) return
    const size = files.state(journal)?.size ?? 0
    if (size < length) throw Object.assign(new Error(`ENOENT: no such file or directory, ${size} of ${length} bytes`), { code: 'ENOENT' })
  }
  const openJournal = (): number => {
    checkJournal()
    const there = isSuspect ? readWhole(journal, files) : null
    if (there) replaceFileAtOnce(journal, there, files)
    length ??= there?.length ?? 0
    const fd = files.open(journal, 'a')
    isSuspect = false
    return fd
  }
  const cutJournal = (to: number): void => {
    const fd = files.open(journal, 'r+')
    try {
      files.truncate(fd, to)
      syncJournal(fd)
    } finally {
      quietly(() => files.close(fd))
    }
  }

  return ok({
    readSnapshot: async () => readWhole(file, files),
    writeSnapshot: (bytes) => writing(() => replaceFile(file, bytes, files)),
    async readJournal() {
      const bytes = readWhole(journal, files) ?? new Uint8Array(0)
      length = bytes.length
      return bytes
    },
    appendJournal: (bytes) =>
      writing(() => {
        if (isSuspect) closeJournal()
        const isFirst = journalFd === null
        journalFd ??= openJournal()
        writeAll(journalFd, bytes, files)
        syncJournal(journalFd)
        if (isFirst) syncFolderOf(journal, files)
        length = (length ?? 0) + bytes.length
        checkJournal()
      }),
    truncateJournal(to) {
      // A reader leaves the torn end where it is.
      if (mode === 'read') return Promise.resolve(ok(null))
      return writing(() => {
        closeJournal()
        if (to > 0) cutJournal(to)
        else if (files.state(journal)) {
          whenFree(() => files.remove(journal), files)
          syncFolderOf(journal, files)
        }
        length = to
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
