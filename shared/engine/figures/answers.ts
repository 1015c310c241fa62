import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import { sliceRows } from '../../query/slice'
import type { Dimension, Slice, SliceQuery } from '../../query/types'
import { NO_DAY } from '../../query/columns'
import type { Columns } from '../columns/columns'
import { methodOf } from '../settings/method'
import { latestOfEach } from '../people/people'
import { checkScale } from './scale'
import { selectResponses } from '../filter/select'
import { countOf } from '../tags/tag-parts'
import type { Project } from '../project/project'

/** NPS of the responses that pass the filter: in all, and for every combination of the dimensions. */
export async function answerSlice(project: Project, { by, where }: SliceQuery, task: Task = quietTask): Promise<Result<Slice>> {
  return sliceOf(project, await selectResponses(project, where, task), by)
}

/** NPS of the `selected` responses: in all, and for every combination of the dimensions. */
export function sliceOf(project: Project, selected: Uint8Array, by: readonly Dimension[]): Result<Slice> {
  const { columns } = project
  const { refusal, nonStandard } = checkScale(columns, selected)
  if (refusal) return refuse(refusal)
  const { interval, perPerson } = methodOf(project)
  const figures = (rows: Uint8Array, dimensions: readonly Dimension[]): ReturnType<typeof sliceRows> =>
    sliceRows(columns, rows, dimensions.map((dimension) => columns.dimension(dimension)), interval)
  const about = { responses: countOf(selected), importing: project.isImporting, nonStandard }
  if (!perPerson) return ok({ ...figures(selected, by), ...about })
  const latest = latestOfEach(columns, selected, null)
  const time = by.find(({ kind }) => kind === 'period')
  if (!time) return ok({ ...figures(latest, by), ...about })
  // In all a person counts once, in each period once: periods do not add up to all.
  const inPeriods = figures(latestOfEach(columns, selected, columns.dimension(time)), by)
  const margins = by.length < 2 ? {} : { margins: by.map((dimension, at) => (dimension === time ? inPeriods.margins![at]! : figures(latest, [dimension]).rows)) }
  return ok({ ...inPeriods, ...margins, total: figures(latest, []).total, ...about })
}

export const hasDates = (columns: Columns): boolean => columns.days.some((day, row) => day !== NO_DAY && columns.live[row] === 1)

/** The dimension that a person means: a field's header, short name or number; `wave` for the imported file. */
export function findDimension(project: Project, text: string): Result<Dimension> {
  const fields = project.fields()
  const found =
    fields.find(({ label }) => label === text) ??
    fields.find(({ name }) => name === text) ??
    fields.find(({ number }) => String(number) === text) ??
    fields.find(({ name, label }) => [name, label].some((title) => title.trim().toLowerCase() === text.trim().toLowerCase()))
  if (found) return ok({ kind: 'field', field: found.id })
  if (text === 'wave') return ok({ kind: 'wave' })
  return refuse(fault('unknown-field', { field: text, fields: fields.map(({ name }) => name).join(', ') }))
}
