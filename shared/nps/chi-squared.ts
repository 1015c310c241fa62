import cdf from '@stdlib/stats-base-dists-chisquare-cdf'

export interface ChiSquared {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
}

/** A statistic held against the chi-squared distribution. */
export const chiSquared = (statistic: number, degrees: number): ChiSquared => ({ statistic, degrees, p: 1 - cdf(statistic, degrees) })
