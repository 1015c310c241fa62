import { dirname, join } from 'node:path'
import { removeTemporaries, replaceFile, replaceFileAtOnce, syncFolderOf } from '../disk/atomic-file'
import { besideOf } from '../disk/beside'
import { nodeFiles, readWhole, type Files } from '../disk/files'

const PROJECT = 'project.earshot'
const PLACE = 'place.json'
const CARD = 'card.json'

/** Where a person keeps a project. */
export interface Place {
  readonly file: string
  /** Mark of the file as it was saved last: by it the file is known again when it was moved or renamed. */
  readonly mark: string
}

/** What the app keeps of one project: a folder named by its id. */
export interface ProjectFolder {
  /** The project itself, unless it is a file of the person's. Journal and batches are named after it in both cases. */
  readonly own: string
  /** Null when the app keeps the project itself. */
  place(): Place | null
  setPlace(place: Place): void
  card(): { readonly text: string; readonly at: Date } | null
  setCard(text: string): Promise<void>
  dropCard(): void
  /** Whether there are changes that no snapshot may hold. */
  hasJournal(): boolean
  exists(): boolean
  make(): void
  remove(): void
  /** Drops what the app kept of a project that is a file of the person's by now. */
  dropKept(): void
  /** Removes the folder when nothing of a project is in it: an opening that was refused leaves nothing. */
  tidy(): void
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Makes the folder at `path`, if it is not there, in a way that its name survives a power cut. */
export function makeFolder(path: string, files = nodeFiles): void {
  if (files.state(path)) return
  makeFolder(dirname(path), files)
  files.makeFolder(path)
  syncFolderOf(path, files)
}

/** The folder of the project `id` in `folder`. The caller has checked that the id is one plain name. */
export function projectFolder(folder: string, id: string, files = nodeFiles): ProjectFolder {
  const path = join(folder, id)
  const own = join(path, PROJECT)
  const place = join(path, PLACE)
  const card = join(path, CARD)
  const remove = (): void => files.removeFolder(path)
  return {
    own,
    hasJournal: () => (files.state(besideOf(own, '.journal'))?.size ?? 0) > 0,
    remove,
    place() {
      const bytes = readWhole(place, files)
      return bytes && parsePlace(textOf(bytes))
    },
    setPlace(value) {
      // Losing it would part the project from its journal: durable before anything relies on it.
      replaceFileAtOnce(place, new TextEncoder().encode(JSON.stringify(value)), files)
    },
    card() {
      const bytes = readWhole(card, files)
      return bytes && { text: textOf(bytes), at: new Date(files.state(card)?.changedMs ?? 0) }
    },
    // Only a cache, but without it a project is on no list: whole at every moment, like all else.
    setCard: (text) => replaceFile(card, new TextEncoder().encode(text), files),
    dropCard: () => files.remove(card),
    exists: () => files.state(path) !== null,
    make() {
      makeFolder(path, files)
      removeTemporaries(place, files)
      removeTemporaries(card, files)
    },
    dropKept() {
      if (!files.state(own)) return
      // That it is a file must be on the disk first.
      syncFolderOf(own, files)
      files.remove(own)
    },
    tidy() {
      if (files.state(path) && files.list(path).every((name) => name === PLACE)) remove()
    },
  }
}

function parsePlace(text: string): Place {
  const value: unknown = JSON.parse(text)
  const [file, mark] = ['file', 'mark'].map((key): unknown => Reflect.get(Object(value) as object, key))
  if (typeof file !== 'string' || typeof mark !== 'string') throw new Error(`${PLACE} names no file`)
  return { file, mark }
}

/** Ids of the projects in `folder`. */
export const projectIds = (folder: string, files: Files): readonly string[] =>
  files.list(folder).filter((name) => files.state(join(folder, name))?.kind === 'folder')
