import type { Estimate } from './rule-quality'
import { f1Of, shareOf } from './rule-quality'
import { Z95 } from './normal'

/** Texts that are sampled by themselves: how many there are, how many were judged, and how many of these belong to the code. */
export interface Stratum {
  readonly size: number
  readonly judged: number
  readonly yes: number
}

export interface Audit {
  /** How much of what the rule flags is right. Null before any of it was judged. */
  readonly precision: Estimate | null
  /** How much of what belongs to the code the rule flags. Null as long as one of the strata was not judged. */
  readonly recall: Estimate | null
  /** Nothing missed was found, which does not mean that nothing was: recall is at least its `low`. */
  readonly noMisses: boolean
  readonly f1: number | null
  /** Texts that belong to the code, by estimate. */
  readonly belonging: number | null
}

const ALPHA = 0.05

/** The largest share that may be so although none of `n` was, at 95 % (one-sided; Clopper and Pearson). */
export const mostOfNone = (n: number): number => (n === 0 ? 1 : 1 - ALPHA ** (1 / n))

/**
 * How well a rule does, from samples of what it flags and of what it does not, each weighted back to its size. Recall has
 * the interval of its logit (delta method, finite populations). Where a stratum of unflagged texts showed no miss, the
 * interval reaches down to what it may still hide.
 */
export function auditOf(flagged: Stratum, unflagged: readonly Stratum[]): Audit {
  const precision = shareOf(flagged.yes, flagged.judged)
  const known = [flagged, ...unflagged].every(({ size, judged }) => size === 0 || judged > 0)
  if (!known) return { precision, recall: null, noMisses: false, f1: null, belonging: null }
  const tp = totalOf(flagged)
  const fn = unflagged.map(totalOf).reduce((sum, one) => sum + one, 0)
  const hidden = unflagged.filter(({ yes }) => yes === 0).reduce((sum, one) => sum + hiddenIn(one), 0)
  const belonging = tp + fn
  const share = belonging === 0 ? null : tp / belonging
  const recall = share === null ? null : { share, ...recallInterval(flagged, unflagged, tp, fn, hidden) }
  return { precision, recall, noMisses: fn === 0, f1: f1Of(precision?.share ?? null, share), belonging }
}

const totalOf = ({ size, judged, yes }: Stratum): number => (judged === 0 ? 0 : (size * yes) / judged)

/** How many there may be at most in a stratum that showed none. */
const hiddenIn = ({ size, judged }: Stratum): number => (judged >= size ? 0 : size * mostOfNone(judged))

/** Variance of the estimated total. */
function varianceOf({ size, judged, yes }: Stratum): number {
  if (judged === 0 || judged >= size) return 0
  const share = yes / judged
  return ((size * size * share * (1 - share)) / judged) * (1 - judged / size)
}

function recallInterval(flagged: Stratum, unflagged: readonly Stratum[], tp: number, fn: number, hidden: number) {
  if (tp === 0) return { low: 0, high: fn > 0 ? 1 - fn / (fn + flagged.size * mostOfNone(flagged.judged)) : 1 }
  const worst = tp / (tp + fn + hidden)
  if (fn === 0) return { low: worst, high: 1 }
  const error = Math.sqrt(varianceOf(flagged) / tp ** 2 + unflagged.reduce((sum, one) => sum + varianceOf(one), 0) / fn ** 2)
  const logit = Math.log(tp / fn)
  return { low: Math.min(shareOfLogit(logit - Z95 * error), worst), high: shareOfLogit(logit + Z95 * error) }
}

const shareOfLogit = (logit: number): number => 1 / (1 + Math.exp(-logit))
