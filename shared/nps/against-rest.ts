import { differenceOf } from './difference'
import { answersOf, baseOf } from './figure'
import { benjaminiHochberg } from './many-tests'
import type { Difference, GroupCounts } from './types'

/** Up to this share of false finds among the segments that stand out. Benjamini and Hochberg 1995; screening, not a claim. */
export const REST_Q = 0.1

/**
 * A segment against everybody else. The verdict goes by q, which is p put right for the number of comparisons. Segments with a
 * low base, or without enough others, are not compared: their p and q are null.
 */
export interface RestTest extends Difference {
  readonly q: number | null
}

export interface RestTests {
  /** In the order of the segments. */
  readonly tests: readonly RestTest[]
  /** How many comparisons were made: the family that q is for. */
  readonly comparisons: number
}

/** Everybody of the whole who is not in the group. Who is in several groups counts in each; the rest are those without this one. */
export const restOf = (whole: GroupCounts, group: GroupCounts): GroupCounts => ({
  promoters: whole.promoters - group.promoters,
  passives: whole.passives - group.passives,
  detractors: whole.detractors - group.detractors,
})

const isCompared = (counts: GroupCounts): boolean => baseOf(answersOf(counts)) === 'ok' && Math.min(counts.promoters, counts.passives, counts.detractors) >= 0

const notCompared = (difference: Difference): RestTest => ({ ...difference, p: null, verdict: 'not-comparable', q: null })

/** The difference of a segment from the rest that is no part of any family. */
export const untested = (whole: GroupCounts, group: GroupCounts): RestTest => notCompared(differenceOf(restOf(whole, group), group))

/** Each segment of a view against the rest of it; all comparisons of the view are one family. */
export function restTests(whole: GroupCounts, groups: readonly GroupCounts[]): RestTests {
  const pairs = groups.map((group) => ({ group, rest: restOf(whole, group) }))
  const differences = pairs.map(({ group, rest }) => differenceOf(rest, group))
  const compared = pairs.flatMap(({ group, rest }, at) => (isCompared(group) && isCompared(rest) ? [at] : []))
  const qs = benjaminiHochberg(compared.map((at) => differences[at]!.p!))
  const qOf = new Map(compared.map((at, place) => [at, qs[place]!]))
  const tests = differences.map((difference, at): RestTest => {
    const q = qOf.get(at)
    if (q === undefined) return notCompared(difference)
    return { ...difference, q, verdict: q > REST_Q ? 'within-noise' : difference.low! + difference.high! > 0 ? 'up' : 'down' }
  })
  return { tests, comparisons: compared.length }
}

/**
 * How much of a difference is certain: the end of its interval nearest to 0, with its sign; 0 where the interval holds 0,
 * null where nothing was compared.
 */
export function certainPart({ low, high, q }: RestTest): number | null {
  if (q === null || low === null || high === null) return null
  return low > 0 ? low : high < 0 ? high : 0
}
