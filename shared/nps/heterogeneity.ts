import { Z95 } from './normal'
import { answersOf, pointsOf } from './figure'
import type { GroupCounts } from './types'

/** One-sided 5 % of the standard normal distribution. */
const Z_ONE_SIDED = 1.6448536269514722

/**
 * Whether the scores of several groups differ by more than chance would make them: Q = sum n_i (NPS_i - NPS)^2 / s^2
 * against chi-squared with k - 1 degrees of freedom at 5 %, by Wilson and Hilferty's (1931) cube root. s^2 is the
 * variance of one answer over all groups. Two groups are told apart where a two-sided test would.
 */
export function differ(groups: readonly GroupCounts[]): boolean {
  const sound = groups.filter((group) => answersOf(group) > 0)
  const total = sound.reduce(
    (sum, { promoters, passives, detractors }) => ({
      promoters: sum.promoters + promoters,
      passives: sum.passives + passives,
      detractors: sum.detractors + detractors,
    }),
    { promoters: 0, passives: 0, detractors: 0 },
  )
  const n = answersOf(total)
  const degrees = sound.length - 1
  if (degrees < 1 || n === 0) return false
  const mean = pointsOf(total)
  const variance = (10_000 * (total.promoters + total.detractors)) / n - mean ** 2
  if (variance === 0) return false
  const q = sound.reduce((sum, group) => sum + answersOf(group) * (pointsOf(group) - mean) ** 2, 0) / variance
  if (degrees === 1) return Math.sqrt(q) > Z95
  const spread = 2 / (9 * degrees)
  return (Math.cbrt(q / degrees) - (1 - spread)) / Math.sqrt(spread) > Z_ONE_SIDED
}
