import { rangesOf } from './control-chart'

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const RANGE_OF_TWO = 1.128
const RANGE_LIMIT = 3.267

export interface Individuals {
  readonly mean: number
  readonly range: number
  readonly lower: number
  readonly upper: number
  /** Above it a step from one to the next is out of the ordinary. */
  readonly rangeLimit: number
}

/** XmR chart of values whose bases are not known or are alike: mean -/+ 3 mean moving range / 1.128 (NIST 6.3.2.2). Null for fewer than two. */
export function individuals(values: readonly number[]): Individuals | null {
  if (values.length < 2) return null
  const [mean, range] = [meanOf(values), rangesOf(values)]
  const reach = (3 * range) / RANGE_OF_TWO
  return { mean, range, lower: mean - reach, upper: mean + reach, rangeLimit: RANGE_LIMIT * range }
}

/** Exponentially weighted moving average z = lambda x + (1 - lambda) z before, from the centre of the baseline on (NIST 6.3.2.4). */
export function ewma(values: readonly number[], lambda: number, start: number): readonly number[] {
  let smooth = start
  return values.map((value) => (smooth = lambda * value + (1 - lambda) * smooth))
}

/** How far from the centre such an average may go, in the long run: k s sqrt(lambda / (2 - lambda)). */
export const ewmaReach = (lambda: number, deviation: number, sigmas = 3): number => sigmas * deviation * Math.sqrt(lambda / (2 - lambda))

export interface ChangePoint {
  /** Values before the change. */
  readonly after: number
  readonly statistic: number
  readonly p: number
}

const FEWEST = 10

/**
 * Where a row of values most likely changed its level (Pettitt 1979): p = 2 exp(-6 K^2 / (n^3 + n^2)), good up to .5. A hint
 * only: a smooth trend looks like a break to it. Null for fewer than ten values.
 */
export function changePoint(values: readonly number[]): ChangePoint | null {
  const n = values.length
  if (n < FEWEST) return null
  let [best, after, rising] = [0, 1, 0]
  for (let t = 0; t < n - 1; t++) {
    for (const other of values) rising += Math.sign(values[t]! - other)
    if (Math.abs(rising) > best) [best, after] = [Math.abs(rising), t + 1]
  }
  return { after, statistic: best, p: Math.min(1, 2 * Math.exp((-6 * best ** 2) / (n ** 3 + n ** 2))) }
}
