import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const out = join(root, 'out')

/**
 * Progress goes to standard error: standard output belongs to the command that was asked for.
 * @param {string} text
 */
export const say = (text) => process.stderr.write(`${text}\n`)

/**
 * The text of a file, or null when there is none.
 * @param {string} path
 */
export function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const ABANDONED_MS = 10 * 60_000
const UNSIGNED_MS = 5_000
const WAIT_MS = 100
const SILENT_WAITS = 20

/**
 * Runs `work` while no other command does the same in this checkout. A lock whose owner is gone is taken over.
 * @template T
 * @param {string} name
 * @param {() => T} work
 * @returns {T}
 */
export function withLock(name, work) {
  const lock = join(out, `.${name}.lock`)
  mkdirSync(out, { recursive: true })
  for (let waits = 0; !tryLock(lock); waits++) {
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true })
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
    if (waits === SILENT_WAITS) say(`Waiting for another command's ${name} …`)
  }
  try {
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** @param {string} lock */
function tryLock(lock) {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

/** @param {string} lock */
function isAbandoned(lock) {
  let age
  try {
    age = Date.now() - statSync(lock).mtimeMs
  } catch {
    return false
  }
  const owner = Number(readOrNull(join(lock, 'pid')))
  if (!owner) return age > UNSIGNED_MS
  return age > ABANDONED_MS || !isAlive(owner)
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
