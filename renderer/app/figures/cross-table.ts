import type { Figure } from '../../../shared/nps/types'
import type { Dimension, Slice } from '../../../shared/query/types'
import { groupRows } from './group-rows'
import { areBands, labelRow, nameOrder, readableRows } from './label-row'
import { sortRows, type LabelledRow, type Sort } from './sort-rows'
import { NOBODY, sumFigures } from './sum-figures'
import type { Words } from '../words/words'

/** Two dimensions crossed: every value of each with its total, and the figure where two meet. */
export interface CrossTable {
  readonly rows: readonly LabelledRow[]
  readonly columns: readonly LabelledRow[]
  readonly total: Figure
  readonly at: (row: string | null, column: string | null) => Figure
  /** In an anonymous project: a place without answers may be one that is hidden, and nobody tells which. */
  readonly hides: boolean
}

/** Rows of a slice by two dimensions as a table. Fields are sorted as asked, time and waves keep their own order. */
export function crossTable(
  slice: Pick<Slice, 'rows' | 'total' | 'margins' | 'withheld'>,
  [down, across]: readonly [Dimension, Dimension],
  sort: Sort,
  words: Words,
): CrossTable {
  const lines = [0, 1].map((side) => groupRows(slice.rows, ({ key }) => key[side] ?? null))
  const line = (side: 0 | 1, dimension: Dimension): readonly LabelledRow[] => {
    // Of several answers to one question, the parts do not add up.
    const alone = slice.margins?.[side]?.map(({ key, figure }) => labelRow(dimension, key[0] ?? null, figure, words))
    const labelled =
      alone ??
      [...(lines[side] ?? [])].map(([value, parts]) =>
        labelRow(dimension, value, sumFigures(parts.map(({ figure }) => figure)), words),
      )
    // Time, waves and bands keep their own order.
    const inOrder: Sort = dimension.kind === 'field' && !areBands(labelled) ? sort : { key: 'value', descending: false }
    return sortRows(labelled, inOrder, nameOrder(labelled.length, words))
  }
  const cells = new Map(
    [...(lines[0] ?? [])].map(([row, parts]) => [row, new Map(parts.map(({ key, figure }) => [key[1] ?? null, figure]))]),
  )
  return {
    rows: line(0, down),
    columns: line(1, across),
    total: slice.total,
    at: (row, column) => cells.get(row)?.get(column) ?? NOBODY,
    hides: slice.withheld !== undefined,
  }
}

/** As much of the table as can be read at once: the largest rows and columns, of time the latest. */
export const readablePart = (
  table: CrossTable,
  [down, across]: readonly [Dimension, Dimension],
  [mostRows, mostColumns]: readonly [number, number],
): CrossTable => ({
  ...table,
  rows: readableRows(table.rows, down, mostRows),
  columns: readableRows(table.columns, across, mostColumns),
})
