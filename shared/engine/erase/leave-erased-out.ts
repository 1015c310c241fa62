import { FATE, type ImportPlan } from '../../ingest/types'
import type { Task } from '../../base/task'
import { quietTask } from '../../base/task'
import { cellAt } from '../../table/column'
import { oneValue } from '../db/query'
import { erasedOf, knowsErased } from './erased-keys'
import { fieldIds } from '../import/field-ids'
import type { Project } from '../project/project'

const ROWS_PER_BREATH = 2000
const DAY = 86_400

/** The plan without the responses that were erased from the project: nothing of them is stored, whatever file brings them back. */
export async function leaveErasedOut(plan: ImportPlan, project: Project, task: Task = quietTask): Promise<ImportPlan> {
  const { keys } = erasedOf(project.registers.setting)
  if (keys.length === 0) return plan
  const { table, columns, answered } = plan
  const { platform } = project
  const isErased = knowsErased(String(oneValue(project.db, "SELECT value FROM meta WHERE key = 'project'")), keys, (bytes) => platform.sha256(bytes))
  const fields = plan.match?.columns.map(({ field }) => field) ?? (await fieldIds(columns, platform))
  const id = columns.find(({ role }) => role === 'id')
  const fates = plan.fates.slice()
  const [asides, duplicateOf] = [new Map(plan.asides), new Map(plan.duplicateOf)]
  let count = 0
  for (let row = 0; row < table.rows; row++) {
    if (row % ROWS_PER_BREATH === 0) await task.breathe()
    const response = {
      id: id ? cellAt(table.columns[id.index - 1]!, row) : '',
      day: Number.isNaN(answered[row]!) ? null : Math.floor(answered[row]! / DAY),
      cells: table.columns.map((column, at) => [fields[at]!, cellAt(column, row)] as const),
    }
    if (!(await isErased(response))) continue
    fates[row] = FATE.erased
    asides.delete(row)
    duplicateOf.delete(row)
    count += 1
  }
  if (count === 0) return plan
  return { ...plan, fates, asides, duplicateOf, warnings: [{ code: 'erased-rows', params: { count } }, ...plan.warnings] }
}
