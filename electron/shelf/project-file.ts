import { createHash } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import { orNull } from '../disk/attempt'
import { replaceFileAtOnce, syncFolderOf } from '../disk/atomic-file'
import { batchEnding, besideOf } from '../disk/beside'
import { nodeFiles, readWhole } from '../disk/files'

export const PROJECT_EXTENSION = 'earshot'
const ENDING = `.${PROJECT_EXTENSION}`
const [MARK_BYTES, HASH_BYTES] = [48, 32]

/** The file itself, also behind links and in another spelling: one file, one project. Null when its folder is not there. */
export function canonicalPath(path: string, files = nodeFiles): string | null {
  try {
    if (files.state(path)) return files.realPath(path)
    return join(files.realPath(dirname(path)), basename(path))
  } catch {
    return null
  }
}

export const isFile = (path: string, files = nodeFiles): boolean => files.state(path)?.kind === 'file'

export const isProjectPath = (path: string): boolean => extname(path).toLowerCase() === ENDING

export const withEnding = (path: string): string => (isProjectPath(path) ? path : `${path}${ENDING}`)

/** A file's name as people call the project. */
export const titleOf = (path: string): string => (isProjectPath(path) ? basename(path, extname(path)) : basename(path))

const markIn = (end: Uint8Array): string => Buffer.from(end).toString('hex')

/** Tells one version of a project file from any other: its end holds the hash of the rest. */
export const markOfBytes = (bytes: Uint8Array): string => markIn(bytes.subarray(Math.max(0, bytes.length - MARK_BYTES)))

/** The mark of the file at `path`; null when there is none. Throws where nobody can tell. */
export function readMark(path: string, files = nodeFiles): string | null {
  const size = files.state(path)?.size
  if (size === undefined) return null
  const end = new Uint8Array(Math.min(size, MARK_BYTES))
  const fd = files.open(path, 'r')
  try {
    files.read(fd, end, size - end.length)
    return markIn(end)
  } finally {
    files.close(fd)
  }
}

/** The same for who only looks: empty when there is none, or none that can be read. */
export const markOf = (path: string, files = nodeFiles): string => orNull(() => readMark(path, files)) ?? ''

/** Size and time of a file: where they are the same, nobody has written into it. Null when nobody can tell. */
export function lookOf(path: string, files = nodeFiles): string | null {
  try {
    const state = files.state(path)
    return state && `${state.size} ${state.changedMs}`
  } catch {
    return null
  }
}

/** Whether a project file is the one that its mark was made for, to the last byte: it ends in a SHA-256, of what has a password with the trailer before it. */
export function holdsToMark(path: string, files = nodeFiles): boolean {
  const bytes = readWhole(path, files)
  if (!bytes || bytes.length < MARK_BYTES) return false
  const hash = bytes.subarray(-HASH_BYTES)
  return [MARK_BYTES, HASH_BYTES].some((end) => createHash('sha256').update(bytes.subarray(0, -end)).digest().equals(hash))
}

/**
 * Fetches the journal and batches that a command line left beside `file` when it was killed, to go on with them from
 * `aside`. False when there is a journal in both places: two histories, and nobody can say which is meant.
 */
export function fetchLeftJournal(file: string, aside: string, files = nodeFiles): boolean {
  const journal = readWhole(besideOf(file, '.journal'), files)
  if (!journal) return true
  const own = besideOf(aside, '.journal')
  const there = readWhole(own, files)
  if (there && Buffer.compare(there, journal) !== 0) return false
  for (const name of files.list(dirname(file))) {
    const ending = batchEnding(file, name)
    if (ending === null || !name.endsWith(ending)) continue
    const kept = besideOf(aside, ending)
    const bytes = readWhole(join(dirname(file), name), files)
    if (bytes) replaceFileAtOnce(kept, bytes, files)
  }
  replaceFileAtOnce(own, journal, files)
  removeLeftJournal(file, files)
  return true
}

/** Removes what a command line left beside `file`, the journal first: batches without one are only in the way. */
export function removeLeftJournal(file: string, files = nodeFiles): void {
  const journal = besideOf(file, '.journal')
  if (files.state(journal)) {
    files.remove(journal)
    // Should it come back after a power cut, it would be a second history.
    syncFolderOf(file, files)
  }
  for (const name of files.list(dirname(file))) {
    if (batchEnding(file, name) !== null) files.remove(join(dirname(file), name))
  }
}
