import type { Database } from 'sql.js'
import { uniqueName } from '../../base/unique-name'
import type { Field } from '../../model/records'
import { storedFields } from './rows'
import { columnOf, FIELDS_PER_TABLE, tableOf } from './schema'

const MAX_VIEW_COLUMNS = 1900

const quoted = (name: string): string => `"${name.replaceAll('"', '""').replaceAll('\0', '')}"`

/**
 * Renews what readers of the file see beside the tables: `fields` (which column holds which field) and `responses`
 * (the responses that count, each field under its own name). Earshot itself reads neither.
 */
export function renewViews(db: Database, fields: ReadonlyMap<string, Field>): void {
  db.run('DROP VIEW IF EXISTS fields')
  db.run('DROP VIEW IF EXISTS responses')
  db.run(
    `CREATE VIEW fields AS SELECT 'c' || number AS "column", name, label, kind, role FROM stored_field JOIN field ON field.id = stored_field.field`,
  )
  const taken = new Set(['response', 'wave', 'line', 'nps_score', 'answered_at'])
  const columns: string[] = []
  const sides = new Set<string>()
  for (const [id, number] of storedFields(db)) {
    const field = fields.get(id)
    if (!field || columns.length === MAX_VIEW_COLUMNS) continue
    columns.push(`, ${tableOf(number)}.${columnOf(number)} AS ${quoted(uniqueName(field.name, taken))}`)
    if (number > FIELDS_PER_TABLE) sides.add(tableOf(number))
  }
  const joins = [...sides].map((side) => ` LEFT JOIN ${side} ON ${side}.id = response.id`)
  db.run(
    `CREATE VIEW responses AS SELECT response.id AS response, wave.name AS wave, response.line AS line, response.score AS nps_score, response.answered AS answered_at${columns.join('')} ` +
      `FROM response JOIN stored_batch ON stored_batch.number = response.batch JOIN wave ON wave.batch = stored_batch.batch${joins.join('')} WHERE response.aside IS NULL`,
  )
}
