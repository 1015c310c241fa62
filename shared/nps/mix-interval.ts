import { clamp } from './clamp'
import { answersOf, pointsOf } from './figure'
import { Z95 } from './normal'
import type { GroupCounts } from './types'
import { varianceOf } from './variance'

/** A segment's answers before and after; it has some on one side at least. */
export interface SegmentCounts {
  readonly before: GroupCounts
  readonly after: GroupCounts
}

/** What all segments together add to a change by growing and shrinking, in points, with its 95 % interval. */
export interface MixEffect {
  readonly mix: number
  readonly low: number
  readonly high: number
}

/**
 * The mix effect of Kitagawa over all segments, sum of (w1 - w0) m with m the mean of both scores, and its interval by
 * the delta method: the shares are multinomial on either side, m is estimated from both. Null where a side is empty.
 */
export function mixEffect(segments: readonly SegmentCounts[]): MixEffect | null {
  const before = segments.reduce((sum, segment) => sum + answersOf(segment.before), 0)
  const after = segments.reduce((sum, segment) => sum + answersOf(segment.after), 0)
  if (before === 0 || after === 0) return null
  const parts = segments.map((segment) => {
    const [n0, n1] = [answersOf(segment.before), answersOf(segment.after)]
    const scores = [...(n0 > 0 ? [segment.before] : []), ...(n1 > 0 ? [segment.after] : [])]
    const each = 1 / Math.max(1, scores.length)
    return {
      w0: n0 / before,
      w1: n1 / after,
      mean: scores.reduce((sum, counts) => sum + each * pointsOf(counts), 0),
      error: scores.reduce((sum, counts) => sum + (each ** 2 * 10_000 * varianceOf(counts)) / answersOf(counts), 0),
    }
  })
  const mix = parts.reduce((sum, { w0, w1, mean }) => sum + (w1 - w0) * mean, 0)
  const spread = (weight: 'w0' | 'w1'): number => {
    const middle = parts.reduce((sum, part) => sum + part[weight] * part.mean, 0)
    return parts.reduce((sum, part) => sum + part[weight] * (part.mean - middle) ** 2, 0)
  }
  const variance = spread('w0') / before + spread('w1') / after + parts.reduce((sum, { w0, w1, error }) => sum + (w1 - w0) ** 2 * error, 0)
  const margin = Z95 * Math.sqrt(variance)
  return { mix, low: clamp(mix - margin, 200), high: clamp(mix + margin, 200) }
}
