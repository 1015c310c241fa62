import { GROUPS } from '../nps/group'
import { bowker, stuartMaxwell, type SquareTable } from '../nps/migration'
import { pairedChange } from '../nps/paired'
import type { SamePeople } from '../query/types'
import type { Columns } from './columns'
import { latestOfEach, peopleOf, type People } from './people'

/** In the order of the table: promoters, passives, detractors. */
const PLACE = GROUPS.length - 1

/**
 * The people who answered in both selections, and how they changed; null where no column says who answered. Of several
 * answers of a person the latest valid one counts, of the same day that of the later row.
 */
export function samePeople(columns: Columns, before: Uint8Array, after: Uint8Array): SamePeople | null {
  const people = peopleOf(columns)
  if (!people) return null
  const [earlier, later] = [latestOf(columns, people, before), latestOf(columns, people, after)]
  const table = GROUPS.map(() => GROUPS.map(() => 0))
  for (const [person, row] of earlier) {
    const other = later.get(person)
    if (other !== undefined) table[PLACE - columns.groups[row]!]![PLACE - columns.groups[other]!]! += 1
  }
  return { fromPeople: earlier.size, toPeople: later.size, table, change: pairedChange(table), ...tests(table) }
}

const tests = (table: SquareTable): Pick<SamePeople, 'shares' | 'symmetry'> => ({ shares: stuartMaxwell(table), symmetry: bowker(table) })

/** The row of each person's latest valid answer among the selected. */
function latestOf(columns: Columns, { of, rows }: People, selected: Uint8Array): ReadonlyMap<number, number> {
  const latest = latestOfEach(columns, selected, null)
  return new Map(Array.from(rows.filter((row) => latest[row]), (row) => [of[row]!, row]))
}
