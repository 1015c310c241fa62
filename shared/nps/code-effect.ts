import { answersOf, pointsOf } from './figure'
import { Z95 } from './normal'
import type { CodeEffect, GroupCounts } from './types'

/** Sum over the answers of a group of (slope * x + shift)^2, where x is +1, 0, -1. */
const squares = (counts: GroupCounts, slope: number, shift: number): number =>
  counts.promoters * (slope + shift) ** 2 + counts.passives * shift ** 2 + counts.detractors * (shift - slope) ** 2

/**
 * What mentioning a code does to the score of everybody: contribution = NPS - NPS of the rest = s (T - R), where s is
 * the share of mentioners, T their score and R that of the rest. Its 95 % interval is contribution -/+ z SE with SE =
 * sqrt(sum IF^2) / n over the influence function IF = (x - NPS) - (1 - m)(x - R) / (1 - s), m = 1 for a mentioner.
 * Without anybody in the rest nothing can be said; without mentioners the contribution is 0 and has no interval.
 */
export function effectOf(mentioned: GroupCounts, rest: GroupCounts): CodeEffect {
  const [n, others] = [answersOf(mentioned), answersOf(rest)]
  const total = n + others
  const share = total === 0 ? 0 : n / total
  const nps = n === 0 ? null : pointsOf(mentioned)
  const none = { n, share, nps, contribution: null, low: null, high: null }
  if (others === 0) return { ...none, npsRest: null }
  const npsRest = pointsOf(rest)
  if (nps === null) return { ...none, npsRest, contribution: 0 }

  const contribution = share * (nps - npsRest)
  const restMean = npsRest / 100
  const mean = restMean + contribution / 100
  const weight = 1 / (1 - share)
  const sum = squares(mentioned, 1, -mean) + squares(rest, 1 - weight, weight * restMean - mean)
  const margin = (100 * Z95 * Math.sqrt(sum)) / total
  return { n, share, nps, npsRest, contribution, low: contribution - margin, high: contribution + margin }
}
