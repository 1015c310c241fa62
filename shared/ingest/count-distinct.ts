import { holdsText } from '../base/utf8'
import { eachValue, type PlainColumn, type TextColumn } from '../table/column'

export interface Distinct {
  readonly blank: number
  /** Different non-blank values; at least this many when the limit was reached. */
  readonly distinct: number
}

/** Bytes of the longest id that is looked at for order. */
const MAX_ID = 256

/** Beyond this nothing depends on the exact number, save for ids. */
export const DISTINCT_LIMIT = 65_536

/**
 * Blank cells and different values of `column`. Long columns are compared by 64-bit fingerprints, up to `limit`
 * different ones: two values might in theory be counted as one, never one as two.
 */
export function countDistinct(column: TextColumn, limit = DISTINCT_LIMIT): Distinct {
  if (column.kind === 'coded') {
    let blank = 0
    let distinct = 0
    eachValue(column, (value, rows) => {
      if (value.trim() === '') blank += rows
      else distinct += 1
    })
    return { blank, distinct }
  }
  if (isAscending(column)) return { blank: 0, distinct: column.rows }
  const size = 2 ** Math.ceil(Math.log2(Math.min(column.rows, limit) * 2 + 2))
  const low = new Uint32Array(size)
  const high = new Uint32Array(size)
  let blank = 0
  let distinct = 0
  column.everyPlace((bytes, start, end) => {
    if (!holdsText(bytes, start, end)) {
      blank += 1
      return true
    }
    if (distinct === limit) return true
    let a = 0x811c9dc5
    let b = 0x9747b28c
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!
      a = Math.imul(a ^ byte, 0x01000193)
      b = Math.imul(b ^ byte, 0x5bd1e995)
      b ^= b >>> 15
    }
    a = (a ^ (a >>> 16)) >>> 0 || 1
    b >>>= 0
    let slot = (a ^ b) & (size - 1)
    while (low[slot] !== 0 && (low[slot] !== a || high[slot] !== b)) slot = (slot + 1) & (size - 1)
    if (low[slot] === 0) {
      low[slot] = a
      high[slot] = b
      distinct += 1
    }
    return true
  })
  return { blank, distinct }
}

/** True when every cell is longer than the one before, or as long and later in the order of its bytes: ids given in turn. */
function isAscending(column: PlainColumn): boolean {
  const before = new Uint8Array(MAX_ID)
  let length = 0
  const ascends = column.everyPlace((bytes, start, end) => {
    const longer = end - start - length
    if (longer < 0 || end - start > MAX_ID) return false
    let at = 0
    while (longer === 0 && at < length && bytes[start + at] === before[at]) at += 1
    if (longer === 0 && (at === length || bytes[start + at]! < before[at]!)) return false
    length = end - start
    for (; at < length; at++) before[at] = bytes[start + at]!
    return true
  })
  return ascends && column.rows > 0 && column.isFilled(0)
}
