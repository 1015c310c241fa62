import type { PlainColumn, TextColumn } from '../table/column'
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
  if (isAscending(column)) return { blank: 0, distinct: column.rows }
  const size = 2 ** Math.ceil(Math.log2(Math.min(column.rows, limit) * 2 + 2))
  const low = new Uint32Array(size)
  const high = new Uint32Array(size)
  let blank = 0
  let distinct = 0
  for (let row = 0; row < column.rows; row++) {
    if (!column.isFilled(row)) {
      blank += 1
      continue
    }
    if (distinct === limit) continue
    const cell = column.cell(row)
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

/** True when every cell is longer than the one before, or as long and later in the alphabet: ids given in turn. */
function isAscending(column: PlainColumn): boolean {
  let before = ''
  for (let row = 0; row < column.rows; row++) {
    const cell = column.cell(row)
    if (cell.length < before.length || (cell.length === before.length && cell <= before)) return false
    before = cell
  }
  return column.rows > 0 && column.cell(0).trim() !== ''
}
