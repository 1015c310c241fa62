import type { Interval } from './adjusted-wald'
import { wilson } from './wilson'

/** A share, 0 to 1, with its 95 % interval. */
export interface Estimate extends Interval {
  readonly share: number
}

/** What a rule says against what is so, over all texts: rightly flagged, wrongly flagged, missed. */
export interface RuleCounts {
  readonly tp: number
  readonly fp: number
  readonly fn: number
}

export interface RuleQuality {
  /** How much of what it flags is right. Null where it flags nothing. */
  readonly precision: Estimate | null
  /** How much of what it should flag it does. Null where there is nothing to flag. */
  readonly recall: Estimate | null
  readonly f1: number | null
}

/** How well a rule does where every text was judged. */
export function qualityOf({ tp, fp, fn }: RuleCounts): RuleQuality {
  const precision = shareOf(tp, tp + fp)
  const recall = shareOf(tp, tp + fn)
  return { precision, recall, f1: f1Of(precision?.share ?? null, recall?.share ?? null) }
}

/** A share with its Wilson interval; null of nothing. */
export const shareOf = (x: number, n: number): Estimate | null => (n === 0 ? null : { share: x / n, ...wilson(x, n) })

/** The harmonic mean of both; null where either is unknown or both are 0. */
export const f1Of = (precision: number | null, recall: number | null): number | null =>
  precision === null || recall === null || precision + recall === 0 ? null : (2 * precision * recall) / (precision + recall)
