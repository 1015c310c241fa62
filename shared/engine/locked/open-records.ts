import { joinedBytes } from '../../base/joined-bytes'
import { boundTo } from './bound'
import { TAG_BYTES } from './cipher'
import type { Lock } from './lock'
import { recordAt } from './record'
import { isTornRecord } from './torn-record'

/** The end of a record: so many bytes of what is sealed, so many of the journal on disk, and the tag, which the next is bound to. */
export interface RecordEnd {
  readonly plain: number
  readonly sealed: number
  readonly tag: Uint8Array
}

export const NO_RECORD: RecordEnd = { plain: 0, sealed: 0, tag: new Uint8Array(TAG_BYTES) }

/** A beginning of a frame that was cut off: whoever reads the journal cuts it off there. */
const TORN = Uint8Array.of(0)

export interface OpenedRecords {
  readonly bytes: Uint8Array
  readonly ends: readonly RecordEnd[]
  /** Of the snapshot upon which they go; null of none. */
  readonly generation: number | null
  /** What follows was acknowledged, and is not what was sealed. */
  readonly isDamaged: boolean
}

/** What a record is bound to: the file, the generation of the snapshot under it, its place, and the record before it. */
export const recordBound = (lock: Lock, generation: number, before: RecordEnd): Uint8Array =>
  boundTo('record', lock.head.fileId, [generation, before.sealed], before.tag)

/** The records of a locked journal, as far as they are whole and follow one another. */
export async function openRecords(lock: Lock, journal: Uint8Array): Promise<OpenedRecords> {
  const parts: Uint8Array[] = []
  const ends: RecordEnd[] = []
  let generation: number | null = null
  let isDamaged = false
  for (let before: RecordEnd = NO_RECORD; before.sealed < journal.length; ) {
    const record = recordAt(journal, before.sealed)
    const follows = record !== null && (generation ?? record.generation) === record.generation
    const bytes = follows ? await lock.cipher.open(recordBound(lock, record.generation, before), record.sealed) : null
    if (!record || !bytes) {
      isDamaged = !isTornRecord(journal, before.sealed)
      if (!isDamaged) parts.push(TORN)
      break
    }
    parts.push(bytes)
    generation = record.generation
    before = { plain: before.plain + bytes.length, sealed: record.end, tag: record.sealed.slice(-TAG_BYTES) }
    ends.push(before)
  }
  return { bytes: joinedBytes(parts), ends, generation, isDamaged }
}
