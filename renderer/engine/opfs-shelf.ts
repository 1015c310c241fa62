import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { ProjectStore, Shelf, ShelfEntry } from '../../shared/protocol/store'
import { openOpfsStore } from './opfs-store'

const FOLDER = 'projects'
const CARD = 'card.json'

/** Takes the project's Web Lock without waiting; null when another tab has it. */
function takeLock(id: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    void navigator.locks.request(`earshot-project-${id}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null)
        return undefined
      }
      // The lock is held until this promise settles, or the tab is gone.
      return new Promise<void>((release) => resolve(release))
    })
  })
}

const projectsFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })

async function readCard(folder: FileSystemDirectoryHandle): Promise<{ readonly text: string; readonly at: number } | null> {
  try {
    const file = await (await folder.getFileHandle(CARD)).getFile()
    // An empty one was made and never written: whoever made the project did not live to hear that it is there.
    return file.size === 0 ? null : { text: await file.text(), at: file.lastModified }
  } catch {
    return null
  }
}

/** The projects in this browser's private file system, one folder each, one writer each. */
export function createOpfsShelf(): Shelf {
  const open = async (id: string, create: boolean): Promise<Result<ProjectStore>> => {
    const release = await takeLock(id)
    if (!release) return refuse(fault('locked'))
    try {
      const folder = await (await projectsFolder()).getDirectoryHandle(id, { create })
      return ok(await openOpfsStore(folder, release))
    } catch (error) {
      release()
      if (error instanceof DOMException && error.name === 'NotFoundError') return refuse(fault('no-project', { path: id }))
      return refuse(fault('storage', { what: error instanceof Error ? error.message : String(error) }))
    }
  }
  return {
    async list() {
      const entries: ShelfEntry[] = []
      for await (const [id, handle] of (await projectsFolder()).entries()) {
        if (!(handle instanceof FileSystemDirectoryHandle)) continue
        const card = await readCard(handle)
        if (card) entries.push({ id, changedAt: new Date(card.at).toISOString(), card: card.text })
      }
      return entries
    },
    open: (id) => open(id, false),
    create: (id) => open(id, true),
    async remove(id) {
      const release = await takeLock(id)
      if (!release) return refuse(fault('locked'))
      try {
        await (await projectsFolder()).removeEntry(id, { recursive: true })
        return ok(null)
      } catch (error) {
        return refuse(fault('storage', { what: error instanceof Error ? error.message : String(error) }))
      } finally {
        release()
      }
    },
    async describe(id, card) {
      const folder = await (await projectsFolder()).getDirectoryHandle(id)
      const file = await folder.getFileHandle(CARD, { create: true })
      // Takes the old card's place as a whole when it is closed, so a crash leaves one or the other.
      const writable = await file.createWritable()
      await writable.write(card)
      await writable.close()
    },
  }
}
