import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { replaceFileAtOnce } from './atomic-file'

export const PROJECT_EXTENSION = 'earshot'
const ENDING = `.${PROJECT_EXTENSION}`
const MARK_BYTES = 48

/** The file itself, also behind links and in another spelling: one file, one project. Null when its folder is not there. */
export function canonicalPath(path: string): string | null {
  try {
    if (existsSync(path)) return realpathSync.native(path)
    return join(realpathSync.native(dirname(path)), basename(path))
  } catch {
    return null
  }
}

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true

export const isProjectPath = (path: string): boolean => extname(path).toLowerCase() === ENDING

export const withEnding = (path: string): string => (isProjectPath(path) ? path : `${path}${ENDING}`)

/** A file's name as people call the project. */
export const titleOf = (path: string): string => (isProjectPath(path) ? basename(path, extname(path)) : basename(path))

/** Tells one version of a project file from any other: its end holds the hash of the rest. Empty when there is no file. */
export function markOf(path: string): string {
  try {
    const fd = openSync(path, 'r')
    try {
      const { size } = fstatSync(fd)
      const end = Buffer.alloc(Math.min(size, MARK_BYTES))
      readSync(fd, end, 0, end.length, size - end.length)
      return end.toString('hex')
    } finally {
      closeSync(fd)
    }
  } catch {
    return ''
  }
}

/**
 * Fetches the journal and batches that a command line left beside `file` when it was killed, to go on with them from
 * `aside`. False when there is a journal in both places: two histories, and nobody can say which is meant.
 */
export function fetchLeftJournal(file: string, aside: string): boolean {
  const left = `${file}.journal`
  if (!existsSync(left)) return true
  const journal = readFileSync(left)
  const own = `${aside}.journal`
  if (existsSync(own) && Buffer.compare(readFileSync(own), journal) !== 0) return false
  const batches = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.batch-`))
  for (const name of batches) {
    const kept = join(dirname(aside), `${basename(aside)}${name.slice(basename(file).length)}`)
    replaceFileAtOnce(kept, readFileSync(join(dirname(file), name)))
  }
  replaceFileAtOnce(own, journal)
  removeLeftJournal(file)
  return true
}

/** Removes what a command line left beside `file`, the journal first: batches without one are only in the way. */
export function removeLeftJournal(file: string): void {
  rmSync(`${file}.journal`, { force: true })
  for (const name of readdirSync(dirname(file))) {
    if (name.startsWith(`${basename(file)}.batch-`)) rmSync(join(dirname(file), name))
  }
}
