import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'

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

const codeOf = (error: unknown): unknown => (error instanceof Error ? Reflect.get(error, 'code') : undefined)

function ownerOf(path: string): Owner | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return null
    const [pid, host, token] = ['pid', 'host', 'token'].map((key): unknown => Reflect.get(value, key))
    if (typeof pid !== 'number' || typeof host !== 'string') return null
    return { pid, host, token: typeof token === 'string' ? token : '' }
  } catch {
    return null
  }
}

const ageOf = (path: string): number => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

/**
 * True when the process that made the lock is certainly gone. On another host nobody can tell; a lock that was made and
 * not signed is left alone for as long as signing can take.
 */
function isAbandoned(path: string): boolean {
  const owner = ownerOf(path)
  if (!owner) return ageOf(path) > SIGNING_MS
  if (owner.host !== hostname()) return false
  try {
    process.kill(owner.pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/** Makes the file, unless it is there: the one step that only one process can do. */
function createNew(path: string, text: string): boolean {
  try {
    const fd = openSync(path, 'wx')
    writeSync(fd, text)
    closeSync(fd)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Takes the lock file at `path`, or null when somebody else has it. A lock left by a process that died is taken over. */
export function takeLock(path: string): FileLock | null {
  const token = randomUUID()
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Owner)
  if (!createNew(path, mine) && !takeOver(path, mine)) return null
  return {
    release: () => {
      if (ownerOf(path)?.token === token) rmSync(path, { force: true })
    },
  }
}

/** Several may find the same dead lock; a guard lets one at a time look again and replace it. */
function takeOver(path: string, mine: string): boolean {
  if (!isAbandoned(path)) return false
  const guard = `${path}.takeover`
  if (!createNew(guard, mine)) {
    if (ageOf(guard) > SIGNING_MS) rmSync(guard, { force: true })
    return false
  }
  try {
    if (!isAbandoned(path)) return false
    rmSync(path, { force: true })
    return createNew(path, mine)
  } finally {
    rmSync(guard, { force: true })
  }
}
