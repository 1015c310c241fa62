import { fault } from '../../base/fault'
import { refuse, type Result } from '../../base/result'
import type { ProjectStore } from '../../protocol/store'
import type { JournalEnd } from '../journal/journal-end'
import { messageOf } from './open-database'

/** Drops everything that a store holds but the snapshot. */
export async function leaveNothing(journal: JournalEnd, store: ProjectStore, dropEarlier: () => Promise<Result<null>>): Promise<Result<null>> {
  const emptied = await journal.empty()
  if (!emptied.ok) return emptied
  try {
    await store.dropBatches()
    return await dropEarlier()
  } catch (error) {
    return refuse(fault('storage', { what: messageOf(error) }))
  }
}

/**
 * Replaces the snapshot. A refusal may have come after the new one had taken its place: then it is written once more, as a whole; where
 * that is refused too, or nobody can see what is there, either may be left after a power cut.
 */
export async function putInPlace(store: ProjectStore, file: Uint8Array): Promise<{ readonly written: Result<null>; readonly isUncertain: boolean }> {
  const written = await store.writeSnapshot(file)
  if (written.ok) return { written, isUncertain: false }
  const there = await store.readSnapshot().catch(() => null)
  if (there === null) return { written, isUncertain: true }
  if (!isSame(there, file)) return { written, isUncertain: false }
  const again = await store.writeSnapshot(file)
  return { written: again, isUncertain: !again.ok }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
