import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { ProjectStore, Shelf, ShelfEntry } from '../../shared/protocol/store'
import { whileHeld } from './held-store'
import { isMissing, opfsFault } from './opfs-files'
import { dropGenerations, listGenerations, readGeneration } from './opfs-snapshots'
import { openOpfsStore, type OpfsStore } from './opfs-store'

const FOLDER = 'projects'
const CARD = 'card.json'

interface Lock {
  readonly release: () => void
  /** False once it was stolen: a script of another program can, none of ours does. */
  readonly isHeld: () => boolean
}

/** Takes the project's Web Lock without waiting; null when another tab has it. */
function takeLock(locks: LockManager, id: string): Promise<Lock | null> {
  return new Promise((resolve, reject) => {
    let isHeld = true
    locks
      .request(`earshot-project-${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) {
          resolve(null)
          return undefined
        }
        // The lock is held until this promise settles, or the tab is gone.
        return new Promise<void>((release) => resolve({ release, isHeld: () => isHeld }))
      })
      .catch((error: unknown) => {
        isHeld = false
        reject(error instanceof Error ? error : new Error(String(error)))
      })
  })
}

async function readCard(folder: FileSystemDirectoryHandle): Promise<{ readonly text: string; readonly at: number } | null> {
  try {
    const file = await (await folder.getFileHandle(CARD)).getFile()
    // An empty one was made and never written: whoever made the project did not live to hear that it is there.
    return file.size === 0 ? null : { text: await file.text(), at: file.lastModified }
  } catch {
    return null
  }
}

/** What a tab has of its origin: locks, and a private file system. */
interface Origin {
  readonly locks: LockManager
  readonly storage: StorageManager
}

/** The projects in this browser's private file system, one folder each, one writer each. */
export function createOpfsShelf({ locks, storage }: Origin = navigator): Shelf {
  const projectsFolder = async (): Promise<FileSystemDirectoryHandle> => (await storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })
  const folderOf = async (id: string, create = false): Promise<FileSystemDirectoryHandle> => (await projectsFolder()).getDirectoryHandle(id, { create })
  const opened = new Map<string, OpfsStore>()
  const open = async (id: string, create: boolean): Promise<Result<ProjectStore>> => {
    const lock = await takeLock(locks, id)
    if (!lock) return refuse(fault('locked'))
    try {
      const own = await openOpfsStore(await folderOf(id, create), () => {
        opened.delete(id)
        lock.release()
      })
      const store = whileHeld(own, lock.isHeld)
      opened.set(id, store)
      return ok(store)
    } catch (error) {
      lock.release()
      return isMissing(error) ? refuse(fault('no-project', { path: id })) : opfsFault(error)
    }
  }
  return {
    async list() {
      const entries: ShelfEntry[] = []
      // Where nothing may be kept, nothing is there; making a project says why.
      const folder = await projectsFolder().catch(() => null)
      for await (const [id, handle] of folder?.entries() ?? []) {
        if (!(handle instanceof FileSystemDirectoryHandle)) continue
        const card = await readCard(handle)
        if (card) entries.push({ id, changedAt: new Date(card.at).toISOString(), card: card.text })
      }
      return entries
    },
    open: (id) => open(id, false),
    create: (id) => open(id, true),
    async remove(id) {
      const lock = await takeLock(locks, id)
      if (!lock) return refuse(fault('locked'))
      try {
        await (await projectsFolder()).removeEntry(id, { recursive: true })
        return ok(null)
      } catch (error) {
        return opfsFault(error)
      } finally {
        lock.release()
      }
    },
    generations: async (id) => listGenerations(await folderOf(id)),
    readGeneration: async (id, name) => readGeneration(await folderOf(id), name),
    async dropGenerations(id) {
      try {
        await (opened.get(id)?.dropGenerations() ?? dropGenerations(await folderOf(id)))
        return ok(null)
      } catch (error) {
        return opfsFault(error)
      }
    },
    async describe(id, card) {
      const file = await (await folderOf(id)).getFileHandle(CARD, { create: true })
      // Takes the old card's place as a whole when it is closed, so a crash leaves one or the other.
      const writable = await file.createWritable()
      await writable.write(card)
      await writable.close()
    },
  }
}
