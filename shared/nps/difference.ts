import { adjust } from './adjusted-wald'
import { clamp } from './clamp'
import { answersOf, baseOf, pointsOf } from './figure'
import { twoSidedP, Z95 } from './normal'
import type { Difference, GroupCounts } from './types'

const ALPHA = 0.05

/**
 * How `to` differs from `from` (two independent groups; later minus earlier, segment minus rest). The difference is
 * that of the raw scores; interval and p come from both groups after three pseudo-answers each: z = (to* - from*) /
 * sqrt(var*_to + var*_from). Rocks 2016 and MeasuringU's adjusted Wald test. Below 10 answers on either side no
 * verdict is given. Of groups that are not independent, because they share people or answers, `covariance` is that of
 * their scores (-1 to +1): it makes the error smaller.
 */
export function differenceOf(from: GroupCounts, to: GroupCounts, covariance = 0): Difference {
  const [fromAnswers, toAnswers] = [answersOf(from), answersOf(to)]
  if (fromAnswers === 0 || toAnswers === 0) {
    return { difference: null, low: null, high: null, p: null, verdict: 'not-comparable' }
  }
  const [a, b] = [adjust(from), adjust(to)]
  const shift = b.mean - a.mean
  const error = Math.sqrt(Math.max(0, a.variance + b.variance - 2 * covariance))
  const p = error === 0 ? 1 : twoSidedP(shift / error)
  const comparable = baseOf(fromAnswers) !== 'tiny' && baseOf(toAnswers) !== 'tiny'
  return {
    difference: pointsOf(to) - pointsOf(from),
    low: clamp(100 * (shift - Z95 * error), 200),
    high: clamp(100 * (shift + Z95 * error), 200),
    p,
    verdict: !comparable ? 'not-comparable' : p >= ALPHA ? 'within-noise' : shift > 0 ? 'up' : 'down',
  }
}
