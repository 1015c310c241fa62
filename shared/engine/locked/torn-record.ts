import { HEADER_BYTES, findRecord, RECORD_END, sizeOf } from './record'

const SECTOR_BYTES = 512

/**
 * Whether what follows the last whole record of a locked journal, from `start` to the end, can be a record that was being
 * written when power or process went: cut short, or with sectors that never came to the disk. Everything else was whole
 * once, and is damage: the first and last byte of a record are never zero, and within it no whole sector is.
 */
export function isTornRecord(journal: Uint8Array, start: number): boolean {
  const tail = journal.subarray(start)
  if (tail.length < HEADER_BYTES || isZero(tail)) return true
  if (findRecord(tail, 1) >= 0) return false
  const size = sizeOf(tail, 0)
  const length = size === null ? tail.length : HEADER_BYTES + size + RECORD_END.length
  if (length > tail.length) return true
  return isZero(tail.subarray(length)) && (tail[length - 1] === 0 || hasEmptySector(journal, start, start + length))
}

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

function hasEmptySector(journal: Uint8Array, start: number, end: number): boolean {
  for (let sector = start - (start % SECTOR_BYTES); sector < end; sector += SECTOR_BYTES) {
    if (isZero(journal.subarray(Math.max(start, sector), Math.min(end, sector + SECTOR_BYTES)))) return true
  }
  return false
}
