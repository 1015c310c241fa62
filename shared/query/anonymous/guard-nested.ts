import { isApart, isEmpty, isSafe, isSame, isWithin, sizeOf, without, type RowSet, type ScoredAnswers } from './row-set'

/** Groups of which some are shown: the values of a field, or the cells of two. */
export interface CutTable {
  readonly sets: readonly RowSet[]
  readonly hidden: boolean[]
  /** Hides one more, and whatever then has to be hidden with it. */
  readonly hide: (at: number) => void
}

interface Shown {
  readonly table: CutTable
  readonly at: number
  readonly set: RowSet
  readonly size: number
}

/**
 * Hides groups until none that lies within another (a team in its department), and no such groups put together, leave an
 * unsafe rest of it: whoever knows what belongs where would take one from the other. `total` is shown as well.
 */
export function guardNested(answers: ScoredAnswers, total: RowSet, tables: readonly CutTable[], k: number): void {
  const isShown = ({ table, at }: Shown): boolean => !table.hidden[at]
  for (let isStable = false; !isStable; ) {
    isStable = true
    const shown = tables.flatMap((table) => table.sets.flatMap((set, at): Shown[] => (table.hidden[at] ? [] : [{ table, at, set, size: sizeOf(set) }])))
    for (const outer of [{ set: total, size: sizeOf(total) }, ...shown]) {
      if ('table' in outer && !isShown(outer)) continue
      const inner = shown.filter((one) => one.size < outer.size && isShown(one) && isWithin(one.set, outer.set))
      for (const pack of packsOf(inner)) {
        const rest = without(outer.set, pack.map(({ set }) => set))
        if (!pack.every(isShown) || isEmpty(rest) || isSafe(answers, rest, k)) continue
        const least = pack.reduce((one, other) => (other.size < one.size ? other : one))
        least.table.hide(least.at)
        isStable = false
      }
    }
  }
}

/** Groups that have nobody in common: each alone, those of each table, and as many as go together, the largest and the smallest first. */
function packsOf(inner: readonly Shown[]): readonly (readonly Shown[])[] {
  const bySize = inner.toSorted((a, b) => b.size - a.size)
  const tables = [...new Set(inner.map(({ table }) => table))]
  const packs = [...tables.map((of) => bySize.filter(({ table }) => table === of)), bySize, bySize.toReversed()]
  return [...inner.map((one) => [one]), ...packs.map(apart)].filter((pack) => pack.length > 0)
}

function apart(candidates: readonly Shown[]): readonly Shown[] {
  const taken: Shown[] = []
  for (const one of candidates) if (taken.every(({ set }) => isApart(set, one.set) && !isSame(set, one.set))) taken.push(one)
  return taken
}
