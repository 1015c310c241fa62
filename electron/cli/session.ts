import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { isatty } from 'node:tty'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { anonymityOf } from '../../shared/engine/anonymous/anonymity'
import { checkStance } from '../../shared/engine/anonymous/gate'
import { LEAST_PASSWORD } from '../../shared/protocol/password'
import { makeLock } from '../../shared/engine/locked/lock'
import { lockableStore, type LockableStore } from '../../shared/engine/locked/lockable-store'
import { unlockStore } from '../../shared/engine/locked/unlock-store'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Platform } from '../../shared/engine/platform'
import type { Project } from '../../shared/engine/project/project'
import type { EngineMethod } from '../../shared/protocol/engine-api'
import type { SourceFile } from '../../shared/ingest/types'
import { createNodePlatform } from '../node/node-platform'
import { nodeFiles } from '../disk/files'
import { openNodeStore, storageFault } from '../shelf/node-store'
import type { ProjectStore } from '../../shared/protocol/store'
import { nodeTask } from '../node/node-task'

/** All of a file, of what a pipe gives, or of what is typed; a device such as /dev/zero would never end. */
function readAll(path: string): Uint8Array {
  const fd = openSync(path, 'r')
  try {
    const state = fstatSync(fd)
    if (state.isBlockDevice() || (state.isCharacterDevice() && !isatty(fd))) throw Object.assign(new Error('a device'), { code: 'ENODEV' })
    const buffer = readFileSync(fd)
    return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
  } finally {
    closeSync(fd)
  }
}

/** A file as the engine takes it. Refuses `not-readable`. */
export function readSource(path: string): Result<SourceFile> {
  try {
    return ok({ name: basename(path), bytes: readAll(path) })
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    const reasons = new Map<unknown, string>([
      ['ENOENT', 'there is no such file'],
      ['EISDIR', 'it is a folder'],
      ['EACCES', 'you may not read it'],
      ['ENODEV', 'it is a device'],
    ])
    const what = reasons.get(code) ?? String(code)
    return refuse(fault('not-readable', { file: basename(path), what }))
  }
}

/** What the command opens its project with; a process runs one command. */
let password: string | null = null
export const openWith = (given: string | null): void => void (password = given)

/** How many changes the command found in a journal that nobody had saved. */
let recovered = 0
export const recoveredChanges = (): number => recovered

export const unlock = (platform: Platform, store: ProjectStore, path: string): Promise<Result<LockableStore>> =>
  unlockStore(platform, store, password, path, nodeTask)

/** A store for a project that is made now: with a password where one was given. */
async function newStore(platform: Platform, store: ProjectStore): Promise<Result<LockableStore>> {
  if (password !== null && password.length < LEAST_PASSWORD) return refuse(fault('short-password', { least: LEAST_PASSWORD }))
  return ok(lockableStore(platform, store, password === null ? null : await makeLock(platform.crypto, password)))
}

/**
 * Opens the project at `path`, lets `work` ask it, and closes it. Nothing is written. An anonymous project refuses what it refuses the
 * window as the call `as`; `refused`: what has no such call.
 */
export async function withProject<T>(path: string, as: EngineMethod | 'refused', work: (project: Project) => Promise<Result<T>> | Result<T>, files = nodeFiles): Promise<Result<T>> {
  const store = openNodeStore(path, 'read', undefined, files)
  if (!store.ok) return store
  const platform = await createNodePlatform()
  const unlocked = await unlock(platform, store.value, path)
  if (!unlocked.ok) return unlocked
  const project = await openProject(platform, unlocked.value, path, nodeTask)
  if (!project.ok) return project
  recovered = project.value.recovered
  try {
    const may = as === 'refused' ? (anonymityOf(project.value) ? refuse(fault('anonymous')) : ok(null)) : checkStance(project.value, as)
    return may.ok ? await work(project.value) : may
  } finally {
    await project.value.close()
  }
}

/**
 * Opens (or, where `mayCreate` allows it, makes) the project at `path` and lets `work` change it. Afterwards either
 * all of it is in the file, verified, with nothing beside it; or the work was refused and the file is as it was.
 */
export async function changeProject<T>(
  path: string,
  mayCreate: boolean,
  work: (project: Project) => Promise<Result<T>>,
  files = nodeFiles,
): Promise<Result<T>> {
  let isNew: boolean
  try {
    isNew = files.state(path) === null
  } catch (error) {
    return storageFault(error)
  }
  if (!mayCreate && isNew) return refuse(fault('no-project', { path }))
  const store = openNodeStore(path, 'write', undefined, files)
  if (!store.ok) return store
  const platform = await createNodePlatform()
  const name = basename(path).replace(/\.earshot$/i, '')
  const unlocked = isNew ? await newStore(platform, store.value) : await unlock(platform, store.value, path)
  if (!unlocked.ok) {
    await store.value.close()
    return unlocked
  }
  const lockable = unlocked.value
  const opened = isNew ? await createProject(platform, lockable, name) : await openProject(platform, lockable, path, nodeTask)
  if (!opened.ok) {
    await store.value.close()
    return opened
  }
  const project = opened.value
  recovered = project.recovered
  // What an interrupted command left in the journal belongs to the file, whatever becomes of this one.
  const kept = !isNew && project.unsaved > 0 ? await project.save() : ok(null)
  if (!kept.ok) {
    await project.close()
    return kept
  }
  const done = await work(project)
  const saved = done.ok && project.unsaved > 0 ? await project.save() : ok(null)
  if (!done.ok || !saved.ok) await lockable.truncateJournal(0)
  // What cannot be removed now is dropped by the next who saves.
  await store.value.dropBatches().catch(() => undefined)
  await project.close()
  return done.ok && !saved.ok ? saved : done
}
