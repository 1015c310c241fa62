import type { Chosen } from './brush'

/** What is picked where three fields meet. */
export interface PanelsChosen {
  readonly rows: Chosen
  readonly columns: Chosen
  readonly each: Chosen
}

/** A cell of one of the panels; a side left out stands for all of it. */
export interface PanelPressed {
  readonly row?: string | null
  readonly column?: string | null
  readonly each: string | null
}

const NONE: PanelsChosen = { rows: null, columns: null, each: null }

const same = (a: Chosen, b: Chosen): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((value) => b.includes(value)))
const holds = (chosen: Chosen, value: string | null | undefined): boolean => value === undefined || chosen === null || chosen.includes(value)
const widened = (chosen: Chosen, value: string | null | undefined): Chosen =>
  value === undefined || chosen === null || chosen.includes(value) ? chosen : [...chosen, value]

/**
 * What is picked after a press on a cell of a panel, on a row, a column, or the whole of it. Alone, it replaces what was
 * picked, or takes it back where it was just that; `adding` widens what is picked by it, or takes it out again: first its
 * panel, then its row, then its column.
 */
export function pressedPanel(chosen: PanelsChosen, { row, column, each }: PanelPressed, adding: boolean): PanelsChosen {
  const alone: PanelsChosen = { rows: row === undefined ? null : [row], columns: column === undefined ? null : [column], each: [each] }
  const picked = chosen.rows !== null || chosen.columns !== null || chosen.each !== null
  if (!picked) return alone
  const { rows, columns } = chosen
  if (!adding) return same(rows, alone.rows) && same(columns, alone.columns) && same(chosen.each, alone.each) ? NONE : alone
  if (!holds(rows, row) || !holds(columns, column) || !holds(chosen.each, each)) {
    return { rows: widened(rows, row), columns: widened(columns, column), each: widened(chosen.each, each) }
  }
  const without = (list: Chosen, value: string | null): Chosen => list && list.filter((one) => one !== value)
  if (chosen.each !== null && chosen.each.length > 1) return { ...chosen, each: without(chosen.each, each) }
  if (row !== undefined && rows !== null && rows.length > 1) return { ...chosen, rows: without(rows, row) }
  if (column !== undefined && columns !== null && columns.length > 1) return { ...chosen, columns: without(columns, column) }
  return NONE
}
