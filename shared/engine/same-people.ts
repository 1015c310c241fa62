import { GROUPS } from '../nps/group'
import { bowker, stuartMaxwell, type SquareTable } from '../nps/migration'
import { pairedChange } from '../nps/paired'
import type { SamePeople } from '../query/types'
import { cellAt } from '../table/column'
import type { Columns } from './columns'
import type { Project } from './project'

/** In the order of the table: promoters, passives, detractors. */
const PLACE = GROUPS.length - 1

/**
 * The people who answered in both selections, and how they changed; null where no column says who answered. Of several
 * answers of a person the latest valid one counts, of the same day that of the later row.
 */
export function samePeople(project: Project, before: Uint8Array, after: Uint8Array): SamePeople | null {
  const { columns } = project
  const fields = respondentFields(columns)
  if (fields.length === 0) return null
  const [earlier, later] = [latestOf(columns, fields, before), latestOf(columns, fields, after)]
  const table = GROUPS.map(() => GROUPS.map(() => 0))
  for (const [person, row] of earlier) {
    const other = later.get(person)
    if (other !== undefined) table[PLACE - columns.groups[row]!]![PLACE - columns.groups[other]!]! += 1
  }
  return { fromPeople: earlier.size, toPeople: later.size, table, change: pairedChange(table), ...tests(table) }
}

const tests = (table: SquareTable): Pick<SamePeople, 'shares' | 'symmetry'> => ({ shares: stuartMaxwell(table), symmetry: bowker(table) })

const respondentFields = ({ waves }: Columns): readonly string[] => [
  ...new Set(waves.flatMap(({ wave }) => wave.columns.flatMap(({ field, role }) => (role === 'respondent' ? [field] : [])))),
]

/** The row of each person's latest valid answer among the selected. */
function latestOf(columns: Columns, fields: readonly string[], selected: Uint8Array): ReadonlyMap<string, number> {
  const latest = new Map<string, number>()
  const texts = fields.map((field) => columns.text(field))
  for (let row = 0; row < columns.rows; row++) {
    if (!selected[row] || columns.groups[row]! < 0) continue
    const person = personAt(texts, row)
    if (person === '') continue
    const known = latest.get(person)
    if (known === undefined || columns.days[row]! >= columns.days[known]!) latest.set(person, row)
  }
  return latest
}

function personAt(texts: readonly ReturnType<Columns['text']>[], row: number): string {
  for (const text of texts) {
    const person = cellAt(text, row).trim()
    if (person !== '') return person.normalize('NFC')
  }
  return ''
}
