import quantile from '@stdlib/stats-base-dists-normal-quantile'
import { answersOf } from './figure'
import { Z95 } from './normal'
import type { GroupCounts } from './types'

/** What a comparison must have behind it to be called real four times out of five: 5 % two-sided, 80 % power. */
const REACH = Z95 + quantile(0.8, 0, 1)

/** Variance of one answer in points squared: 100^2 (p + d - (p - d)^2). */
function variance(counts: GroupCounts): number {
  const n = answersOf(counts)
  const mean = (counts.promoters - counts.detractors) / n
  return 10_000 * ((counts.promoters + counts.detractors) / n - mean * mean)
}

/**
 * The smallest difference in points that a comparison of two such groups would call real four times out of five:
 * 2.80 sqrt(s_a^2 / n_a + s_b^2 / n_b). Null without answers on a side, and where on both sides everybody answered
 * alike: then the answers do not show how much they vary.
 */
export function detectable(a: GroupCounts, b: GroupCounts): number | null {
  const [na, nb] = [answersOf(a), answersOf(b)]
  if (na === 0 || nb === 0) return null
  const spread = variance(a) / na + variance(b) / nb
  return spread === 0 ? null : REACH * Math.sqrt(spread)
}

/**
 * Answers needed in each of two such groups to call a difference of `points` real four times out of five:
 * ceil(2 s^2 2.80^2 / points^2 - 3) over the mean variance, less the three pseudo-answers of the adjusted Wald test
 * (Rocks 2016; MeasuringU). Null without answers on a side, or where no number would do: no difference.
 */
export function answersNeeded(a: GroupCounts, b: GroupCounts, points: number): number | null {
  if (answersOf(a) === 0 || answersOf(b) === 0 || points === 0) return null
  const mean = (variance(a) + variance(b)) / 2
  return Math.max(1, Math.ceil((2 * mean * REACH ** 2) / points ** 2 - 3))
}
