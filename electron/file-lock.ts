import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { quietly, writeAll } from './atomic-file'
import { codeOf, nodeFiles, readWhole, type Files } from './files'

export interface FileLock {
  release(): void
}

interface Owner {
  readonly pid: number
  readonly host: string
  readonly token: string
}

/** Longer than making and signing a lock can last; what is older and unsigned was left by a process that died. */
const SIGNING_MS = 5000

/** Tokens of the locks that this process has: any other in its name is left over from one that had its number before. */
const held = new Set<string>()

function ownerOf(path: string, files: Files): Owner | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(readWhole(path, files) ?? new Uint8Array()))
    if (typeof value !== 'object' || value === null) return null
    const [pid, host, token] = ['pid', 'host', 'token'].map((key): unknown => Reflect.get(value, key))
    if (typeof pid !== 'number' || typeof host !== 'string') return null
    return { pid, host, token: typeof token === 'string' ? token : '' }
  } catch {
    return null
  }
}

const ageOf = (path: string, files: Files): number => Date.now() - (files.state(path)?.changedMs ?? Date.now())

/**
 * True when the process that made the lock is certainly gone. On another host nobody can tell; a lock that was made and
 * not signed is left alone for as long as signing can take.
 */
function isAbandoned(path: string, files: Files): boolean {
  const owner = ownerOf(path, files)
  if (!owner) return ageOf(path, files) > SIGNING_MS
  if (owner.host !== hostname()) return false
  if (owner.pid === process.pid) return !held.has(owner.token)
  try {
    process.kill(owner.pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/** Makes the file, unless it is there: the one step that only one process can do. */
function createNew(path: string, text: string, files: Files): boolean {
  let fd: number
  try {
    fd = files.open(path, 'wx')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    writeAll(fd, new TextEncoder().encode(text), files)
  } catch (error) {
    // Unsigned it would keep everybody out, ourselves too.
    quietly(() => files.remove(path))
    throw error
  } finally {
    quietly(() => files.close(fd))
  }
  return true
}

/** Takes the lock file at `path`, or null when somebody else has it. A lock left by a process that died is taken over. */
export function takeLock(path: string, files = nodeFiles): FileLock | null {
  const token = randomUUID()
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Owner)
  if (!createNew(path, mine, files) && !takeOver(path, mine, files)) return null
  held.add(token)
  return {
    release() {
      held.delete(token)
      // One that cannot be removed is ours no longer, and known as such.
      if (ownerOf(path, files)?.token === token) quietly(() => files.remove(path))
    },
  }
}

/** Several may find the same dead lock; a guard lets one at a time look again and replace it. */
function takeOver(path: string, mine: string, files: Files): boolean {
  if (!isAbandoned(path, files)) return false
  const guard = `${path}.takeover`
  if (!createNew(guard, mine, files)) {
    if (ageOf(guard, files) > SIGNING_MS) files.remove(guard)
    return false
  }
  try {
    if (!isAbandoned(path, files)) return false
    files.remove(path)
    return createNew(path, mine, files)
  } finally {
    quietly(() => files.remove(guard))
  }
}
