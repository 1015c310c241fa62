import type { TextColumn } from '../table/column'
import { eachValue } from '../table/column'

export interface Distinct {
  readonly blank: number
  /** Different non-blank values; at least this many when the limit was reached. */
  readonly distinct: number
}

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
  const size = 2 ** Math.ceil(Math.log2(Math.min(column.cells.length, limit) * 2 + 2))
  const low = new Uint32Array(size)
  const high = new Uint32Array(size)
  let blank = 0
  let distinct = 0
  for (const cell of column.cells) {
    if (cell === '' || (cell.charCodeAt(0) <= 32 && cell.trim() === '')) {
      blank += 1
      continue
    }
    if (distinct === limit) continue
    let a = 0x811c9dc5
    let b = 0x9747b28c
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x5bd1e995)
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
  }
  return { blank, distinct }
}
