import type { GroupCounts } from '../nps/types'

/** Variance of one answer in points squared: 100^2 (p + d - (p - d)^2). */
function variance({ promoters, passives, detractors }: GroupCounts): number {
  const n = promoters + passives + detractors
  const mean = (promoters - detractors) / n
  return 10_000 * ((promoters + detractors) / n - mean * mean)
}

/**
 * The smallest difference in points that a comparison of two such groups would call real four times out of five:
 * 2.80 sqrt(s_a^2 / n_a + s_b^2 / n_b), for 5 % two-sided and 80 % power. Null without answers on a side.
 */
export function detectable(a: GroupCounts, b: GroupCounts): number | null {
  const [na, nb] = [a, b].map(({ promoters, passives, detractors }) => promoters + passives + detractors)
  if (!na || !nb) return null
  return 2.8 * Math.sqrt(variance(a) / na + variance(b) / nb)
}
