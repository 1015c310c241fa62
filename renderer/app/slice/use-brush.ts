import { useMemo } from 'react'
import type { Dimension } from '../../../shared/query/types'
import { chosenValues, pressed, pressedCell, withChoices, type CellPressed, type Chosen } from './brush'
import { useCommands, useSession } from '../context'
import { markId, valueOfMark } from '../figures/mark-id'

const idsOf = (chosen: Chosen): ReadonlySet<string> | null => chosen && new Set(chosen.map(markId))

/** The values of a dimension picked in the charts, as marks, and how picking some filters everything else. */
export interface Brush {
  /** Ids of the marks picked; null: none are. */
  readonly picked: ReadonlySet<string> | null
  readonly onPick: (id: string, adding: boolean) => void
  readonly onRange: (ids: readonly string[]) => void
  readonly onClear: () => void
}

export function useBrush(dimension: Dimension): Brush {
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  return useMemo(() => {
    const chosen = chosenValues(filter, dimension)
    const choose = (values: Chosen): void => void commands.setFilter(withChoices(filter, [{ dimension, values }]))
    return {
      picked: idsOf(chosen),
      onPick: (id, adding) => choose(pressed(chosen, valueOfMark(id), adding)),
      onRange: (ids) => choose(ids.map(valueOfMark)),
      onClear: () => choose(null),
    }
  }, [commands, filter, dimension])
}

/** The same for two dimensions crossed. A null id stands for all of a side. */
export interface CellBrush {
  readonly rows: ReadonlySet<string> | null
  readonly columns: ReadonlySet<string> | null
  readonly isPicked: (row: string, column: string) => boolean
  readonly onPick: (place: { readonly row: string | null; readonly column: string | null }, adding: boolean) => void
  readonly onClear: () => void
}

export function useCellBrush(down: Dimension, across: Dimension): CellBrush {
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  return useMemo(() => {
    const chosen = { rows: chosenValues(filter, down), columns: chosenValues(filter, across) }
    const [rows, columns] = [idsOf(chosen.rows), idsOf(chosen.columns)]
    const choose = (next: typeof chosen): void => {
      const choices = [
        { dimension: down, values: next.rows },
        { dimension: across, values: next.columns },
      ]
      void commands.setFilter(withChoices(filter, choices))
    }
    return {
      rows,
      columns,
      isPicked: (row, column) =>
        (rows !== null || columns !== null) && (rows?.has(row) ?? true) && (columns?.has(column) ?? true),
      onPick: (place, adding) => {
        const cell: CellPressed = {
          ...(place.row === null ? {} : { row: valueOfMark(place.row) }),
          ...(place.column === null ? {} : { column: valueOfMark(place.column) }),
        }
        choose(pressedCell(chosen, cell, adding))
      },
      onClear: () => choose({ rows: null, columns: null }),
    }
  }, [commands, filter, down, across])
}
