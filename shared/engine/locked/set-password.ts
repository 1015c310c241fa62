import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { LEAST_PASSWORD, MOST_PASSWORD } from '../../protocol/password'
import type { Platform } from '../platform'
import type { Project } from '../project/project'
import { makeLock } from './lock'
import { asLockable } from './lockable-store'

export interface PasswordSet {
  /** Refused, and nobody can tell which of both passwords the file will have after a power cut: the project must not be gone on with. */
  readonly isUncertain: boolean
  readonly result: Result<null>
}

/**
 * Gives an open project a password, another one, or (null) none. First all is saved as it was, so that no journal and no batch is
 * there at the moment when the file changes its lock; then what was kept of earlier is dropped; then the file is written under the
 * new lock, with a data key of its own. Whenever that is cut off, the old file is whole or the new one is.
 */
export async function setPassword(
  platform: Platform,
  project: Project,
  password: string | null,
  dropGenerations: () => Promise<Result<null>>,
  task: Task,
): Promise<PasswordSet> {
  const refused = (result: Result<null>): PasswordSet => ({ isUncertain: false, result })
  const store = asLockable(project.store)
  if (!store) return refused(refuse(fault('storage', { what: 'lock' })))
  if (password === null && !store.lock) return refused(ok(null))
  if (password !== null && (password.length < LEAST_PASSWORD || password.length > MOST_PASSWORD)) return refused(refuse(fault('short-password', { least: LEAST_PASSWORD })))
  task.report(0, 'unlocking')
  await task.breathe()
  const lock = password === null ? null : await makeLock(platform.crypto, password)
  const before = await project.save(task)
  if (!before.ok) return refused(before)
  const dropped = await dropGenerations()
  if (!dropped.ok) return refused(dropped)
  const goBack = store.relock(lock)
  const written = await project.save(task)
  if (written.ok) return refused(written)
  const isWritten = await store.isWritten().catch(() => true)
  goBack()
  // The new file is there, and may be the old one again after a power cut: only a file that is certainly there makes sure.
  const isUncertain = isWritten && !(await project.save(task)).ok
  return { isUncertain, result: written }
}
