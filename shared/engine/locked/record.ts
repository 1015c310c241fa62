import { crc32 } from '../../base/crc32'
import { joinedBytes } from '../../base/joined-bytes'

/**
 * A record of a locked journal: `EREC`, length of what is sealed (u32), generation of the snapshot upon which it goes (u64), CRC-32
 * of these 16 bytes, all little-endian; what is sealed; a line feed.
 */
const MARK = new TextEncoder().encode('EREC')
export const RECORD_END = Uint8Array.of(0x0a)
const [SIZE_AT, GENERATION_AT, CRC_AT] = [4, 8, 16]
export const HEADER_BYTES = 20

export interface RecordAt {
  readonly generation: number
  readonly sealed: Uint8Array
  /** Where the next begins. */
  readonly end: number
}

export function encodeRecord(generation: number, sealed: Uint8Array): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES)
  const view = new DataView(header.buffer)
  header.set(MARK)
  view.setUint32(SIZE_AT, sealed.length, true)
  view.setBigUint64(GENERATION_AT, BigInt(generation), true)
  view.setUint32(CRC_AT, crc32(header.subarray(0, CRC_AT)), true)
  return joinedBytes([header, sealed, RECORD_END])
}

/** What the header at `at` says is sealed behind it, in bytes; null where there is no header. */
export function sizeOf(journal: Uint8Array, at: number): number | null {
  if (at + HEADER_BYTES > journal.length || !MARK.every((byte, offset) => journal[at + offset] === byte)) return null
  const view = new DataView(journal.buffer, journal.byteOffset + at, HEADER_BYTES)
  return view.getUint32(CRC_AT, true) === crc32(journal.subarray(at, at + CRC_AT)) ? view.getUint32(SIZE_AT, true) : null
}

/** The record at `at`; null where none is whole. */
export function recordAt(journal: Uint8Array, at: number): RecordAt | null {
  const size = sizeOf(journal, at)
  if (size === null) return null
  const start = at + HEADER_BYTES
  const end = start + size + RECORD_END.length
  if (end > journal.length || journal[end - 1] !== RECORD_END[0]) return null
  const view = new DataView(journal.buffer, journal.byteOffset + at, HEADER_BYTES)
  const generation = view.getBigUint64(GENERATION_AT, true)
  return { generation: Number(generation), sealed: journal.subarray(start, start + size), end }
}

/** Where the next header is, from `from` on; -1 where none is. */
export function findRecord(journal: Uint8Array, from: number): number {
  for (let at = journal.indexOf(MARK[0] ?? 0, from); at >= 0; at = journal.indexOf(MARK[0] ?? 0, at + 1)) if (sizeOf(journal, at) !== null) return at
  return -1
}

/** A journal of a locked project begins so, one of an open project never does: its first frame would be over a gigabyte. */
export const isLockedJournal = (journal: Uint8Array): boolean => journal.length >= MARK.length && MARK.every((byte, at) => journal[at] === byte)
