import { capUnits } from './sanitize'

const LIMIT = 31
const FORBIDDEN = /[[\]/\\:*?\p{Cc}]+/gu

/**
 * Names as Excel takes them for sheets: 1 to 31 UTF-16 units without [ ] / \ : * ?, no apostrophe at either end, no
 * two alike in any case, and not "History", which Excel keeps for itself. Order and number stay the same.
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set(['history'])
  return wanted.map((name) => {
    const plain =
      name
        .replace(FORBIDDEN, ' ')
        .replace(/^[\s']+/, '')
        .trim() || '-'
    for (let at = 1; ; at += 1) {
      const suffix = at === 1 ? '' : ` (${at})`
      const free = capUnits(plain, LIMIT - suffix.length).replace(/[\s']+$/, '') + suffix
      if (taken.has(free.toLowerCase())) continue
      taken.add(free.toLowerCase())
      return free
    }
  })
}
