import { answersOf, pointsOf } from './figure'
import type { GroupCounts } from './types'
import { varianceOf } from './variance'

export interface EffectSize {
  /** Cohen's d: the difference by the standard deviation within the groups (divisor n - 1). Null where nobody differs. */
  readonly d: number | null
  /** How likely a random answer of `b` is better than one of `a`, ties counted half. */
  readonly superiority: number
}

/** How large the difference of two groups is beside the spread of their answers; null where one has fewer than two. */
export function effectSize(a: GroupCounts, b: GroupCounts): EffectSize | null {
  const [na, nb] = [answersOf(a), answersOf(b)]
  if (na < 2 || nb < 2) return null
  const spread = Math.sqrt((na * varianceOf(a) + nb * varianceOf(b)) / (na + nb - 2))
  const better = b.promoters * (a.passives + a.detractors) + b.passives * a.detractors
  const equal = a.promoters * b.promoters + a.passives * b.passives + a.detractors * b.detractors
  return {
    d: spread === 0 ? null : (pointsOf(b) - pointsOf(a)) / 100 / spread,
    superiority: (better + equal / 2) / (na * nb),
  }
}
