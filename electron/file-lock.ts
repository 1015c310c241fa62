import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'

export interface FileLock {
  release(): void
}

interface Owner {
  readonly pid: number
  readonly host: string
}

function ownerOf(path: string): Owner | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return null
    const pid: unknown = Reflect.get(value, 'pid')
    const host: unknown = Reflect.get(value, 'host')
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : null
  } catch {
    return null
  }
}

/** Longer than it takes to write an owner into a new lock. */
const SIGNED_WITHIN_MS = 10_000

/** True when the process that made the lock is certainly gone. On another host nobody can tell. */
function isAbandoned(path: string): boolean {
  const owner = ownerOf(path)
  // Its maker died before it could sign, or is just about to.
  if (!owner) return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > SIGNED_WITHIN_MS
  if (owner.host !== hostname()) return false
  try {
    process.kill(owner.pid, 0)
    return false
  } catch (error) {
    return Reflect.get(error as object, 'code') === 'ESRCH'
  }
}

/** Takes the lock file at `path`, or null when somebody else has it. A lock left by a process that died is taken over. */
export function takeLock(path: string, mayTakeOver = true): FileLock | null {
  try {
    const fd = openSync(path, 'wx')
    writeSync(fd, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner))
    closeSync(fd)
    return { release: () => rmSync(path, { force: true }) }
  } catch (error) {
    if (Reflect.get(error as object, 'code') !== 'EEXIST') throw error
  }
  if (!mayTakeOver || !isAbandoned(path)) return null
  rmSync(path, { force: true })
  return takeLock(path, false)
}
