import { intervalOf, type IntervalMethod } from './interval'
import { answersOf, pointsOf } from './points'
import type { Base, Figure, GroupCounts } from './types'

export { answersOf, pointsOf }

const TINY_BELOW = 10
const LOW_BELOW = 30

/** How far a number over `n` answers may be trusted and ranked. */
export const baseOf = (n: number): Base => (n < TINY_BELOW ? 'tiny' : n < LOW_BELOW ? 'low' : 'ok')

/** The Net Promoter Score of `counts` with its base and its 95 % interval; no score without answers. */
export function figureOf({ promoters, passives, detractors }: GroupCounts, interval: IntervalMethod = 'adjusted-wald'): Figure {
  const counts = { promoters, passives, detractors }
  const n = answersOf(counts)
  if (n === 0) return { ...counts, n, nps: null, low: null, high: null, base: 'tiny', reason: 'no-answers' }
  return { ...counts, n, nps: pointsOf(counts), ...intervalOf(counts, interval), base: baseOf(n) }
}
