/**
 * Which of many findings stand when at most that share of those that stand is to be chance (Benjamini and Hochberg 1995).
 * With hundreds of words looked at, a limit for each alone would let dozens pass.
 */
export function discoveries(ps: readonly number[], share = 0.05): readonly boolean[] {
  const ranked = ps.toSorted((a, b) => a - b)
  const last = ranked.findLastIndex((p, at) => p <= (share * (at + 1)) / ranked.length)
  const limit = last < 0 ? -1 : ranked[last]!
  return ps.map((p) => p <= limit)
}
