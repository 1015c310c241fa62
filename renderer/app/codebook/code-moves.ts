import type { CodebookEntry } from '../../../shared/protocol/engine-api'

export const MOVES = ['up', 'down', 'in', 'out'] as const
export type Move = (typeof MOVES)[number]

/** Where a code comes to lie: among the codes of `parent`, before one of them or last. */
export interface CodePlace {
  readonly parent: string | null
  readonly before: string | null
}

type Placed = Pick<CodebookEntry, 'id' | 'parent' | 'depth'>

/** The parent as the tree shows it. */
function parentOf(codes: readonly Placed[], { id, depth }: Placed): string | null {
  const at = codes.findIndex((code) => code.id === id)
  return codes.slice(0, at).findLast((code) => code.depth < depth)?.id ?? null
}

/** Codes of one parent, in the order of the codebook. */
const childrenOf = (codes: readonly Placed[], parent: string | null): readonly string[] =>
  codes.filter((code) => parentOf(codes, code) === parent).map(({ id }) => id)

/** Where a step leads: up or down among the codes of the same parent, in under the one above, out of the parent; null: nowhere. */
export function placeAfter(codes: readonly Placed[], id: string, move: Move): CodePlace | null {
  const code = codes.find((each) => each.id === id)
  if (!code) return null
  const parent = parentOf(codes, code)
  const siblings = childrenOf(codes, parent)
  const at = siblings.indexOf(id)
  switch (move) {
    case 'up':
      return at === 0 ? null : { parent, before: siblings[at - 1]! }
    case 'down':
      return at === siblings.length - 1 ? null : { parent, before: siblings[at + 2] ?? null }
    case 'in':
      return at === 0 ? null : { parent: siblings[at - 1]!, before: null }
    case 'out': {
      const above = codes.find((each) => each.id === parent)
      if (!above) return null
      const parents = childrenOf(codes, parentOf(codes, above))
      return { parent: parentOf(codes, above), before: parents[parents.indexOf(above.id) + 1] ?? null }
    }
  }
}

export type DropZone = 'before' | 'inside' | 'after'

/** Where a code dropped on another comes to lie; null: where it cannot, below itself. */
export function placeDropped(codes: readonly Placed[], id: string, on: string, zone: DropZone): CodePlace | null {
  const target = codes.find((each) => each.id === on)
  for (let here: Placed | undefined = target; here; ) {
    if (here.id === id) return null
    const parent: string | null = parentOf(codes, here)
    here = codes.find((each) => each.id === parent)
  }
  if (!target) return null
  if (zone === 'inside') return { parent: on, before: null }
  const parent = parentOf(codes, target)
  if (zone === 'before') return { parent, before: on }
  const siblings = childrenOf(codes, parent).filter((each) => each !== id)
  return { parent, before: siblings[siblings.indexOf(on) + 1] ?? null }
}
