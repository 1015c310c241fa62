import type { Pattern } from '../nps/least-squares'
import { GROUPS } from '../nps/group'

/** Codes by the places of the responses that mention them, in ascending order. */
export interface MentionPlaces {
  readonly places: Uint32Array
}

/** Those of some responses that mention the same codes: which ones (by number), and their scores. */
export interface MentionPattern {
  readonly codes: readonly number[]
  /** Detractors, passives, promoters. */
  readonly counts: Int32Array
}

/**
 * The selected responses with a score, by which of the codes they mention. Each code splits the classes that were there
 * before it, so that the work goes with the mentions, not with responses times codes.
 */
export function mentionPatterns(groups: Int8Array, selected: Uint8Array, codes: readonly MentionPlaces[]): readonly MentionPattern[] {
  const classOf = new Uint32Array(groups.length)
  const mentioned: (readonly number[])[] = [[]]
  codes.forEach(({ places }, code) => {
    const split = new Map<number, number>()
    for (const row of places) {
      const before = classOf[row]!
      let after = split.get(before)
      if (after === undefined) {
        after = mentioned.push([...mentioned[before]!, code]) - 1
        split.set(before, after)
      }
      classOf[row] = after
    }
  })
  const counts = new Int32Array(mentioned.length * 3)
  for (let row = 0; row < groups.length; row++) if (selected[row] && groups[row]! >= 0) counts[classOf[row]! * 3 + groups[row]!]! += 1
  return mentioned
    .map((own, at) => ({ codes: own, counts: counts.subarray(at * 3, at * 3 + 3) }))
    .filter((pattern) => answersIn(pattern) > 0)
}

/** How many responses there are of a pattern. */
export const answersIn = ({ counts }: MentionPattern): number => counts[0]! + counts[1]! + counts[2]!

/** The patterns as they are for a choice of the codes; those that then are the same together. */
export function patternsFor(patterns: readonly MentionPattern[], chosen: readonly number[]): readonly Pattern[] {
  const found = new Map<string, { readonly has: boolean[]; readonly counts: Int32Array }>()
  const placeOf = new Map(chosen.map((code, at) => [code, at]))
  for (const { codes, counts } of patterns) {
    const places = codes.flatMap((code) => placeOf.get(code) ?? []).sort((a, b) => a - b)
    const key = places.join()
    let pattern = found.get(key)
    if (!pattern) {
      pattern = { has: chosen.map(() => false), counts: new Int32Array(GROUPS.length) }
      for (const place of places) pattern.has[place] = true
      found.set(key, pattern)
    }
    for (let group = 0; group < GROUPS.length; group++) pattern.counts[group]! += counts[group]!
  }
  return [...found.values()].map(({ has, counts }) => ({ has, counts: { detractors: counts[0]!, passives: counts[1]!, promoters: counts[2]! } }))
}
