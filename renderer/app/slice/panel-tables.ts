import type { Figure } from '../../../shared/nps/types'
import type { Dimension } from '../../../shared/query/types'
import { crossTable, type CrossTable } from '../figures/cross-table'
import { areBands, labelRow, nameOrder } from '../figures/label-row'
import { markId } from '../figures/mark-id'
import type { Panels } from './slice-panels'
import { sortRows, type LabelledRow, type Sort } from '../figures/sort-rows'
import { NOBODY } from '../figures/sum-figures'
import type { Words } from '../words/words'

/** A panel with its value, and its table in the rows and columns of all. */
export interface PanelTable {
  readonly each: LabelledRow
  readonly table: CrossTable
}

/** The panels in order: time, waves and bands in their own, other values from the largest. Rows and columns are those of the whole. */
export function panelTables(
  { shown }: Panels,
  whole: CrossTable,
  [down, across]: readonly [Dimension, Dimension],
  each: Dimension,
  sort: Sort,
  words: Words,
): readonly PanelTable[] {
  const tables = new Map(shown.map(({ value, slice }) => [markId(value), crossTable(slice, [down, across], sort, words)]))
  const values = shown.map(({ value, slice }) => labelRow(each, value, slice.total, words))
  const order: Sort = each.kind !== 'field' || areBands(values) ? { key: 'value', descending: false } : { key: 'n', descending: true }
  return sortRows(values, order, nameOrder(values.length, words)).flatMap((value) => {
    const table = tables.get(markId(value.key[0] ?? null))
    return table ? [{ each: value, table: { ...table, rows: inOrder(whole.rows, table.rows), columns: inOrder(whole.columns, table.columns) } }] : []
  })
}

/** The lines of the whole with the figures that they have in the panel. */
function inOrder(lines: readonly LabelledRow[], own: readonly LabelledRow[]): readonly LabelledRow[] {
  const figures = new Map<string, Figure>(own.map(({ key, figure }) => [markId(key[0] ?? null), figure]))
  return lines.map((line) => ({ ...line, figure: figures.get(markId(line.key[0] ?? null)) ?? NOBODY }))
}
