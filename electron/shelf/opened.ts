import { basename } from 'node:path'
import { fault } from '../../shared/base/fault'
import { createQueue } from '../../shared/base/queue'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { ProjectStore } from '../../shared/protocol/store'
import { orNull, tried } from '../disk/attempt'
import type { Files } from '../disk/files'
import { openNodeStore } from './node-store'
import { fetchLeftJournal, holdsToMark, lookOf, markOf, markOfBytes, readMark } from './project-file'
import type { Place, ProjectFolder } from './project-folder'

/** An open project: its store, and its file as we last saw it. */
export interface Opened {
  readonly store: ProjectStore
  /** The person's file that it is, whatever becomes of what the app keeps of it; null when the app keeps the project itself. */
  readonly file: string | null
  /** Mark of the file then; see Place. */
  mark: string
  /** Size and time of the file then. */
  seen?: string | null
  /** Mark of a snapshot that was refused: only its last sync may have failed, and the file is it. */
  refused?: string
  /** What is stored goes to the project's old place or to its new one, never in between. */
  readonly inTurn: ReturnType<typeof createQueue>
}

/** Opens the project in `own`, or (with a place) the person's file that it is, with what was left beside that. */
export function openAt(folder: ProjectFolder, place: Place | null, files: Files): Result<Opened> {
  const { own } = folder
  const store = place ? openNodeStore(place.file, 'write', own, files) : openNodeStore(own, 'write', undefined, files)
  if (!store.ok) return store
  if (place === null) return ok({ store: store.value, file: null, mark: '', inTurn: createQueue() })
  const fetched = tried(() => (fetchLeftJournal(place.file, own, files) ? ok(null) : refuse(fault('journal'))))
  if (!fetched.ok) {
    void store.value.close()
    return fetched
  }
  orNull(() => folder.dropKept())
  return ok({ store: { ...store.value, name: basename(place.file) }, file: place.file, mark: markOf(place.file, files), seen: lookOf(place.file, files), inTurn: createQueue() })
}

/** Whether the file is what it was when we last saw it: by its mark, and where it was written to since, by all of its bytes. */
function isOurs(file: string, { mark, refused, seen }: Opened, files: Files): boolean {
  // What cannot be read now may be somebody else's.
  const now = readMark(file, files) ?? ''
  if (now === '' || now === refused) return true
  const look = lookOf(file, files)
  return now === mark && ((look !== null && look === seen) || holdsToMark(file, files))
}

/**
 * Replaces the project's snapshot; a file that somebody else has replaced meanwhile is left as it is. The folder learns
 * of the new mark where the project is still what it was (`isCurrent`).
 */
export async function saveOpened(to: Opened, own: ProjectFolder, isCurrent: () => boolean, bytes: Uint8Array, files: Files): Promise<Result<null>> {
  const { file } = to
  if (file === null) return to.store.writeSnapshot(bytes)
  if (!isOurs(file, to, files)) return refuse(fault('changed-elsewhere'))
  const next = markOfBytes(bytes)
  to.refused = next
  const written = await to.store.writeSnapshot(bytes)
  if (!written.ok) return written
  to.mark = next
  to.refused = ''
  to.seen = lookOf(file, files)
  if (isCurrent()) orNull(() => own.setPlace({ file, mark: next }))
  return written
}
