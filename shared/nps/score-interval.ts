import type { Interval } from './adjusted-wald'
import { answersOf } from './points'
import { Z95 } from './normal'
import type { GroupCounts } from './types'

const STEPS = 100

/** How many standard errors the counts lie above a true score of `delta` (-1 to +1), the error being that under `delta`. */
function deviation({ promoters, detractors }: GroupCounts, n: number, delta: number): number {
  const a = 2 * n
  const b = -detractors - promoters + (2 * n - promoters + detractors) * delta
  const c = -detractors * delta * (1 - delta)
  const rest = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a)
  const distance = promoters - detractors - n * delta
  // Passives alone fit a score of 0, which leaves them no variance.
  return distance === 0 ? 0 : distance / Math.sqrt(n * (2 * rest + delta * (1 - delta)))
}

/**
 * The iterative score interval, in points: the scores that the counts would not refute, by bisection (Tango 1998 for
 * paired proportions, which promoters and detractors are; Rocks 2016). Null without answers.
 */
export function scoreInterval(counts: GroupCounts, z = Z95): Interval | null {
  const n = answersOf(counts)
  if (n === 0) return null
  const bound = (target: number): number => {
    let [low, high] = [-1, 1]
    for (let step = 0; step < STEPS; step++) {
      const middle = (low + high) / 2
      if (deviation(counts, n, middle) > target) low = middle
      else high = middle
    }
    return 50 * (low + high)
  }
  return { low: counts.detractors === n ? -100 : bound(z), high: counts.promoters === n ? 100 : bound(-z) }
}
