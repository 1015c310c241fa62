import cdf from '@stdlib/stats-base-dists-normal-cdf'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/** Quantile of the standard normal distribution for a two-sided 95 % interval: 1.959964. */
export const Z95 = quantile(0.975, 0, 1)

/** Two-sided p of a standard normal `z`. */
export const twoSidedP = (z: number): number => 2 * cdf(-Math.abs(z), 0, 1)
