import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { ProjectStore } from '../../shared/protocol/store'

/**
 * A project in the browser's private file system. A snapshot is complete once its `.ok` file is there, so a crash
 * while writing leaves the one before; the journal is appended through a handle that is flushed each time.
 */
const SNAPSHOT = /^snapshot-(\d+)\.ok$/
const JOURNAL = 'journal'

async function attempt(work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work()
    return ok(null)
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'QuotaExceededError') return refuse(fault('storage-full'))
    return refuse(fault('storage', { what: error instanceof Error ? error.message : String(error) }))
  }
}

async function withHandle<T>(file: FileSystemFileHandle, work: (handle: FileSystemSyncAccessHandle) => T): Promise<T> {
  const handle = await file.createSyncAccessHandle()
  try {
    return work(handle)
  } finally {
    handle.close()
  }
}

/** Writes all of `bytes` at `at`; the browser too may write less than it was given. */
function writeAll(handle: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  let written = 0
  while (written < bytes.length) {
    const count = handle.write(bytes.subarray(written), { at: at + written })
    if (count <= 0) throw new DOMException('Nothing was written', 'QuotaExceededError')
    written += count
  }
  handle.flush()
}

/** All that the handle's file holds; the browser may read less than it was asked for. */
function readAll(handle: FileSystemSyncAccessHandle): Uint8Array {
  const bytes = new Uint8Array(handle.getSize())
  let read = 0
  while (read < bytes.length) {
    const count = handle.read(bytes.subarray(read), { at: read })
    if (count <= 0) throw new DOMException('Nothing was read', 'NotReadableError')
    read += count
  }
  return bytes
}

async function replaceFile(folder: FileSystemDirectoryHandle, name: string, bytes: Uint8Array): Promise<void> {
  await withHandle(await folder.getFileHandle(name, { create: true }), (handle) => {
    handle.truncate(0)
    writeAll(handle, bytes as Uint8Array<ArrayBuffer>, 0)
    if (handle.getSize() !== bytes.length) throw new Error(`${name} has ${handle.getSize()} of ${bytes.length} bytes`)
  })
}

/** Through a handle of our own: large files come several times as fast as through a File, which another process reads. */
async function readIfThere(folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array | null> {
  try {
    return await withHandle(await folder.getFileHandle(name), readAll)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    throw error
  }
}

async function snapshotsIn(folder: FileSystemDirectoryHandle): Promise<number[]> {
  const numbers: number[] = []
  for await (const name of folder.keys()) {
    const match = SNAPSHOT.exec(name)
    if (match) numbers.push(Number(match[1]))
  }
  return numbers.sort((a, b) => a - b)
}

async function removeAll(folder: FileSystemDirectoryHandle, isOld: (name: string) => boolean): Promise<void> {
  const names: string[] = []
  for await (const name of folder.keys()) if (isOld(name)) names.push(name)
  for (const name of names) await folder.removeEntry(name)
}

/** Leaves the snapshot of that number alone. */
const removeOthers = (folder: FileSystemDirectoryHandle, number: number): Promise<void> =>
  removeAll(folder, (name) => name.startsWith('snapshot-') && name.replace('.ok', '') !== `snapshot-${number}`)

/** Opens the project kept in `folder`; `release` frees its lock. */
export async function openOpfsStore(folder: FileSystemDirectoryHandle, release: () => void): Promise<ProjectStore> {
  // What the browser was writing into when it was killed.
  await removeAll(folder, (name) => name.endsWith('.crswap'))
  // What a crash kept from being removed when a newer one took its place: it may be readable where that has a password.
  const newest = (await snapshotsIn(folder)).at(-1)
  if (newest !== undefined) await removeOthers(folder, newest)
  const journalFile = await folder.getFileHandle(JOURNAL, { create: true })
  const journal = await journalFile.createSyncAccessHandle()
  return {
    async readSnapshot() {
      const newest = (await snapshotsIn(folder)).at(-1)
      return newest === undefined ? null : readIfThere(folder, `snapshot-${newest}`)
    },
    writeSnapshot: (bytes) =>
      attempt(async () => {
        const older = await snapshotsIn(folder)
        const number = (older.at(-1) ?? 0) + 1
        await replaceFile(folder, `snapshot-${number}`, bytes)
        await folder.getFileHandle(`snapshot-${number}.ok`, { create: true })
        for (const old of older) await folder.removeEntry(`snapshot-${old}.ok`)
        // Also what a crash kept from being removed before.
        await removeOthers(folder, number)
      }),
    readJournal() {
      return Promise.resolve(readAll(journal))
    },
    appendJournal: (bytes) =>
      attempt(async () => writeAll(journal, bytes as Uint8Array<ArrayBuffer>, journal.getSize())),
    truncateJournal: (length) =>
      attempt(async () => {
        journal.truncate(length)
        journal.flush()
      }),
    writeBatch: (id, bytes) => attempt(() => replaceFile(folder, `batch-${id}`, bytes)),
    readBatch: (id) => readIfThere(folder, `batch-${id}`),
    dropBatches: () => removeAll(folder, (name) => name.startsWith('batch-')),
    close() {
      journal.close()
      release()
      return Promise.resolve()
    },
  }
}
