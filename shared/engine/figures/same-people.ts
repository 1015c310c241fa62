import { differenceOf } from '../../nps/difference'
import { answersOf } from '../../nps/figure'
import { GROUPS, type Group } from '../../nps/group'
import { bowker, stuartMaxwell, type SquareTable } from '../../nps/migration'
import { margins, overlapCovariance, pairedChange } from '../../nps/paired'
import type { Difference, GroupCounts } from '../../nps/types'
import type { MovedClause, SamePeople } from '../../query/types'
import type { Columns } from '../columns/columns'
import { latestOfEach, peopleOf, type People } from '../people/people'

interface Both {
  readonly from: GroupCounts
  readonly to: GroupCounts
}

/** In the order of the table: promoters, passives, detractors. */
const PLACE = GROUPS.length - 1

/**
 * The people who answered in both selections, and how they changed; null where no column says who answered. Of several
 * answers of a person the latest valid one counts, of the same day that of the later row. `all` is everybody.
 */
export function samePeople(columns: Columns, before: Uint8Array, after: Uint8Array, all: Both): SamePeople | null {
  const people = peopleOf(columns)
  if (!people) return null
  const [earlier, later] = [latestOf(columns, people, before), latestOf(columns, people, after)]
  const table = GROUPS.map(() => GROUPS.map(() => 0))
  for (const [row, other] of pairsOf(earlier, later)) table[PLACE - columns.groups[row]!]![PLACE - columns.groups[other]!]! += 1
  return { fromPeople: earlier.size, toPeople: later.size, table, change: pairedChange(table), corrected: corrected(table, all), ...tests(table) }
}

/** The answers by which people moved, 1 for each; see `MovedClause`. */
export function movedRows(columns: Columns, before: Uint8Array, after: Uint8Array, wanted: Pick<MovedClause, 'before' | 'after'>): Uint8Array {
  const rows = new Uint8Array(columns.rows)
  const people = peopleOf(columns)
  if (!people) return rows
  const isIn = (row: number, group: Group | null): boolean => group === null || columns.groups[row] === GROUPS.indexOf(group)
  for (const [row, other] of pairsOf(latestOf(columns, people, before), latestOf(columns, people, after)))
    if (isIn(row, wanted.before) && isIn(other, wanted.after)) rows[row] = rows[other] = 1
  return rows
}

/** The rows of those who are in both. */
const pairsOf = (earlier: ReadonlyMap<number, number>, later: ReadonlyMap<number, number>): readonly (readonly [number, number])[] =>
  [...earlier].flatMap(([person, row]) => {
    const other = later.get(person)
    return other === undefined ? [] : [[row, other] as const]
  })

/** From so many people on their being in both is allowed for in the change of all. */
const ENOUGH = 30

function corrected(table: SquareTable, { from, to }: Both): Difference | null {
  const [stayed] = margins(table)
  return answersOf(stayed) < ENOUGH ? null : differenceOf(from, to, overlapCovariance(table, from, to))
}

const tests = (table: SquareTable): Pick<SamePeople, 'shares' | 'symmetry'> => ({ shares: stuartMaxwell(table), symmetry: bowker(table) })

/** The row of each person's latest valid answer among the selected. */
function latestOf(columns: Columns, { of, rows }: People, selected: Uint8Array): ReadonlyMap<number, number> {
  const latest = latestOfEach(columns, selected, null)
  return new Map(Array.from(rows.filter((row) => latest[row]), (row) => [of[row]!, row]))
}
