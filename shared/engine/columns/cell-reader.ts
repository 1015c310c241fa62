import type { Database } from 'sql.js'
import type { Task } from '../../base/task'
import type { TextColumn } from '../../table/column'
import { ColumnBuilder } from '../../table/column-builder'
import { eachCell, eachCellOf, storedFields } from '../db/rows'
import { tableOf } from '../db/schema'

/** Where columns have the cells of their fields from. */
export interface CellReader {
  readonly read: (field: string) => TextColumn
  /** Those of many fields, in far less time and with pauses; none of those of which nothing is stored, and none when cancelled. */
  readonly readMany: (fields: readonly string[], task: Task) => Promise<readonly (readonly [field: string, cells: TextColumn])[]>
}

export const blankCells = (rows: number): TextColumn => ({ kind: 'coded', codes: new Uint32Array(rows), values: [''] })

/** Reads from the database. */
export const cellReader = (db: Database, rows: number): CellReader => ({
  read(field) {
    const number = storedFields(db).get(field)
    if (number === undefined) return blankCells(rows)
    const builder = new ColumnBuilder()
    eachCell(db, number, rows, (cell) => builder.push(cell))
    return builder.build()
  },
  async readMany(fields, task) {
    const numbers = storedFields(db)
    const wanted = fields.flatMap((field) => {
      const number = numbers.get(field)
      return number === undefined ? [] : [{ field, number, builder: new ColumnBuilder() }]
    })
    let before = 0
    for (const table of new Set(wanted.map(({ number }) => tableOf(number)))) {
      const some = wanted.filter(({ number }) => tableOf(number) === table)
      const visit = (at: number, cell: string): void => some[at]!.builder.push(cell)
      for (const done of eachCellOf(db, some.map(({ number }) => number), rows, visit)) {
        task.report((before + some.length * done) / wanted.length, 'reading')
        await task.breathe()
        if (task.cancelled()) return []
      }
      before += some.length
    }
    return wanted.map(({ field, builder }) => [field, builder.build()] as const)
  },
})
