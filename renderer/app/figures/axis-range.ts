import type { Figure } from '../../../shared/nps/types'

export interface AxisRange {
  readonly low: number
  readonly high: number
}

export const FULL_RANGE: AxisRange = { low: -100, high: 100 }

const STEP = 20
const NARROWEST = 40

/** The part of the axis that holds every interval drawn, on whole twenties, never narrower than 40 points. */
export function zoomedRange(figures: readonly Figure[]): AxisRange {
  const drawn = figures.filter((figure) => figure.base !== 'tiny' && figure.low !== null && figure.high !== null)
  if (drawn.length === 0) return FULL_RANGE
  let low = Math.floor(Math.min(...drawn.map((figure) => figure.low ?? 0)) / STEP) * STEP
  let high = Math.ceil(Math.max(...drawn.map((figure) => figure.high ?? 0)) / STEP) * STEP
  while (high - low < NARROWEST) {
    if (low > FULL_RANGE.low) low -= STEP
    if (high < FULL_RANGE.high) high += STEP
  }
  return low === FULL_RANGE.low && high === FULL_RANGE.high ? FULL_RANGE : { low, high }
}

/** The range widened, on whole twenties, so that these lie in it as well. */
export function rangeWith({ low, high }: AxisRange, others: readonly AxisRange[]): AxisRange {
  const wide = {
    low: Math.min(low, ...others.map((other) => Math.floor(other.low / STEP) * STEP)),
    high: Math.max(high, ...others.map((other) => Math.ceil(other.high / STEP) * STEP)),
  }
  return wide.low === FULL_RANGE.low && wide.high === FULL_RANGE.high ? FULL_RANGE : wide
}
