import { answersOf } from '../../nps/figure'
import type { Pattern } from '../../nps/least-squares'
import type { GroupCounts } from '../../nps/types'

/** Those of some responses that mention the same codes: which ones (by number), and their scores. */
export interface MentionPattern {
  readonly codes: readonly number[]
  readonly counts: GroupCounts
}

/** All responses by which of the codes they mention: the class of each, and the codes of each class. */
interface MentionClasses {
  readonly of: Uint32Array
  readonly codes: readonly (readonly number[])[]
}

const known = new WeakMap<Uint32Array, { readonly places: readonly Uint32Array[]; readonly classes: MentionClasses }>()

/**
 * Each code splits the classes that were there before it, so that the work goes with the mentions, not with responses
 * times codes. Kept while the mentions are the same, whatever is selected.
 */
function mentionClasses(rows: number, places: readonly Uint32Array[]): MentionClasses {
  const [first] = places
  const kept = first && known.get(first)
  if (kept && kept.classes.of.length === rows && kept.places.length === places.length && kept.places.every((one, at) => one === places[at])) return kept.classes
  const of = new Uint32Array(rows)
  const codes: (readonly number[])[] = [[]]
  places.forEach((own, code) => {
    const split = new Map<number, number>()
    for (const row of own) {
      const before = of[row]!
      let after = split.get(before)
      if (after === undefined) {
        after = codes.push([...codes[before]!, code]) - 1
        split.set(before, after)
      }
      of[row] = after
    }
  })
  const classes = { of, codes }
  if (first) known.set(first, { places, classes })
  return classes
}

/** The selected responses with a score, by which of the codes they mention. */
export function mentionPatterns(groups: Int8Array, selected: Uint8Array, places: readonly Uint32Array[]): readonly MentionPattern[] {
  const { of, codes } = mentionClasses(groups.length, places)
  const counts = new Int32Array(codes.length * 3)
  for (let row = 0; row < groups.length; row++) if (selected[row] && groups[row]! >= 0) counts[of[row]! * 3 + groups[row]!]! += 1
  const patterns: MentionPattern[] = []
  for (let at = 0; at < codes.length; at++) {
    const [detractors, passives, promoters] = [counts[at * 3]!, counts[at * 3 + 1]!, counts[at * 3 + 2]!]
    if (detractors + passives + promoters > 0) patterns.push({ codes: codes[at]!, counts: { detractors, passives, promoters } })
  }
  return patterns
}

/** How many responses there are of a pattern. */
export const answersIn = ({ counts }: MentionPattern): number => answersOf(counts)

/** The patterns as they are for a choice of the codes, which are numbered anew. */
export function patternsFor(patterns: readonly MentionPattern[], chosen: readonly number[]): readonly Pattern[] {
  const placeOf: (number | undefined)[] = []
  chosen.forEach((code, at) => (placeOf[code] = at))
  return patterns.map(({ codes, counts }) => {
    const places: number[] = []
    for (const code of codes) {
      const place = placeOf[code]
      if (place !== undefined) places.push(place)
    }
    return { codes: places, counts }
  })
}
