import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import { differenceOf } from '../nps/difference'
import { figureOf } from '../nps/figure'
import { unitOfPeriod } from '../query/period'
import { readyClause, selectRows, sliceRows, type ReadyClause } from '../query/slice'
import type { Clause, CompareQuery, Comparison, Dimension, Slice, SliceQuery } from '../query/types'
import { NO_DAY } from '../query/columns'
import type { Columns } from './columns'
import { checkScale } from './scale'
import type { Project } from './project'

const readyClauses = (columns: Columns, where: readonly Clause[]): ReadyClause[] =>
  where.map(({ dimension, values }) => readyClause(columns.dimension(dimension), values))

/** NPS of the responses that pass the filter: in all, and for every combination of the dimensions. */
export function answerSlice(project: Project, query: SliceQuery): Result<Slice> {
  const { columns } = project
  const selected = selectRows(columns, readyClauses(columns, query.where))
  const { refusal, nonStandard } = checkScale(columns, selected)
  if (refusal) return refuse(refusal)
  const { total, rows } = sliceRows(columns, selected, query.by.map((dimension) => columns.dimension(dimension)))
  return ok({ total, rows, importing: project.isImporting, nonStandard })
}

/** Later against earlier period, in all and within each value of one dimension. */
export function answerCompare(project: Project, { from, to, by, where }: CompareQuery): Result<Comparison> {
  const sides: Slice[] = []
  for (const period of [from, to]) {
    const unit = unitOfPeriod(period)
    if (!unit) return refuse(fault('period', { period }))
    const clause: Clause = { dimension: { kind: 'period', unit }, values: [period] }
    const side = answerSlice(project, { by: by ? [by] : [], where: [...where, clause] })
    if (!side.ok) return side
    sides.push(side.value)
  }
  if (!hasDates(project.columns)) return refuse(fault('no-dates'))
  const [before, after] = sides as [Slice, Slice]
  const figuresOf = (slice: Slice): Map<string | null, Slice['total']> =>
    new Map(slice.rows.map(({ key, figure }) => [key[0] ?? null, figure]))
  const earlier = figuresOf(before)
  const later = figuresOf(after)
  const nobody = figureOf({ promoters: 0, passives: 0, detractors: 0 })
  const segments = [...new Set([...earlier.keys(), ...later.keys()])].map((value) => {
    const fromFigure = earlier.get(value) ?? nobody
    const toFigure = later.get(value) ?? nobody
    return { value, from: fromFigure, to: toFigure, change: differenceOf(fromFigure, toFigure) }
  })
  return ok({ from: before.total, to: after.total, change: differenceOf(before.total, after.total), segments, nonStandard: after.nonStandard })
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
