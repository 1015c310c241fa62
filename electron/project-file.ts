import { basename, dirname, extname, join } from 'node:path'
import { replaceFileAtOnce, syncFolderOf } from './atomic-file'
import { nodeFiles, readWhole } from './files'

export const PROJECT_EXTENSION = 'earshot'
const ENDING = `.${PROJECT_EXTENSION}`
const MARK_BYTES = 48

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

/** The mark of the file at `path`; empty when there is none, or none that can be read. */
export function markOf(path: string, files = nodeFiles): string {
  try {
    const size = files.state(path)?.size ?? 0
    const end = new Uint8Array(Math.min(size, MARK_BYTES))
    const fd = files.open(path, 'r')
    try {
      files.read(fd, end, size - end.length)
      return markIn(end)
    } finally {
      files.close(fd)
    }
  } catch {
    return ''
  }
}

/**
 * Fetches the journal and batches that a command line left beside `file` when it was killed, to go on with them from
 * `aside`. False when there is a journal in both places: two histories, and nobody can say which is meant.
 */
export function fetchLeftJournal(file: string, aside: string, files = nodeFiles): boolean {
  const journal = readWhole(`${file}.journal`, files)
  if (!journal) return true
  const own = `${aside}.journal`
  const there = readWhole(own, files)
  if (there && Buffer.compare(there, journal) !== 0) return false
  const batches = files.list(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.batch-`))
  for (const name of batches) {
    const kept = join(dirname(aside), `${basename(aside)}${name.slice(basename(file).length)}`)
    const bytes = readWhole(join(dirname(file), name), files)
    if (bytes) replaceFileAtOnce(kept, bytes, files)
  }
  replaceFileAtOnce(own, journal, files)
  removeLeftJournal(file, files)
  return true
}

/** Removes what a command line left beside `file`, the journal first: batches without one are only in the way. */
export function removeLeftJournal(file: string, files = nodeFiles): void {
  if (files.state(`${file}.journal`)) {
    files.remove(`${file}.journal`)
    // Should it come back after a power cut, it would be a second history.
    syncFolderOf(file, files)
  }
  for (const name of files.list(dirname(file))) {
    if (name.startsWith(`${basename(file)}.batch-`)) files.remove(join(dirname(file), name))
  }
}
