import type { Clause, Dimension, ValuesClause } from '../../../shared/query/types'
import { dimensionValue } from '../figures/dimension'

/** Values of a dimension picked in a chart; null: none are, so that all of them count. */
export type Chosen = readonly (string | null)[] | null

/** What the charts of the slice screen call a filter that was set by picking values of the dimension. */
export const sliceSource = (dimension: Dimension): string => `slice:${dimensionValue(dimension)}`

/** The values of the dimension picked in a chart. */
export function chosenValues(filter: readonly Clause[], dimension: Dimension): Chosen {
  const source = sliceSource(dimension)
  const own = filter.find((clause): clause is ValuesClause => clause.kind === 'values' && clause.source === source)
  return own?.values ?? null
}

/** The filter of a chart by these dimensions: without what was picked in the chart itself. */
export function withoutOwn(filter: readonly Clause[], dimensions: readonly Dimension[]): readonly Clause[] {
  const own = new Set(dimensions.map(sliceSource))
  const rest = filter.filter(({ source }) => source === undefined || !own.has(source))
  return rest.length === filter.length ? filter : rest
}

/**
 * What is picked after a press on `value`. Alone, it replaces what was picked, or takes it back where it was the only
 * one; `adding` puts it in or out and keeps the others.
 */
export function pressed(chosen: Chosen, value: string | null, adding: boolean): Chosen {
  if (!adding) return chosen?.length === 1 && chosen[0] === value ? null : [value]
  const others = (chosen ?? []).filter((each) => each !== value)
  if (others.length === chosen?.length || chosen === null) return [...others, value]
  return others.length === 0 ? null : others
}

/** What is picked in two dimensions crossed: the cells where a row and a column of these meet. */
export interface CellsChosen {
  readonly rows: Chosen
  readonly columns: Chosen
}

/** A cell of two dimensions crossed; a side left out stands for all of it. */
export interface CellPressed {
  readonly row?: string | null
  readonly column?: string | null
}

const holds = (chosen: Chosen, value: string | null | undefined): boolean =>
  value === undefined || chosen === null || chosen.includes(value)

/**
 * What is picked after a press on a cell, or on a whole row or column. Alone, it replaces what was picked, or takes it
 * back where it was just that; `adding` widens what is picked by the cell's row and column, or takes them out again.
 */
export function pressedCell({ rows, columns }: CellsChosen, { row, column }: CellPressed, adding: boolean): CellsChosen {
  const alone: CellsChosen = {
    rows: row === undefined ? null : [row],
    columns: column === undefined ? null : [column],
  }
  const picked = rows !== null || columns !== null
  if (!picked) return alone
  if (!adding) return sameChosen(rows, alone.rows) && sameChosen(columns, alone.columns) ? NO_CELLS : alone
  if (row !== undefined && column !== undefined) {
    if (!holds(rows, row) || !holds(columns, column)) return { rows: widened(rows, row), columns: widened(columns, column) }
    if (rows !== null && rows.length > 1) return { rows: pressed(rows, row, true), columns }
    if (columns !== null && columns.length > 1) return { rows, columns: pressed(columns, column, true) }
    return NO_CELLS
  }
  return {
    rows: row === undefined ? rows : pressed(rows, row, true),
    columns: column === undefined ? columns : pressed(columns, column, true),
  }
}

const NO_CELLS: CellsChosen = { rows: null, columns: null }

const widened = (chosen: Chosen, value: string | null): Chosen =>
  chosen === null || chosen.includes(value) ? chosen : [...chosen, value]

const sameChosen = (a: Chosen, b: Chosen): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((value) => b.includes(value)))

export interface Choice {
  readonly dimension: Dimension
  readonly values: Chosen
}

/** The filter with other values picked: the clauses of each dimension named are replaced, or taken out. */
export function withChoices(filter: readonly Clause[], choices: readonly Choice[]): readonly Clause[] {
  const rest = withoutOwn(
    filter,
    choices.map(({ dimension }) => dimension),
  )
  const picked = choices.flatMap(({ dimension, values }): readonly ValuesClause[] =>
    values === null ? [] : [{ kind: 'values', dimension, values, source: sliceSource(dimension) }],
  )
  return [...rest, ...picked]
}
