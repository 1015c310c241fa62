import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { ProjectStore } from '../../protocol/store'
import type { Platform } from '../platform'
import { StoredFault } from '../project/read-stored'
import { openBody, sealBody } from './body'
import { boundTo } from './bound'
import { isLocked } from './head'
import { isSameLock, type Lock } from './lock'
import { headOf, openFile, sealFile } from './locked-file'
import { LockedJournal } from './locked-journal'
import { isLockedJournal } from './record'

/** A store that may have a lock: what goes through it is then sealed, and opened again, and the engine knows nothing of it. */
export interface LockableStore extends ProjectStore {
  readonly lock: Lock | null
  /** A project file as it is to be kept or handed out: sealed under the lock, where there is one. */
  readonly sealed: (file: Uint8Array) => Promise<Uint8Array>
  /**
   * Puts another lock, or none, on what is written from now on; there must be no journal and no batch. The answer is the way back,
   * for when nothing was written.
   */
  readonly relock: (lock: Lock | null) => () => void
  /** Whether the file that is there now is sealed under the present lock, or not at all where there is none. */
  readonly isWritten: () => Promise<boolean>
}

interface State {
  readonly lock: Lock | null
  /** Of the newest file that was sealed, whether it was written or not: no two files may share one. */
  generation: number
  readonly journal: LockedJournal | null
}

const batchBound = (lock: Lock, id: string): Uint8Array => boundTo('batch', lock.head.fileId, [], new TextEncoder().encode(id))

/** The rows of an import that were sealed; null when they are not what was sealed. */
export async function openBatch(lock: Lock, id: string, sealed: Uint8Array): Promise<Uint8Array | null> {
  const { bytes, isWhole } = await openBody(lock.cipher, batchBound(lock, id), sealed)
  return isWhole ? bytes : null
}

/** Says what a store that reads has no result for. */
function must<T>(result: Result<T>): T {
  if (!result.ok) throw new StoredFault(result.fault)
  return result.value
}

/** `snapshot` is what is in the file now, opened; null where there is no file. */
export function lockableStore(platform: Platform, store: ProjectStore, lock: Lock | null = null, snapshot: Uint8Array | null = null): LockableStore {
  const under = (next: Lock | null): State => ({ lock: next, generation: next?.head.generation ?? 0, journal: next && new LockedJournal(store, next) })
  let state = under(lock)
  let first = snapshot
  const sha256 = (bytes: Uint8Array): Promise<string> => platform.sha256(bytes)

  const sealed = async (file: Uint8Array): Promise<Uint8Array> => {
    if (!state.lock) return file
    state.generation += 1
    return sealFile(state.lock, state.generation, file, sha256)
  }

  return {
    ...(store.name === undefined ? {} : { name: store.name }),
    get lock() {
      return state.lock
    },
    sealed,
    relock(next) {
      const before = state
      state = under(next)
      return () => {
        state = before
      }
    },
    async isWritten() {
      const file = await store.readSnapshot()
      if (!file || !isLocked(file)) return state.lock === null
      const head = await headOf(file, sha256)
      return head.ok && state.lock !== null && isSameLock(state.lock, head.value)
    },
    async readSnapshot() {
      const opened = first
      first = null
      if (opened) return opened
      const file = await store.readSnapshot()
      if (!file || !state.lock) return file
      return must(await openFile(state.lock, must(await headOf(file, sha256)), file))
    },
    async writeSnapshot(file) {
      first = null
      return store.writeSnapshot(await sealed(file))
    },
    async readJournal() {
      if (state.journal) {
        const { bytes, generation, isDamaged } = await state.journal.read()
        if (isDamaged) return must(refuse(fault('damaged', { what: 'journal' })))
        // It goes upon a snapshot that is not there, or not any more.
        return generation !== null && generation > state.generation ? must(refuse(fault('journal'))) : bytes
      }
      const journal = await store.readJournal()
      return isLockedJournal(journal) ? must(refuse(fault('journal'))) : journal
    },
    appendJournal: (bytes) => (state.journal ? state.journal.append(bytes, state.generation) : store.appendJournal(bytes)),
    truncateJournal: (length) => (state.journal ? state.journal.truncate(length) : store.truncateJournal(length)),
    async writeBatch(id, bytes) {
      const { lock: now } = state
      return store.writeBatch(id, now ? await sealBody(now.cipher, batchBound(now, id), bytes) : bytes)
    },
    async readBatch(id) {
      const batch = await store.readBatch(id)
      return batch && state.lock ? ((await openBatch(state.lock, id, batch)) ?? must(refuse(fault('damaged', { what: 'batch' })))) : batch
    },
    dropBatches: () => store.dropBatches(),
    close: () => store.close(),
  }
}

/** The store as one that may have a lock; null for one that never had the chance. */
export const asLockable = (store: ProjectStore): LockableStore | null => ('relock' in store ? (store as LockableStore) : null)

/** A project file as it is handed out: sealed where the project is. */
export async function sealedCopy(store: ProjectStore, file: Result<Uint8Array>): Promise<Result<Uint8Array>> {
  const lockable = asLockable(store)
  return file.ok && lockable ? ok(await lockable.sealed(file.value)) : file
}
