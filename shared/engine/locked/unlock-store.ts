import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { ProjectStore } from '../../protocol/store'
import type { Platform } from '../platform'
import { readStored } from '../project/read-stored'
import { fitsToOpen } from '../project/room'
import type { Head } from './head'
import { isLocked } from './head'
import { openLock, type Lock } from './lock'
import { lockableStore, type LockableStore } from './lockable-store'
import { headOf, openFile } from './locked-file'

/**
 * The store of a project as the engine may read it, whether it has a lock or not. A locked file is refused as `damaged` before a
 * password is asked for; then as `password` where none is given, and as `wrong-password`.
 */
export async function unlockStore(platform: Platform, store: ProjectStore, password: string | null, path: string, task: Task): Promise<Result<LockableStore>> {
  const stored = await readStored(store.readSnapshot())
  if (!stored.ok) return stored
  const file = stored.value
  if (!file || !isLocked(file)) return ok(lockableStore(platform, store, null, file))
  const fits = fitsToOpen(path, file.length)
  if (!fits.ok) return fits
  const head = await headOf(file, (bytes) => platform.sha256(bytes))
  if (!head.ok) return head
  const lock = await tryPassword(platform, head.value, password, task)
  if (!lock.ok) return lock
  const opened = await openFile(lock.value, head.value, file)
  return opened.ok ? ok(lockableStore(platform, store, lock.value, opened.value)) : opened
}

/** Opens a lock with the password that was given. */
export async function tryPassword(platform: Platform, head: Head, password: string | null, task: Task): Promise<Result<Lock>> {
  if (password === null) return refuse(fault('password'))
  task.report(0, 'unlocking')
  await task.breathe()
  const lock = password === '' ? null : await openLock(platform.crypto, head, password)
  return lock ? ok(lock) : refuse(fault('wrong-password'))
}
