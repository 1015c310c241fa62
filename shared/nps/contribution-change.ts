import { baseOf } from './figure'
import { twoSidedP, Z95 } from './normal'
import type { CodeEffect, Difference } from './types'

/** What a code does to a score in one period: its share of the base (0 to 1), and how far its mentioners' score is from the rest's. */
export interface Pull {
  readonly share: number
  /** Points: score of the mentioners - score of the rest. */
  readonly gap: number
}

/**
 * How a code's contribution (share x gap) changed, in points: because it is mentioned more or less (`volume` = change of
 * the share x mean gap) and because those who mention it score otherwise (`severity` = mean share x change of the gap).
 * Both add up to the change exactly.
 */
export function contributionChange(before: Pull, after: Pull): { readonly volume: number; readonly severity: number } {
  return {
    volume: ((after.share - before.share) * (before.gap + after.gap)) / 2,
    severity: ((before.share + after.share) / 2) * (after.gap - before.gap),
  }
}

/** A change of a contribution, in points, with what comes from more or fewer mentions and what from other scores. */
export interface ContributionShift extends Difference {
  readonly volume: number | null
  readonly severity: number | null
}

const ALPHA = 0.05
const NONE: ContributionShift = { difference: null, low: null, high: null, p: null, verdict: 'not-comparable', volume: null, severity: null }

/**
 * How far a code's contribution moved between two independent sides: SE = sqrt(SE1^2 + SE2^2) of both contributions.
 * Nothing where a side has no contribution; no verdict where it has fewer than 10 mentions on a side.
 */
export function contributionShift(from: CodeEffect, to: CodeEffect): ContributionShift {
  if (from.contribution === null || to.contribution === null) return NONE
  const gap = ({ nps, npsRest }: CodeEffect): number | null => (nps === null || npsRest === null ? null : nps - npsRest)
  const [before, after] = [gap(from) ?? gap(to) ?? 0, gap(to) ?? gap(from) ?? 0]
  const difference = to.contribution - from.contribution
  const parts = contributionChange({ share: from.share, gap: before }, { share: to.share, gap: after })
  const error = Math.hypot(errorOf(from), errorOf(to))
  const p = error === 0 ? null : twoSidedP(difference / error)
  const isComparable = p !== null && baseOf(from.n) !== 'tiny' && baseOf(to.n) !== 'tiny'
  return {
    difference,
    low: p === null ? null : difference - Z95 * error,
    high: p === null ? null : difference + Z95 * error,
    p,
    verdict: !isComparable ? 'not-comparable' : p >= ALPHA ? 'within-noise' : difference > 0 ? 'up' : 'down',
    ...parts,
  }
}

const errorOf = ({ low, high }: CodeEffect): number => (low === null || high === null ? 0 : (high - low) / (2 * Z95))
