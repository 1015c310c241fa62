import { ok } from '../../base/result'
import type { ProjectStore } from '../../protocol/store'

/** A project that lives as long as the object: for tests, and for looking at a file without keeping it. */
export function createMemoryStore(): ProjectStore {
  let snapshot: Uint8Array | null = null
  let journal = new Uint8Array(0)
  const batches = new Map<string, Uint8Array>()
  return {
    readSnapshot: () => Promise.resolve(snapshot?.slice() ?? null),
    writeSnapshot(bytes) {
      snapshot = bytes.slice()
      return Promise.resolve(ok(null))
    },
    readJournal: () => Promise.resolve(journal.slice()),
    appendJournal(bytes) {
      const longer = new Uint8Array(journal.length + bytes.length)
      longer.set(journal)
      longer.set(bytes, journal.length)
      journal = longer
      return Promise.resolve(ok(null))
    },
    truncateJournal(length) {
      journal = journal.slice(0, length)
      return Promise.resolve(ok(null))
    },
    writeBatch(id, bytes) {
      batches.set(id, bytes.slice())
      return Promise.resolve(ok(null))
    },
    readBatch: (id) => Promise.resolve(batches.get(id) ?? null),
    dropBatches() {
      batches.clear()
      return Promise.resolve()
    },
    close: () => Promise.resolve(),
  }
}
