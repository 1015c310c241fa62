import type { Interval } from './adjusted-wald'
import { answersOf, pointsOf } from './points'
import { Z95 } from './normal'
import type { GroupCounts } from './types'
import { varianceOf } from './variance'

/**
 * The textbook interval NPS -/+ z sqrt(s^2 / n), in points and not kept within -100 and 100: for teaching. With few
 * answers or a high score it holds the truth far less often than it says (79 % instead of 95 % for 10 answers). Null
 * without answers.
 */
export function wald(counts: GroupCounts, z = Z95): Interval | null {
  const n = answersOf(counts)
  if (n === 0) return null
  const [nps, margin] = [pointsOf(counts), 100 * z * Math.sqrt(varianceOf(counts) / n)]
  return { low: nps - margin, high: nps + margin }
}
