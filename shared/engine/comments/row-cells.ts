import { cellAt } from '../../table/column'
import { eachRow } from '../db/query'
import { storedFields } from '../db/rows'
import { columnOf, tableOf } from '../db/schema'
import type { Project } from '../project/project'

/**
 * Cells of a few rows, for each row in the order of `fields`. Read from the database, where a row is quickly found;
 * columns would have to be read as a whole.
 */
export function cellsOfRows(project: Project, fields: readonly string[], rows: readonly number[]): readonly (readonly string[])[] {
  const { columns, db } = project
  // Rows that are still being stored are in the columns only.
  if (project.isImporting) return rows.map((row) => fields.map((field) => cellAt(columns.text(field), row)))
  const numbers = storedFields(db)
  const cells = rows.map(() => fields.map(() => ''))
  const byTable = new Map<string, number[]>()
  fields.forEach((field, at) => {
    const number = numbers.get(field)
    if (number === undefined) return
    const table = tableOf(number)
    byTable.set(table, [...(byTable.get(table) ?? []), at])
  })
  for (const [table, places] of byTable) {
    const names = places.map((at) => columnOf(numbers.get(fields[at]!)!))
    const sql = `SELECT id, ${names.join(', ')} FROM ${table} WHERE id IN (${rows.map((row) => row + 1).join(', ')})`
    const placeOf = new Map(rows.map((row, at) => [row + 1, at]))
    eachRow(db, sql, [], ([id, ...values]) => {
      const row = cells[placeOf.get(Number(id))!]!
      values.forEach((value, at) => (row[places[at]!] = typeof value === 'string' ? value : ''))
    })
  }
  return cells
}
