import type { PlacedCode } from './code-order'
import type { TagPart } from '../tags/tag-parts'

/** The places of codes that exclude one another, by the names of their groups. Who is alone in a group excludes nobody. */
export function exclusiveGroups(codes: readonly PlacedCode[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  codes.forEach(({ code: { exclusive } }, at) => {
    if (exclusive !== undefined) groups.set(exclusive, [...(groups.get(exclusive) ?? []), at])
  })
  return [...groups.values()].filter((places) => places.length > 1)
}

/** Settled groups by their first part, so that the same parts give the same objects again. */
export type ExclusiveCache = WeakMap<TagPart, readonly { readonly given: readonly TagPart[]; readonly settled: readonly TagPart[] }[]>

const MOST_KEPT = 4

/** Parts of a group, in the order of the codebook, with one code left for each verbatim: a coder's, else the first. */
export function settleGroup(given: readonly TagPart[], cache: ExclusiveCache): readonly TagPart[] {
  const known = cache.get(given[0]!) ?? []
  const same = known.find((each) => each.given.length === given.length && each.given.every((part, at) => part === given[at]))
  if (same) return same.settled
  const settled = settle(given)
  cache.set(given[0]!, [{ given, settled }, ...known].slice(0, MOST_KEPT))
  return settled
}

function settle(given: readonly TagPart[]): readonly TagPart[] {
  /** Who has the verbatim, counted from 1. */
  const owner = new Uint16Array(given[0]!.has.length)
  given.forEach(({ byHand }, at) => byHand.forEach((row) => (owner[row] ||= at + 1)))
  return given.map((part, at) => {
    const { has, byHand } = part
    let kept: Uint8Array | null = null
    for (let row = 0; row < has.length; row++) {
      if (!has[row]) continue
      owner[row] ||= at + 1
      if (owner[row] !== at + 1) (kept ??= has.slice())[row] = 0
    }
    return kept === null ? part : { has: kept, byHand: byHand.filter((row) => kept[row]) }
  })
}
