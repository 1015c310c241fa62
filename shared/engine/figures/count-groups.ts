import { effectOf } from '../../nps/code-effect'
import type { CodeEffect, GroupCounts } from '../../nps/types'
import type { Columns } from '../columns/columns'
import { placesOf } from '../tags/tag-parts'

/** Detractors, passives and promoters among the selected rows. */
export function groupsIn({ groups }: Columns, selected: Uint8Array): GroupCounts {
  // The first is for rows without a score.
  const counts = [0, 0, 0, 0]
  for (let row = 0; row < selected.length; row++) counts[groups[row]! + 1]! += selected[row]!
  return { detractors: counts[1]!, passives: counts[2]!, promoters: counts[3]! }
}

/** The same of those in these places. */
export function groupsAt({ groups }: Columns, selected: Uint8Array, places: Uint32Array): GroupCounts {
  const counts = [0, 0, 0, 0]
  for (let at = 0; at < places.length; at++) {
    const row = places[at]!
    counts[groups[row]! + 1]! += selected[row]!
  }
  return { detractors: counts[1]!, passives: counts[2]!, promoters: counts[3]! }
}

/** What a code that the marked rows have does to the score of the selected ones; `all` are the groups of these. */
export function effectOn(columns: Columns, selected: Uint8Array, all: GroupCounts, rows: Uint8Array): CodeEffect {
  const mentioned = groupsAt(columns, selected, placesOf(rows))
  return effectOf(mentioned, {
    promoters: all.promoters - mentioned.promoters,
    passives: all.passives - mentioned.passives,
    detractors: all.detractors - mentioned.detractors,
  })
}
