import type { Pattern } from '../nps/least-squares'

/** Those of some responses that mention the same codes: which ones (by number), and their scores. */
export interface MentionPattern {
  readonly codes: readonly number[]
  /** Detractors, passives, promoters. */
  readonly counts: Int32Array
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
  return codes
    .map((own, at) => ({ codes: own, counts: counts.subarray(at * 3, at * 3 + 3) }))
    .filter((pattern) => answersIn(pattern) > 0)
}

/** How many responses there are of a pattern. */
export const answersIn = ({ counts }: MentionPattern): number => counts[0]! + counts[1]! + counts[2]!

/** The patterns as they are for a choice of the codes, which are numbered anew. */
export function patternsFor(patterns: readonly MentionPattern[], chosen: readonly number[]): readonly Pattern[] {
  const placeOf = new Map(chosen.map((code, at) => [code, at]))
  return patterns.map(({ codes, counts }) => ({
    codes: codes.flatMap((code) => placeOf.get(code) ?? []),
    counts: { detractors: counts[0]!, passives: counts[1]!, promoters: counts[2]! },
  }))
}
