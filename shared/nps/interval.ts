import { adjustedWald, type Interval } from './adjusted-wald'
import { scoreInterval } from './score-interval'
import type { GroupCounts } from './types'
import { wald } from './wald'

export const INTERVAL_METHODS = ['adjusted-wald', 'score', 'wald'] as const
/** How the interval of one score is made: adjusted Wald by default, the iterative score, or the textbook's Wald for teaching. */
export type IntervalMethod = (typeof INTERVAL_METHODS)[number]

/** The 95 % interval of a score in points, made that way. At least one answer is needed. */
export function intervalOf(counts: GroupCounts, method: IntervalMethod): Interval {
  switch (method) {
    case 'adjusted-wald':
      return adjustedWald(counts)
    case 'score':
      return scoreInterval(counts)!
    case 'wald':
      return wald(counts)!
  }
}
