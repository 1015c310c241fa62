import type { Figure } from '../../../shared/nps/types'
import type { CrossTable } from '../../app/figures/cross-table'
import { markId } from '../../app/figures/mark-id'
import type { RestView } from '../../app/slice/rest-view'
import type { LabelledRow } from '../../app/figures/sort-rows'
import type { Words } from '../../app/words/words'
import type { HeatCell } from '../../parts/heat-box'
import type { HeatLine, HeatPlace } from '../../parts/heat-map'
import { heatCell, hiddenCell, type HeatScale } from './heat-cell'

export const idOf = ({ key }: LabelledRow): string => markId(key[0] ?? null)
export const lineOf = (line: LabelledRow): HeatLine => ({ id: idOf(line), label: line.label })
export const figureAt = (table: CrossTable, row: LabelledRow, column: LabelledRow): Figure => table.at(row.key[0] ?? null, column.key[0] ?? null)

/** The figures where rows and columns meet. */
export const cellsOf = (table: CrossTable): readonly Figure[] => table.rows.flatMap((row) => table.columns.map((column) => figureAt(table, row, column)))

/** All that a heat map compares with the rest: its cells, and the totals of its rows and columns. */
export const comparedIn = (table: CrossTable): readonly Figure[] =>
  [...cellsOf(table), ...table.rows.map(({ figure }) => figure), ...table.columns.map(({ figure }) => figure)].filter(({ n }) => n > 0)

/** What each place of a heat map shows: a cell, the total of a row or a column, or of everything. */
export function heatCells(table: CrossTable, rest: RestView, scale: HeatScale, words: Words): (place: HeatPlace) => HeatCell {
  const rows = new Map(table.rows.map((row) => [idOf(row), row]))
  const columns = new Map(table.columns.map((column) => [idOf(column), column]))
  return (place) => {
    const row = place.row === null ? undefined : rows.get(place.row)
    const column = place.column === null ? undefined : columns.get(place.column)
    const figure = (row && column ? figureAt(table, row, column) : (row ?? column)?.figure) ?? table.total
    const label = row && column ? words.t('slice.cell', { row: row.label, column: column.label }) : (row ?? column)?.label
    const named = label ?? words.t('slice.all')
    return table.hides && figure.n === 0 ? hiddenCell(named, words) : heatCell(figure, rest.of(figure), named, scale, words)
  }
}
