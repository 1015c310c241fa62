/** An axis with round ends and a few ticks. */
export interface NiceAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

const STEPS = [1, 2, 5, 10, 20, 50, 100]
const MOST_STEPS = 8
const NARROWEST = 4

/** The axis that holds all values, 0 included, within -`limit` and +`limit`. */
export function axisAround(values: readonly number[], limit: number): NiceAxis {
  return axisOf(Math.min(-NARROWEST / 2, ...values), Math.max(NARROWEST / 2, ...values), limit)
}

/** The axis that holds all values and little else: for what lies between them, not for how far they are from 0. */
export function axisBetween(values: readonly number[], limit: number): NiceAxis {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const lacking = Math.max(0, NARROWEST - (most - least)) / 2
  return axisOf(least - lacking, most + lacking, limit)
}

function axisOf(least: number, most: number, limit: number): NiceAxis {
  const step = STEPS.find((each) => Math.ceil(most / each) - Math.floor(least / each) <= MOST_STEPS) ?? limit / 2
  const low = Math.max(-limit, Math.floor(least / step) * step)
  const high = Math.min(limit, Math.ceil(most / step) * step)
  return { low, high, ticks: ticksOf(low, high, step) }
}

/** Every `step` from `low` to `high`. */
export const ticksOf = (low: number, high: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => low + at * step)
