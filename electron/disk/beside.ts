import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/** Bytes that file systems allow a name; some count characters, of which there are never more. */
const LONGEST = 255
/** Left for the ending of a temporary file. */
const SPARE = 24
const HASH_LENGTH = 8
const TEMPORARY = /\.\d+(?:\.once)?\.tmp$/

/**
 * Path of what lies beside the file at `path`: its name with `ending` behind it. Of a name that would be too long with it, as one of
 * eighty Hangul, the end gives way to a hash.
 */
export const besideOf = (path: string, ending: string): string => withEnding(path, ending, LONGEST - SPARE)

export const temporaryOf = (path: string, how: '' | '.once' = ''): string => withEnding(path, `.${process.pid}${how}.tmp`, LONGEST)

function withEnding(path: string, ending: string, longest: number): string {
  const name = basename(path)
  const room = longest - Buffer.byteLength(ending)
  if (Buffer.byteLength(name) <= room) return `${path}${ending}`
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH)
  let short = ''
  let left = room - HASH_LENGTH - 1
  for (const character of name) {
    left -= Buffer.byteLength(character)
    if (left < 0) break
    short += character
  }
  return join(dirname(path), `${short}~${hash}${ending}`)
}

/** Whether `name` is a temporary file of the file at `path`, of whatever process. */
export function isTemporaryOf(path: string, name: string): boolean {
  const ending = TEMPORARY.exec(name)?.[0]
  return ending !== undefined && withEnding(path, ending, LONGEST) === join(dirname(path), name)
}

/** The ending of a batch beside the file at `path`, temporary ones too; null where `name` is none. */
export function batchEnding(path: string, name: string): string | null {
  const ending = /\.batch-[^.]+$/.exec(name.replace(TEMPORARY, ''))?.[0]
  return ending !== undefined && besideOf(path, ending) === join(dirname(path), name.replace(TEMPORARY, '')) ? ending : null
}
