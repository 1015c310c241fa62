/** Below 10 answers a score is `tiny` (counts only in the window), below 30 `low` (greyed, not ranked). */
export type Base = 'tiny' | 'low' | 'ok'

export interface GroupCounts {
  readonly promoters: number
  readonly passives: number
  readonly detractors: number
}

/**
 * A Net Promoter Score with what it rests on. Points, unrounded; `low` and `high` are the 95 % adjusted Wald
 * interval. Without answers there is no score: nps, low and high are null and `reason` says so.
 */
export interface Figure extends GroupCounts {
  readonly n: number
  readonly nps: number | null
  readonly low: number | null
  readonly high: number | null
  readonly base: Base
  readonly reason?: 'no-answers'
}

export type Verdict = 'up' | 'down' | 'within-noise' | 'not-comparable'

/** Later minus earlier, in points, with its 95 % interval and two-sided p. Null when either side has no answers. */
export interface Difference {
  readonly difference: number | null
  readonly low: number | null
  readonly high: number | null
  readonly p: number | null
  readonly verdict: Verdict
}

/** What a code does to the score: contribution = NPS minus the NPS without those who mention it. */
export interface CodeEffect {
  readonly n: number
  /** Of the base, 0 to 1. */
  readonly share: number
  readonly nps: number | null
  readonly npsRest: number | null
  readonly contribution: number | null
  readonly low: number | null
  readonly high: number | null
}
