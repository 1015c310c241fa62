/** How much more often a term occurs in one group of comments than in another. */
export interface LogOdds {
  /** Difference of the log-odds; positive: more often in the first group. */
  readonly delta: number
  /** `delta` by its standard error. */
  readonly z: number
}

const PRIOR = 500
const MOST_OF_ALL = 0.1

/**
 * The log-odds ratio of each term with an informative Dirichlet prior: `counts[i]` says how often term i occurs in either
 * group. Common terms are held to what they are in both groups together, rare ones are drawn towards it, so that neither
 * leads by chance (Monroe, Colaresi and Quinn 2008, equations 15 to 22). The prior weighs 500, at most a tenth of all,
 * unless another weight is given.
 */
export function logOddsOf(counts: readonly (readonly [one: number, other: number])[], weight?: number): readonly LogOdds[] {
  const ones = counts.reduce((sum, [one]) => sum + one, 0)
  const others = counts.reduce((sum, [, other]) => sum + other, 0)
  const all = ones + others
  const prior = weight ?? Math.min(PRIOR, MOST_OF_ALL * all)
  return counts.map(([one, other]) => {
    const alpha = (prior * (one + other)) / all
    const odds = (count: number, total: number): number => Math.log((count + alpha) / (total + prior - count - alpha))
    const delta = odds(one, ones) - odds(other, others)
    return { delta, z: delta / Math.sqrt(1 / (one + alpha) + 1 / (other + alpha)) }
  })
}
