import { clamp } from './clamp'
import { Z95 } from './normal'
import type { GroupCounts } from './types'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Estimate and variance of a score after three pseudo-answers, both on the scale from -1 to +1. */
export interface AdjustedMoments {
  readonly mean: number
  readonly variance: number
}

/**
 * AW(3,T): adds 3/4 of a promoter, 3/2 of a passive and 3/4 of a detractor, then takes mean (P - D) / n and variance
 * (p + d - (p - d)^2) / n of what results. Rocks 2016, The American Statistician 70:365-372.
 */
export function adjust(counts: GroupCounts): AdjustedMoments {
  const promoters = counts.promoters + 0.75
  const detractors = counts.detractors + 0.75
  const n = promoters + counts.passives + 1.5 + detractors
  const mean = (promoters - detractors) / n
  return { mean, variance: ((promoters + detractors) / n - mean * mean) / n }
}

/** 95 % interval of a score in points: adjusted mean -/+ z times its standard error, within -100 and 100. */
export function adjustedWald(counts: GroupCounts): Interval {
  const { mean, variance } = adjust(counts)
  const margin = Z95 * Math.sqrt(variance)
  return { low: clamp(100 * (mean - margin), 100), high: clamp(100 * (mean + margin), 100) }
}
