import type { Clause } from './types'

/**
 * What a filter asks for as one text: the same whoever set which part of it, in whatever order its parts, their values
 * and the keys of the records come.
 */
export const filterKey = (where: readonly Clause[]): string => JSON.stringify(plain(where))

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain).sort(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key, item]) => key !== 'source' && item !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, plain(item)]))
}

/** Lists of a filter are sets: clauses add up, values are alternatives. */
function inOrder(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
