import { invariant } from '../../base/assert'
import type { Result } from '../../base/result'
import type { ProjectStore } from '../../protocol/store'
import { TAG_BYTES } from './cipher'
import type { Lock } from './lock'
import { NO_RECORD, openRecords, recordBound, type OpenedRecords, type RecordEnd } from './open-records'
import { encodeRecord } from './record'

/** The journal of a locked project: each append is a record of its own. It is read, and cut, by the places of the bytes that were sealed. */
export class LockedJournal {
  private ends: readonly RecordEnd[] = []
  private generation: number | null = null

  constructor(
    private readonly store: ProjectStore,
    private readonly lock: Lock,
  ) {}

  async read(): Promise<OpenedRecords> {
    const opened = await openRecords(this.lock, await this.store.readJournal())
    this.ends = opened.ends
    this.generation = opened.generation
    return opened
  }

  /** Bytes that go upon the snapshot of that generation, unless there are some already. */
  async append(bytes: Uint8Array, newest: number): Promise<Result<null>> {
    const before = this.ends.at(-1) ?? NO_RECORD
    const generation = this.generation ?? newest
    const sealed = await this.lock.cipher.seal(recordBound(this.lock, generation, before), bytes)
    const record = encodeRecord(generation, sealed)
    const appended = await this.store.appendJournal(record)
    if (appended.ok) {
      this.generation = generation
      const end = { plain: before.plain + bytes.length, sealed: before.sealed + record.length, tag: sealed.slice(-TAG_BYTES) }
      this.ends = [...this.ends, end]
    }
    return appended
  }

  /** Keeps the first `length` bytes of what was sealed: always whole records. */
  async truncate(length: number): Promise<Result<null>> {
    const kept = this.ends.filter(({ plain }) => plain <= length)
    const end = kept.at(-1) ?? NO_RECORD
    invariant(end.plain === length, 'a locked journal is cut between two records')
    const cut = await this.store.truncateJournal(end.sealed)
    if (cut.ok) {
      this.ends = kept
      if (kept.length === 0) this.generation = null
    }
    return cut
  }
}
