import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { fault } from '../../shared/base/fault'
import { createQueue } from '../../shared/base/queue'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { KeptProject, ProjectFile } from '../../shared/protocol/shell'
import type { ProjectStore, Shelf, ShelfEntry } from '../../shared/protocol/store'
import { syncFolderOf } from '../disk/atomic-file'
import { orNull, readingWithoutPaths, tried, triedSoon, withoutPaths } from '../disk/attempt'
import { besideOf } from '../disk/beside'
import { conflictCopies } from './conflict-copies'
import { takeLock } from '../disk/file-lock'
import { nodeFiles } from '../disk/files'
import { dropGenerations, generationsOf, keepGeneration, listGenerations, readGeneration } from './generations'
import { leaveBehind, moveTo } from './move-project'
import { openAt, saveOpened, type Opened } from './opened'
import { canonicalPath, isFile, markOf, titleOf, withEnding } from './project-file'
import { makeFolder, projectFolder, projectIds, type Place, type ProjectFolder } from './project-folder'

/** The projects of the desktop app: those that it keeps itself, and project files of the person's, opened in place. */
export interface ProjectShelf extends Shelf {
  /** Lets the window open the project file at `path`, which the person chose. */
  admit(path: string): Result<ProjectFile>
  /** Makes an open project, as it was saved last, the file at `path` from now on. */
  keep(id: string, path: string): Promise<Result<KeptProject>>
  /** The file that a project is; null when the app keeps it, or does not know it. */
  fileOf(id: string): string | null
  openIds(): readonly string[]
}

/**
 * The shelf in `folder`, which is made when it is not there. One shelf a folder and process. `changed` hears when the
 * list, or what is open, is another.
 */
export function createProjectShelf(folder: string, changed: () => void = () => undefined, files = nodeFiles): ProjectShelf {
  makeFolder(folder, files)
  const opened = new Map<string, Opened>()
  const at = (id: string): ProjectFolder => projectFolder(folder, id, files)

  /** One after the other, and never in the way of a change that waits to be durable. */
  const keeping = createQueue()
  const keepLater = (id: string, snapshot: Uint8Array): void =>
    // Losing one loses nothing that is not in the file.
    void keeping(() => keepGeneration(generationsOf(at(id).own), snapshot, new Date(), files).catch(() => undefined))

  const entryOf = (id: string): ShelfEntry | null => {
    const card = at(id).card()
    // One without a card was never opened to the end: whoever made it did not live to hear that it is there.
    if (card === null || card.text === '') return null
    const kept = { id, changedAt: card.at.toISOString(), card: card.text }
    const place = at(id).place()
    if (place === null) return { ...kept, place: 'app' }
    const conflicts = orNull(() => conflictCopies(place.file, files)) ?? []
    const state = { missing: !files.state(place.file), ahead: at(id).hasJournal() }
    return { ...kept, place: 'file', file: basename(place.file), ...state, ...(conflicts.length > 0 ? { conflicts } : {}) }
  }

  const places = (): readonly { readonly id: string; readonly place: Place }[] =>
    projectIds(folder, files).flatMap((id) => {
      const place = orNull(() => at(id).place())
      return place ? [{ id, place }] : []
    })

  /** A store that goes along when its project becomes another file. */
  const lend = (id: string, first: Opened): ProjectStore => {
    opened.set(id, first)
    changed()
    const now = (): Opened => opened.get(id) ?? first
    const stored = (work: (to: Opened) => Promise<Result<null>>): Promise<Result<null>> =>
      first.inTurn(() => triedSoon(() => work(now())))
    return {
      ...(first.store.name === undefined ? {} : { name: first.store.name }),
      readSnapshot: () => readingWithoutPaths(now().store.readSnapshot()),
      writeSnapshot: (bytes) =>
        stored(async (to) => {
          const written = await saveOpened(to, at(id), () => opened.get(id) === to, bytes, files)
          if (written.ok) keepLater(id, bytes)
          return written
        }),
      readJournal: () => readingWithoutPaths(now().store.readJournal()),
      appendJournal: (bytes) => stored(({ store }) => store.appendJournal(bytes)),
      truncateJournal: (length) => stored(({ store }) => store.truncateJournal(length)),
      writeBatch: (batch, bytes) => stored(({ store }) => store.writeBatch(batch, bytes)),
      readBatch: (batch) => readingWithoutPaths(now().store.readBatch(batch)),
      dropBatches: () => now().store.dropBatches(),
      close: () =>
        first.inTurn(async () => {
          const { store } = now()
          opened.delete(id)
          await store.close()
          await keeping(() => Promise.resolve())
          orNull(() => at(id).tidy())
          changed()
        }),
    }
  }

  const lendOpened = (id: string, place: Place | null): Result<ProjectStore> => {
    const store = tried(() => openAt(at(id), place, files))
    if (store.ok) return ok(lend(id, store.value))
    orNull(() => at(id).tidy())
    return store
  }

  const become = async (id: string, before: Opened, path: string): Promise<Result<KeptProject>> => {
    const own = at(id)
    const target = canonicalPath(withEnding(path), files) ?? path
    const left = own.place()
    if (target === (left?.file ?? own.own)) return ok({ file: basename(target) })
    const moved = await moveTo(own, before, target, (next) => opened.set(id, next), files)
    if (!moved.ok) return moved
    // The file has taken the place of another project, or has become this one's: only `id` goes on with it.
    orNull(() => {
      for (const other of places()) if (other.id !== id && other.place.file === target) at(other.id).remove()
    })
    if (left) await leaveBehind(left, own, at(randomUUID()), files).catch(() => undefined)
    else orNull(() => own.dropKept())
    return ok({ file: basename(target) })
  }

  return {
    // One that cannot be read is not worth hiding the others.
    list: async () => projectIds(folder, files).flatMap((id) => orNull(() => entryOf(id)) ?? []),
    async open(id) {
      if (opened.has(id)) return refuse(fault('locked'))
      return tried(() => {
        if (!at(id).exists()) return refuse(fault('no-project', { path: id }))
        const place = at(id).place()
        if (place && !files.state(place.file)) return refuse(fault('no-project', { path: place.file }))
        return lendOpened(id, place)
      })
    },
    async create(id) {
      if (opened.has(id)) return refuse(fault('locked'))
      return tried(() => {
        const own = at(id)
        const place = own.place()
        // What is a file of the person's is opened, never begun anew, unless nothing of it is left.
        if (place && (files.state(place.file) || own.hasJournal())) return refuse(fault('storage', { what: 'EEXIST' }))
        if (place) own.remove()
        own.make()
        return lendOpened(id, null)
      })
    },
    async describe(id, card) {
      await at(id).setCard(card)
      changed()
    },
    async remove(id) {
      if (opened.has(id)) return refuse(fault('locked'))
      return tried(() => {
        const own = at(id)
        if (!own.exists()) return ok(null)
        if (own.place() !== null) {
          own.dropCard()
          dropGenerations(generationsOf(own.own), files)
          own.tidy()
          changed()
          return ok(null)
        }
        // The lock goes with the folder.
        const lock = takeLock(besideOf(own.own, '.lock'), files)
        if (!lock) return refuse(fault('locked'))
        try {
          own.remove()
        } finally {
          lock.release()
        }
        changed()
        return ok(null)
      })
    },
    generations: async (id) => orNull(() => listGenerations(generationsOf(at(id).own), files)) ?? [],
    readGeneration: async (id, name) => orNull(() => readGeneration(generationsOf(at(id).own), name, files)),
    dropGenerations: (id) =>
      keeping(async () =>
        tried(() => {
          const { own } = at(id)
          dropGenerations(generationsOf(own), files)
          // Should they come back after a power cut, they would be what nobody may read any more.
          syncFolderOf(own, files)
          return ok(null)
        }),
      ),
    admit: (path) =>
      tried(() => {
        const file = canonicalPath(path, files)
        if (file === null || !isFile(file, files)) return refuse(fault('no-project', { path }))
        const known = places()
        const mark = markOf(file, files)
        const here = known.find(({ place }) => place.file === file)
        // Moved or renamed: its journal, if it has one, must be found again.
        const moved = known.find(({ id, place }) => place.mark === mark && !opened.has(id) && !files.state(place.file))
        const project = (here ?? moved)?.id ?? randomUUID()
        if (!here) {
          at(project).make()
          at(project).setPlace({ file, mark })
        }
        return ok({ project, name: titleOf(file) })
      }),
    async keep(id, path) {
      const inTurn = opened.get(id)?.inTurn ?? createQueue()
      return inTurn(async () => {
        const before = opened.get(id)
        if (!before) return withoutPaths(refuse(fault('no-project', { path })))
        return triedSoon(() => become(id, before, path))
      })
    },
    fileOf: (id) => orNull(() => at(id).place()?.file ?? null),
    openIds: () => [...opened.keys()],
  }
}
