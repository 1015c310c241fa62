import { fault } from '../../shared/base/fault'
import { refuse, type Result } from '../../shared/base/result'
import type { OpfsStore } from './opfs-store'

/**
 * The store as long as `isHeld` says that its lock is ours: what is asked for afterwards is refused (`lock-lost`), and nothing of it
 * is written. No part of Earshot takes a lock away; a script of another program on the same address can.
 */
export function whileHeld(store: OpfsStore, isHeld: () => boolean): OpfsStore {
  const held = (write: () => Promise<Result<null>>): Promise<Result<null>> => (isHeld() ? write() : Promise.resolve(refuse(fault('lock-lost'))))
  return {
    ...store,
    writeSnapshot: (bytes) => held(() => store.writeSnapshot(bytes)),
    appendJournal: (bytes) => held(() => store.appendJournal(bytes)),
    truncateJournal: (length) => held(() => store.truncateJournal(length)),
    writeBatch: (id, bytes) => held(() => store.writeBatch(id, bytes)),
    dropBatches: () => (isHeld() ? store.dropBatches() : Promise.resolve()),
    dropGenerations: () => (isHeld() ? store.dropGenerations() : Promise.reject(new DOMException('The lock is lost', 'NoModificationAllowedError'))),
  }
}
