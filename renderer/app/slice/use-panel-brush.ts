import { useMemo } from 'react'
import type { Dimension } from '../../../shared/query/types'
import { chosenValues, withChoices, type Chosen } from './brush'
import { useCommands, useSession } from '../context'
import { markId, valueOfMark } from '../figures/mark-id'
import { pressedPanel, type PanelsChosen } from './panel-brush'

type Place = { readonly row: string | null; readonly column: string | null }

/** Picking in the panels of three fields crossed. A null id stands for all of a side. */
export interface PanelBrush {
  readonly count: number
  /** What is picked in the panel of a value: no row and no column where others are. */
  readonly pickedIn: (each: string | null) => { readonly rows: ReadonlySet<string> | null; readonly columns: ReadonlySet<string> | null }
  readonly isPicked: (row: string, column: string, each: string | null) => boolean
  readonly onPick: (each: string | null, place: Place, adding: boolean) => void
  readonly onClear: () => void
}

const idsOf = (chosen: Chosen): ReadonlySet<string> | null => chosen && new Set(chosen.map(markId))
const NOTHING: ReadonlySet<string> = new Set()

export function usePanelBrush(down: Dimension, across: Dimension, each: Dimension, allRows: readonly string[]): PanelBrush {
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  return useMemo(() => {
    const chosen: PanelsChosen = { rows: chosenValues(filter, down), columns: chosenValues(filter, across), each: chosenValues(filter, each) }
    const [rows, columns] = [idsOf(chosen.rows), idsOf(chosen.columns)]
    const isIn = (value: string | null): boolean => chosen.each === null || chosen.each.includes(value)
    const choose = (next: PanelsChosen): void => {
      const choices = [
        { dimension: down, values: next.rows },
        { dimension: across, values: next.columns },
        { dimension: each, values: next.each },
      ]
      void commands.setFilter(withChoices(filter, choices))
    }
    return {
      count: [chosen.rows, chosen.columns, chosen.each].reduce((sum, list) => sum + (list?.length ?? 0), 0),
      pickedIn: (value) => {
        if (!isIn(value)) return { rows: NOTHING, columns: NOTHING }
        // A panel picked as a whole shows all of its rows as picked.
        return { rows: rows === null && columns === null && chosen.each !== null ? new Set(allRows) : rows, columns }
      },
      isPicked: (row, column, value) =>
        (rows !== null || columns !== null || chosen.each !== null) && isIn(value) && (rows?.has(row) ?? true) && (columns?.has(column) ?? true),
      onPick: (value, place, adding) =>
        choose(
          pressedPanel(
            chosen,
            {
              ...(place.row === null ? {} : { row: valueOfMark(place.row) }),
              ...(place.column === null ? {} : { column: valueOfMark(place.column) }),
              each: value,
            },
            adding,
          ),
        ),
      onClear: () => choose({ rows: null, columns: null, each: null }),
    }
  }, [commands, filter, down, across, each, allRows])
}
