import type { ProjectStore } from '../../shared/protocol/store'
import { attempt, readAll, readIfThere, removeAll, sizeOf, writeAll, writeFile } from './opfs-files'
import { dropGenerations, makingRoom, newestSnapshot, tidySnapshots, writeSnapshot } from './opfs-snapshots'

export interface OpfsStore extends ProjectStore {
  /** Drops earlier snapshots; the present one goes as well when the next takes its place. */
  dropGenerations(): Promise<void>
}

/**
 * Opens the project kept in `folder` of the browser's private file system; `release` frees its lock. The journal is appended
 * through a handle that is flushed each time.
 */
export async function openOpfsStore(folder: FileSystemDirectoryHandle, release: () => void): Promise<OpfsStore> {
  const journalFile = await folder.getFileHandle('journal', { create: true })
  // Also where the lock was stolen, this one handle is had by one alone: nothing is touched before.
  const journal = await journalFile.createSyncAccessHandle()
  try {
    // What the browser was writing into when it was killed.
    await removeAll(folder, (name) => name.endsWith('.crswap'))
    await tidySnapshots(folder)
  } catch (error) {
    journal.close()
    throw error
  }
  let before: 'keep' | 'drop' = 'keep'
  /** A storage that was cleared takes whatever is written into it, and keeps nothing. */
  const checkThere = async (): Promise<void> => {
    const { size } = await journalFile.getFile()
    if (size !== sizeOf(journal)) throw new DOMException('The journal is another', 'NotFoundError')
  }
  return {
    readSnapshot: () => newestSnapshot(folder),
    writeSnapshot: (bytes) =>
      attempt(async () => {
        await makingRoom(folder, () => writeSnapshot(folder, bytes, before))
        before = 'keep'
      }),
    readJournal() {
      return Promise.resolve(readAll(journal))
    },
    appendJournal: (bytes) =>
      attempt(async () => {
        const at = sizeOf(journal)
        await makingRoom(folder, () => writeAll(journal, bytes as Uint8Array<ArrayBuffer>, at))
        await checkThere()
      }),
    truncateJournal: (length) =>
      attempt(async () => {
        journal.truncate(length)
        journal.flush()
      }),
    writeBatch: (id, bytes) => attempt(() => makingRoom(folder, () => writeFile(folder, `batch-${id}`, bytes))),
    readBatch: (id) => readIfThere(folder, `batch-${id}`),
    dropBatches: () => removeAll(folder, (name) => name.startsWith('batch-')),
    async dropGenerations() {
      before = 'drop'
      await dropGenerations(folder)
    },
    close() {
      journal.close()
      release()
      return Promise.resolve()
    },
  }
}
