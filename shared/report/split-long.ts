import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { moreColumn } from '../model/own-export'
import { CELL_LIMIT, cellCuts } from './cell-pieces'
import type { Cell, Table, TableColumn } from './table'

const ROWS_PER_BREATH = 10_000

export interface SplitTable {
  readonly table: Table
  /** Cells that go on in further columns. */
  readonly split: number
}

/**
 * Columns at the end for the texts that are longer than an Excel cell: nothing is cut off, and the import joins
 * them again. Refuses when cancelled.
 */
export async function splitLong(table: Table, task: Task): Promise<Result<SplitTable>> {
  const pieces = table.columns.map(() => 1)
  let split = 0
  let seen = 0
  for (const cells of table.rows()) {
    seen += 1
    if (seen % ROWS_PER_BREATH === 0) {
      await task.breathe()
      if (task.cancelled()) return refuse(fault('cancelled'))
    }
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]
      // An escape takes seven units at most.
      if (typeof cell !== 'string' || cell.length * 7 <= CELL_LIMIT) continue
      const count = cellCuts(cell).length
      if (count > 1) split += 1
      pieces[at] = Math.max(pieces[at]!, count)
    }
  }
  if (split === 0) return ok({ table, split })
  const more = table.columns.flatMap(({ header, type }, at) =>
    Array.from({ length: pieces[at]! - 1 }, (_, piece) => ({ at, piece: piece + 1, header: moreColumn(header, piece + 2), type })),
  )
  const columns: readonly TableColumn[] = [...table.columns, ...more.map(({ header, type }) => ({ header, type }))]
  function* rows(): Generator<readonly Cell[]> {
    for (const cells of table.rows()) {
      const cuts = cells.map((cell) => (typeof cell === 'string' && cell.length * 7 > CELL_LIMIT ? cellCuts(cell) : null))
      if (cuts.every((cut) => cut === null)) yield cells
      else yield [...cells.map((cell, at) => cuts[at]?.[0] ?? cell), ...more.map(({ at, piece }) => cuts[at]?.[piece] ?? null)]
    }
  }
  return ok({ table: { ...table, columns, rows }, split })
}
