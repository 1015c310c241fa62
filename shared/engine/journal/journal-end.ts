import { ok, type Result } from '../../base/result'
import type { ProjectStore } from '../../protocol/store'
import { encodeFrame, type JournalEntry } from './journal'

/** Where a journal stands: its valid bytes, the CRC of its last frame, and how many operations it holds. */
export interface JournalPlace {
  readonly length: number
  readonly crc: number
  readonly entries: number
}

export const EMPTY_JOURNAL: JournalPlace = { length: 0, crc: 0, entries: 0 }

/** The end of a project's journal, where operations are appended. */
export class JournalEnd {
  /** A failed append may have left bytes behind the valid end. */
  private isTorn = false
  /** Emptying failed: nobody knows what is left of it, and none of that is needed. */
  private isLeft = false

  constructor(
    private readonly store: ProjectStore,
    private place: JournalPlace,
  ) {}

  /** Operations that the journal holds. */
  get entries(): number {
    return this.place.entries
  }

  /** Makes an entry durable, or leaves the journal as it was. */
  async append(entry: JournalEntry): Promise<Result<null>> {
    const mended = await this.mend()
    if (!mended.ok) return mended
    const { length, crc, entries } = this.place
    const frame = encodeFrame(entry, crc)
    // What was refused, or got no answer, must not come back at the next opening.
    this.isTorn = true
    const appended = await this.store.appendJournal(frame.bytes)
    if (!appended.ok) {
      await this.mend()
      return appended
    }
    this.isTorn = false
    this.place = { length: length + frame.bytes.length, crc: frame.crc, entries: entries + 1 }
    return ok(null)
  }

  /** Cuts off what a failed append, or emptying, may have left. */
  async mend(): Promise<Result<null>> {
    if (this.isLeft) return this.empty()
    if (!this.isTorn) return ok(null)
    const mended = await this.store.truncateJournal(this.place.length)
    if (mended.ok) this.isTorn = false
    return mended
  }

  /** Leaves nothing in it: a snapshot holds all. */
  async empty(): Promise<Result<null>> {
    this.isLeft = true
    const emptied = await this.store.truncateJournal(0)
    if (!emptied.ok) return emptied
    this.isLeft = false
    this.place = EMPTY_JOURNAL
    this.isTorn = false
    return emptied
  }
}
