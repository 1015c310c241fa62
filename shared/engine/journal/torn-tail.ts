const HEADER_BYTES = 8
const SECTOR_BYTES = 512
const ENTRY_START = new TextEncoder().encode('{"seq":')

/**
 * Whether what follows the last valid frame of a journal, from `start` to the end, can be a frame that was being written
 * when power or process went: cut short, or with zeros where sectors never came to the disk. Everything else was whole once,
 * and is damage: more than one frame, or all of one that is not what its check sum says.
 */
export function isTornTail(journal: Uint8Array, start: number, isWhole: (payload: Uint8Array) => boolean): boolean {
  const tail = journal.subarray(start)
  if (tail.length < HEADER_BYTES || tail.every((byte) => byte === 0)) return true
  if (holdsEntry(tail, HEADER_BYTES + 1)) return false
  if (hasZeroSector(journal, start)) return true
  const payload = tail.subarray(HEADER_BYTES)
  const size = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true)
  return payload.length < size && !isWhole(payload)
}

/** Entries begin alike, and nothing within one does: there, quotation marks are escaped. */
function holdsEntry(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(ENTRY_START[0]!, from); at >= 0; at = bytes.indexOf(ENTRY_START[0]!, at + 1)) {
    if (ENTRY_START.every((byte, offset) => bytes[at + offset] === byte)) return true
  }
  return false
}

/** Zeros up to the end of a sector or of the file; the text of an entry has none. */
function hasZeroSector(journal: Uint8Array, start: number): boolean {
  // What came last of a sector that never came to the disk may be only a part of the frame's header.
  const edge = start - (start % SECTOR_BYTES) + SECTOR_BYTES
  if (edge <= Math.min(start + HEADER_BYTES, journal.length) && journal.subarray(start, edge).every((byte) => byte === 0)) return true
  for (let end = start + HEADER_BYTES + 1; end <= journal.length; end++) {
    const isEdge = end % SECTOR_BYTES === 0 || end === journal.length
    if (isEdge && journal[end - 1] === 0) return true
  }
  return false
}
