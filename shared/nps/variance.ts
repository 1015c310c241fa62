import { answersOf } from './points'
import type { GroupCounts } from './types'

/** Variance of one answer on the scale from -1 to +1: p + d - (p - d)^2, divisor n. At least one answer is needed. */
export function varianceOf(counts: GroupCounts): number {
  const n = answersOf(counts)
  const mean = (counts.promoters - counts.detractors) / n
  return (counts.promoters + counts.detractors) / n - mean * mean
}

/** The counts of several groups together. */
export const pooled = (groups: readonly GroupCounts[]): GroupCounts => ({
  promoters: groups.reduce((sum, { promoters }) => sum + promoters, 0),
  passives: groups.reduce((sum, { passives }) => sum + passives, 0),
  detractors: groups.reduce((sum, { detractors }) => sum + detractors, 0),
})
