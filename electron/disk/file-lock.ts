import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { quietly, writeAll } from './atomic-file'
import { besideOf } from './beside'
import { codeOf, nodeFiles, readWhole, type Files } from './files'

export interface FileLock {
  release(): void
}

/** Who takes locks, and how it knows of others; a test stands for several. */
export interface Taker {
  readonly pid: number
  readonly host: string
  /** Whether a process of this computer is there. */
  readonly isAlive: (pid: number) => boolean
  /** Tokens of the locks that it has: any other in its name is left over from one that had its number before. */
  readonly held: Set<string>
}

interface Owner {
  readonly pid: number
  readonly host: string
  readonly token: string
}

/** Longer than making and signing a lock can last; what is older and unsigned was left by a process that died. */
const SIGNING_MS = 5000

const thisProcess: Taker = {
  pid: process.pid,
  host: hostname(),
  isAlive(pid) {
    try {
      process.kill(pid, 0)
      return true
    } catch (error) {
      return codeOf(error) !== 'ESRCH'
    }
  },
  held: new Set(),
}

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

/**
 * Token of the lock when the process that made it is certainly gone, else null. On another host nobody can tell; a lock that
 * was made and not signed is left alone for as long as signing can take.
 */
function abandonedBy(path: string, me: Taker, files: Files): string | null {
  const owner = ownerOf(path, files)
  if (!owner) return Date.now() - (files.state(path)?.changedMs ?? Date.now()) > SIGNING_MS ? 'unsigned' : null
  if (owner.host !== me.host) return null
  const isGone = owner.pid === me.pid ? !me.held.has(owner.token) : !me.isAlive(owner.pid)
  return isGone ? owner.token : null
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
export function takeLock(path: string, files = nodeFiles, me = thisProcess): FileLock | null {
  const token = randomUUID()
  const mine = JSON.stringify({ pid: me.pid, host: me.host, token } satisfies Owner)
  me.held.add(token)
  try {
    if (!createNew(path, mine, files) && !takeOver(path, mine, me, files)) {
      me.held.delete(token)
      return null
    }
  } catch (error) {
    me.held.delete(token)
    throw error
  }
  return {
    release() {
      me.held.delete(token)
      // One that cannot be removed is ours no longer, and known as such.
      if (ownerOf(path, files)?.token === token) quietly(() => files.remove(path))
    },
  }
}

/**
 * Replaces a lock whose process is gone. Several may find the same one: the right to replace it is a file as well, named by that very
 * lock, which one of them makes. Only who has it removes the lock, and only while it is that one still. Who dies with the right leaves
 * a file that is taken over in the same way.
 */
function takeOver(path: string, mine: string, me: Taker, files: Files): boolean {
  const dead = abandonedBy(path, me, files)
  if (dead === null) return false
  const right = besideOf(path, `.${dead.slice(0, 8)}`)
  if (!createNew(right, mine, files) && !takeOver(right, mine, me, files)) return false
  try {
    if (abandonedBy(path, me, files) !== dead) return false
    files.remove(path)
    return createNew(path, mine, files)
  } finally {
    quietly(() => files.remove(right))
  }
}
