/** A set of answers: a bit for each. */
export type RowSet = Uint32Array

/** The answers of one wave that have a score. */
export interface ScoredAnswers {
  readonly count: number
  /** Who gave each: equal numbers, the same person. */
  readonly people: ArrayLike<number>
  /** 0 detractor, 1 passive, 2 promoter. */
  readonly groups: ArrayLike<number>
}

export const emptySet = (count: number): RowSet => new Uint32Array((count + 31) >>> 5)

/** Those for which `holds`. */
export function setOf(count: number, holds: (row: number) => boolean): RowSet {
  const set = emptySet(count)
  for (let row = 0; row < count; row++) if (holds(row)) set[row >>> 5]! |= 1 << (row & 31)
  return set
}

const has = (set: RowSet, row: number): boolean => ((set[row >>> 5]! >>> (row & 31)) & 1) === 1

export function sizeOf(set: RowSet): number {
  let size = 0
  for (let word of set) for (; word !== 0; word &= word - 1) size += 1
  return size
}

export const isEmpty = (set: RowSet): boolean => set.every((word) => word === 0)
export const isWithin = (inner: RowSet, outer: RowSet): boolean => inner.every((word, at) => (word & ~outer[at]!) === 0)
export const isApart = (one: RowSet, other: RowSet): boolean => one.every((word, at) => (word & other[at]!) === 0)
export const isSame = (one: RowSet, other: RowSet): boolean => one.every((word, at) => word === other[at])
export const both = (one: RowSet, other: RowSet): RowSet => one.map((word, at) => word & other[at]!)

/** What of `set` is in none of the others. */
export function without(set: RowSet, others: readonly RowSet[]): RowSet {
  const rest = set.slice()
  for (const other of others) for (let at = 0; at < rest.length; at++) rest[at]! &= ~other[at]!
  return rest
}

/**
 * Whether figures of a group tell of nobody in it: at least `k` people, and not all of them detractors, passives or promoters,
 * for that would tell what each one is.
 */
export function isSafe({ count, people, groups }: ScoredAnswers, set: RowSet, k: number): boolean {
  const found = new Set<number>()
  const classes = new Set<number>()
  for (let first = 0; first < count; first += 32) {
    if (set[first >>> 5] === 0) continue
    for (let row = first; row < Math.min(first + 32, count); row++) {
      if (!has(set, row)) continue
      found.add(people[row]!)
      classes.add(groups[row]!)
      if (found.size >= k && classes.size > 1) return true
    }
  }
  return false
}
