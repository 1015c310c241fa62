import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fault } from '../shared/base/fault'
import { createQueue } from '../shared/base/queue'
import { ok, refuse, type Result } from '../shared/base/result'
import type { KeptProject, ProjectFile } from '../shared/protocol/shell'
import type { ProjectStore, Shelf, ShelfEntry } from '../shared/protocol/store'
import { replaceFileAtOnce, syncFolder } from './atomic-file'
import { orNull, tried, withoutPaths } from './attempt'
import { takeLock } from './file-lock'
import { dropGenerations, generationsOf, keepGeneration, listGenerations, readGeneration } from './generations'
import { openNodeStore } from './node-store'
import { canonicalPath, fetchLeftJournal, isFile, markOf, removeLeftJournal, titleOf, withEnding } from './project-file'
import { projectFolder, projectIds, type Place, type ProjectFolder } from './project-folder'

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

interface Opened {
  readonly store: ProjectStore
  /** Mark of the file as we last saw it; see Place. Null when the app keeps the project itself. */
  mark: string | null
  /** What is stored goes to the project's old place or to its new one, never in between. */
  readonly inTurn: ReturnType<typeof createQueue>
}

/**
 * The shelf in `folder`, which is made when it is not there. One shelf a folder and process. `changed` hears when the
 * list, or what is open, is another.
 */
export function createProjectShelf(folder: string, changed: () => void = () => undefined): ProjectShelf {
  mkdirSync(folder, { recursive: true })
  const opened = new Map<string, Opened>()
  const at = (id: string): ProjectFolder => projectFolder(folder, id)

  /** One after the other, and never in the way of a change that waits to be durable. */
  const keeping = createQueue()
  const keepLater = (id: string, snapshot: Uint8Array): void =>
    // Losing one loses nothing that is not in the file.
    void keeping(() => keepGeneration(generationsOf(at(id).own), snapshot, new Date()).catch(() => undefined))

  const entryOf = (id: string): ShelfEntry | null => {
    const card = at(id).card()
    // One without a card was never opened to the end: whoever made it did not live to hear that it is there.
    if (card === null || card.text === '') return null
    const kept = { id, changedAt: card.at.toISOString(), card: card.text }
    const place = at(id).place()
    if (place === null) return { ...kept, place: 'app' }
    return { ...kept, place: 'file', file: basename(place.file), missing: !existsSync(place.file) }
  }

  const places = (): readonly { readonly id: string; readonly place: Place }[] =>
    projectIds(folder).flatMap((id) => {
      const place = orNull(() => at(id).place())
      return place ? [{ id, place }] : []
    })

  const openStore = (id: string, place: Place | null): Result<Opened> => {
    const { own } = at(id)
    const store = place ? openNodeStore(place.file, 'write', own) : openNodeStore(own, 'write')
    if (!store.ok) return store
    if (place === null) return ok({ store: store.value, mark: null, inTurn: createQueue() })
    if (fetchLeftJournal(place.file, own)) {
      return ok({ store: { ...store.value, name: basename(place.file) }, mark: markOf(place.file), inTurn: createQueue() })
    }
    void store.value.close()
    return refuse(fault('journal'))
  }

  /** Replaces the project's snapshot; a file that somebody else has replaced meanwhile is left as it is. */
  const writeSnapshot = async (id: string, to: Opened, bytes: Uint8Array): Promise<Result<null>> => {
    const place = to.mark === null ? null : at(id).place()
    if (!place) return to.store.writeSnapshot(bytes)
    const mark = markOf(place.file)
    if (mark !== '' && mark !== to.mark) return refuse(fault('changed-elsewhere'))
    const written = await to.store.writeSnapshot(bytes)
    if (!written.ok) return written
    const next = markOf(place.file)
    to.mark = next
    if (opened.get(id) === to) orNull(() => at(id).setPlace({ ...place, mark: next }))
    return written
  }

  /** A store that goes along when its project becomes another file. */
  const lend = (id: string, first: Opened): ProjectStore => {
    opened.set(id, first)
    changed()
    const now = (): Opened => opened.get(id) ?? first
    const stored = (work: (to: Opened) => Promise<Result<null>>): Promise<Result<null>> =>
      first.inTurn(async () => withoutPaths(await work(now())))
    return {
      ...(first.store.name === undefined ? {} : { name: first.store.name }),
      readSnapshot: () => now().store.readSnapshot(),
      writeSnapshot: (bytes) =>
        stored(async (to) => {
          const written = await writeSnapshot(id, to, bytes)
          if (written.ok) keepLater(id, bytes)
          return written
        }),
      readJournal: () => now().store.readJournal(),
      appendJournal: (bytes) => stored(({ store }) => store.appendJournal(bytes)),
      truncateJournal: (length) => stored(({ store }) => store.truncateJournal(length)),
      writeBatch: (batch, bytes) => stored(({ store }) => store.writeBatch(batch, bytes)),
      readBatch: (batch) => now().store.readBatch(batch),
      dropBatches: () => now().store.dropBatches(),
      close: () =>
        first.inTurn(async () => {
          const { store } = now()
          opened.delete(id)
          await store.close()
          await keeping(() => Promise.resolve())
          at(id).tidy()
          changed()
        }),
    }
  }

  const lendOpened = (id: string, place: Place | null): Result<ProjectStore> => {
    const store = tried(() => openStore(id, place))
    if (store.ok) return ok(lend(id, store.value))
    at(id).tidy()
    return store
  }

  /** The file has taken the place of another project, or has become this one's: only `id` goes on with it. */
  const takeOver = (id: string, file: string): void => {
    for (const other of places()) if (other.id !== id && other.place.file === file) at(other.id).remove()
    removeLeftJournal(file)
  }

  const become = (id: string, before: Opened, path: string): Result<KeptProject> => {
    const own = at(id)
    const place = own.place()
    const source = place?.file ?? own.own
    const target = canonicalPath(withEnding(path)) ?? path
    if (target === source) return ok({ file: basename(target) })
    const next = openNodeStore(target, 'write', own.own)
    if (!next.ok) return next
    try {
      replaceFileAtOnce(target, readFileSync(source))
      own.setPlace({ file: target, mark: markOf(target) })
    } catch (error) {
      void next.value.close()
      throw error
    }
    opened.set(id, { ...before, store: next.value, mark: markOf(target) })
    void before.store.close()
    orNull(() => takeOver(id, target))
    if (place) orNull(() => leaveBehind(place, own))
    else {
      rmSync(source, { force: true })
      syncFolder(source)
    }
    return ok({ file: basename(target) })
  }

  /** The file that the project was before is a project of its own from now on. */
  const leaveBehind = (place: Place, like: ProjectFolder): void => {
    const card = like.card()
    if (!card) return
    const left = at(randomUUID())
    left.make()
    left.setPlace({ ...place, mark: markOf(place.file) })
    left.setCard(card.text)
  }

  return {
    // One that cannot be read is not worth hiding the others.
    list: async () => projectIds(folder).flatMap((id) => orNull(() => entryOf(id)) ?? []),
    async open(id) {
      if (opened.has(id)) return refuse(fault('locked'))
      if (!at(id).exists()) return refuse(fault('no-project', { path: id }))
      const place = tried(() => ok(at(id).place()))
      if (!place.ok) return place
      if (place.value && !existsSync(place.value.file)) return withoutPaths(refuse(fault('no-project', { path: place.value.file })))
      return lendOpened(id, place.value)
    },
    async create(id) {
      if (opened.has(id)) return refuse(fault('locked'))
      return tried(() => {
        const own = at(id)
        const place = own.place()
        // What is a file of the person's is opened, never begun anew, unless nothing of it is left.
        if (place && (existsSync(place.file) || own.hasJournal())) return refuse(fault('storage', { what: 'EEXIST' }))
        if (place) own.remove()
        own.make()
        return lendOpened(id, null)
      })
    },
    async describe(id, card) {
      at(id).setCard(card)
      changed()
    },
    async remove(id) {
      if (opened.has(id)) return refuse(fault('locked'))
      return tried(() => {
        const own = at(id)
        if (!own.exists()) return ok(null)
        if (own.place() !== null) {
          own.dropCard()
          dropGenerations(generationsOf(own.own))
          own.tidy()
          changed()
          return ok(null)
        }
        // The lock goes with the folder.
        if (!takeLock(`${own.own}.lock`)) return refuse(fault('locked'))
        own.remove()
        changed()
        return ok(null)
      })
    },
    generations: async (id) => orNull(() => listGenerations(generationsOf(at(id).own))) ?? [],
    readGeneration: async (id, name) => orNull(() => readGeneration(generationsOf(at(id).own), name)),
    admit: (path) =>
      tried(() => {
        const file = canonicalPath(path)
        if (file === null || !isFile(file)) return refuse(fault('no-project', { path }))
        const known = places()
        const mark = markOf(file)
        const here = known.find(({ place }) => place.file === file)
        // Moved or renamed: its journal, if it has one, must be found again.
        const moved = known.find(({ id, place }) => place.mark === mark && !opened.has(id) && !existsSync(place.file))
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
        return tried(() => (before ? become(id, before, path) : refuse(fault('no-project', { path }))))
      })
    },
    fileOf: (id) => orNull(() => at(id).place()?.file ?? null),
    openIds: () => [...opened.keys()],
  }
}
