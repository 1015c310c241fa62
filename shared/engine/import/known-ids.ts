import { responseKey } from '../../ingest/find-duplicates'
import type { ColumnProfile, ImportPlan, WaveMatch } from '../../ingest/types'
import type { Role } from '../../model/role'
import { NO_DAY } from '../../query/columns'
import { cellAt } from '../../table/column'
import type { Project } from '../project/project'

const SECONDS_A_DAY = 86_400
/** So few answers in common may be of any days. */
const ENOUGH = 5
const SAME_SHARE = 0.2

/** Response ids that the project already has in the field of the file's id column, with the days of their answers. */
export function knownIds(
  profiles: readonly ColumnProfile[],
  roles: Readonly<Record<number, Role>>,
  match: WaveMatch,
  project: Project,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>()
  const told = profiles.findIndex(({ index }) => roles[index] === 'id')
  const at = told >= 0 ? told : profiles.findIndex(({ index, role }) => role === 'id' && !roles[index])
  const field = match.columns[at]?.field
  if (field === undefined || !project.registers.field.has(field)) return known
  const { columns } = project
  const cells = columns.text(field)
  for (let row = 0; row < columns.rows; row++) {
    if (columns.live[row]) known.set(responseKey(cellAt(cells, row)), columns.days[row]!)
  }
  known.delete('')
  return known
}

/**
 * Whether the file counts its responses from one again, as every form of some tools does: hardly any of the ids that the
 * project has is of the same day there. Answers that are exported a second time are.
 */
export function countsAnew({ table, columns, duplicateOf, answered }: ImportPlan, known: ReadonlyMap<string, number>): boolean {
  const id = columns.find(({ role }) => role === 'id')
  if (!id || known.size === 0) return false
  const cells = table.columns[id.index - 1]!
  let dated = 0
  let same = 0
  for (const [row, line] of duplicateOf) {
    const day = known.get(responseKey(cellAt(cells, row))) ?? NO_DAY
    if (line !== 0 || day === NO_DAY || Number.isNaN(answered[row]!)) continue
    dated += 1
    // Another zone may make it the day before or after.
    if (Math.abs(Math.floor(answered[row]! / SECONDS_A_DAY) - day) <= 1) same += 1
  }
  return dated >= ENOUGH && same < dated * SAME_SHARE
}
