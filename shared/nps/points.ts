import type { GroupCounts } from './types'

/** Answers that a score rests on. */
export const answersOf = (counts: GroupCounts): number => counts.promoters + counts.passives + counts.detractors

/** Promoters minus detractors over all answers, in points, unrounded. At least one answer is needed. */
export const pointsOf = (counts: GroupCounts): number =>
  (100 * (counts.promoters - counts.detractors)) / answersOf(counts)
