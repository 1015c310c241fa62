import { cellAt } from '../table/column'
import { findPersonal, type PersonalKind } from '../text/find-personal'
import { veil } from '../text/veil-personal'
import type { ImportPlan } from './types'

/** What is personal in the cells of a column. */
export interface PersonalColumn {
  /** 1-based. */
  readonly index: number
  readonly filled: number
  /** Of each kind found, in how many cells, and the first one, masked; in the order in which they turn up. */
  readonly kinds: readonly { readonly kind: PersonalKind; readonly cells: number; readonly example: string }[]
}

/** The columns of a planned file that hold personal data, or are taken for columns that do, looked at in the first `rows` rows. */
export function personalColumns({ table, columns }: ImportPlan, rows = table.rows): readonly PersonalColumn[] {
  const found: PersonalColumn[] = []
  for (const { index, role, kind: written } of columns) {
    if (written === 'date' || written === 'score') continue
    const column = table.columns[index - 1]!
    const kinds = new Map<PersonalKind, { cells: number; example: string }>()
    let filled = 0
    for (let row = 0; row < Math.min(rows, table.rows); row++) {
      const cell = cellAt(column, row)
      if (cell === '') continue
      filled += 1
      const here = findPersonal(cell)
      for (const kind of new Set(here.map((each) => each.kind))) {
        const known = kinds.get(kind)
        if (known) known.cells += 1
        else {
          const first = here.find((each) => each.kind === kind)!
          kinds.set(kind, { cells: 1, example: veil(cell.slice(first.from, first.to)) })
        }
      }
    }
    if (kinds.size > 0 || (role === 'person' && filled > 0)) found.push({ index, filled, kinds: [...kinds].map(([kind, each]) => ({ kind, ...each })) })
  }
  return found
}
