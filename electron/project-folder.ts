import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeTemporaries, replaceFileAtOnce } from './atomic-file'

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
  setCard(text: string): void
  dropCard(): void
  /** Whether there are changes that no snapshot may hold. */
  hasJournal(): boolean
  exists(): boolean
  make(): void
  remove(): void
  /** Removes the folder when nothing of a project is in it: an opening that was refused leaves nothing. */
  tidy(): void
}

/** The folder of the project `id` in `folder`. The caller has checked that the id is one plain name. */
export function projectFolder(folder: string, id: string): ProjectFolder {
  const path = join(folder, id)
  const own = join(path, PROJECT)
  const place = join(path, PLACE)
  const card = join(path, CARD)
  const remove = (): void => rmSync(path, { recursive: true, force: true })
  const hasJournal = (): boolean => (statSync(`${own}.journal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  return {
    own,
    hasJournal,
    remove,
    place: () => (existsSync(place) ? parsePlace(readFileSync(place, 'utf8')) : null),
    setPlace(value) {
      // Losing it would part the project from its journal: durable before anything relies on it.
      replaceFileAtOnce(place, new TextEncoder().encode(JSON.stringify(value)))
    },
    card() {
      const stat = statSync(card, { throwIfNoEntry: false })
      return stat ? { text: readFileSync(card, 'utf8'), at: stat.mtime } : null
    },
    setCard(text) {
      // Written with every change and only a cache, so it is not synced: after a power cut the list may lack it.
      const temporary = `${card}.${process.pid}.tmp`
      writeFileSync(temporary, text)
      renameSync(temporary, card)
    },
    dropCard: () => rmSync(card, { force: true }),
    exists: () => existsSync(path),
    make() {
      mkdirSync(path, { recursive: true })
      removeTemporaries(place)
      removeTemporaries(card)
    },
    tidy() {
      if (existsSync(path) && readdirSync(path).every((name) => name === PLACE)) remove()
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
export const projectIds = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
