import type { Result } from '../../shared/base/result'
import type { ProjectStore, Shelf } from '../../shared/protocol/store'

/** A disk whose calls take their time, and may be refused. */
export interface SlowDisk {
  /** Milliseconds that each call of a store takes. */
  ms: number
  /** What each call that writes is refused with, after that time; null: it works. */
  refusal: Result<null> | null
}

/** The shelf on such a disk: its stores read and write as slowly as `disk` says at the time. */
export function slowShelf(shelf: Shelf, disk: SlowDisk): Shelf {
  const wait = (): Promise<void> => (disk.ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, disk.ms)))
  const slow = (store: ProjectStore): ProjectStore => {
    const write = async (work: () => Promise<Result<null>>): Promise<Result<null>> => {
      await wait()
      return disk.refusal ?? work()
    }
    return {
      ...store,
      readSnapshot: () => wait().then(() => store.readSnapshot()),
      readJournal: () => wait().then(() => store.readJournal()),
      writeSnapshot: (bytes) => write(() => store.writeSnapshot(bytes)),
      appendJournal: (bytes) => write(() => store.appendJournal(bytes)),
      truncateJournal: (length) => write(() => store.truncateJournal(length)),
      writeBatch: (id, bytes) => write(() => store.writeBatch(id, bytes)),
    }
  }
  const slowly = async (opening: Promise<Result<ProjectStore>>): Promise<Result<ProjectStore>> => {
    const opened = await opening
    return opened.ok ? { ok: true, value: slow(opened.value) } : opened
  }
  return { ...shelf, open: (id) => slowly(shelf.open(id)), create: (id) => slowly(shelf.create(id)) }
}
