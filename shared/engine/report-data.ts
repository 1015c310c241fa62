import { fault } from '../base/fault'
import { isoDay } from '../base/day'
import { ok, refuse, type Result } from '../base/result'
import { quietTask, type Task } from '../base/task'
import { differenceOf } from '../nps/difference'
import { NO_DAY } from '../query/columns'
import { isOver } from '../query/period'
import { choosePair, chooseUnit } from '../query/period-pair'
import type { Clause, PeriodUnit } from '../query/types'
import type { FilterPart, PeriodFigure, ReportData } from '../report/types'
import { hasDates, sliceOf } from './answers'
import { fingerprintOf } from './fingerprint'
import { methodOf } from './method'
import { latestOfEach } from './people'
import { codebookVersion } from './codebook-versions'
import { fiscalStartOf } from './fiscal'
import type { Project } from './project'
import { quotesOf } from './report-quotes'
import { segmentsOf } from './report-segments'
import { commentedOf, themesOf } from './report-themes'
import { selectResponses } from './select'
import { tagsOf } from './tagging'

const MAX_PERIODS = 16

/** Everything a summary of the responses that pass the filter is made from; `at` is the only clock it knows. */
export async function gatherReport(
  project: Project,
  where: readonly Clause[],
  at: string,
  task: Task = quietTask,
): Promise<Result<ReportData>> {
  const { columns, registers } = project
  const selected = await selectResponses(project, where, task)
  const slice = sliceOf(project, selected, [])
  if (!slice.ok) return slice
  const { total, nonStandard, responses } = slice.value
  const tags = await tagsOf(project, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  const trend = hasDates(columns) ? trendOf(project, selected, at) : null
  const [first, last] = dayRange(project, selected)
  const { interval, perPerson, fiscalStart } = methodOf(project)
  const themes = themesOf(project, perPerson ? latestOfEach(columns, selected, null) : selected, tags)
  return ok({
    project: project.name,
    at,
    nonStandard,
    filter: where.map((clause) => filterPart(project, clause)),
    responses: {
      all: columns.live.reduce((sum, one) => sum + one, 0),
      accepted: responses,
      scored: total.n,
      commented: commentedOf(selected, tags),
      first,
      last,
    },
    headline: total,
    change: trend ? changeOf(trend.points, at, fiscalStartOf(project)) : null,
    trend,
    segments: segmentsOf(project, selected, total),
    themes,
    quotes: quotesOf(project, selected, tags, themes),
    method: {
      waves: [...registers.wave.values()].map(({ name, file, counts }) => ({
        name,
        file,
        accepted: counts.accepted,
        setAside: counts.setAside,
        duplicates: counts.duplicates,
        rejected: counts.rejected,
      })),
      interval,
      perPerson,
      fiscalStart,
      codes: tags.codes.length,
      codebook: codebookVersion(project),
      fingerprint: await fingerprintOf(project),
    },
  })
}

/** The clause with the names that people know in the place of ids. */
function filterPart(project: Project, clause: Clause): FilterPart {
  const { registers } = project
  const parts = (where: readonly Clause[]): readonly FilterPart[] => where.map((each) => filterPart(project, each))
  switch (clause.kind) {
    case 'values': {
      const { dimension, values } = clause
      const field = dimension.kind === 'field' ? (registers.field.get(dimension.field)?.name ?? dimension.field) : null
      return { kind: 'values', field, dimension: dimension.kind, values }
    }
    case 'codes': {
      const { codes, has } = clause
      const names = codes === 'any' ? codes : codes.map((id) => registers.code.get(id)?.name ?? id)
      return { kind: 'codes', codes: names, has }
    }
    case 'text':
      return { kind: 'text', text: clause.text }
    case 'origin': {
      const { codes } = clause
      return codes === 'any' ? clause : { ...clause, codes: codes.map((id) => registers.code.get(id)?.name ?? id) }
    }
    case 'question':
      return { kind: 'question', questions: clause.fields.map((id) => registers.field.get(id)?.name ?? id) }
    case 'except':
      return { kind: 'except', parts: parts(clause.where) }
    case 'moved':
      return { kind: 'moved', before: clause.before, after: clause.after, from: parts(clause.from), to: parts(clause.to) }
    case 'length':
    case 'rule':
    case 'days':
    case 'marks':
    case 'changed':
    case 'suggested':
    case 'sample':
      return clause
  }
}

function dayRange({ columns }: Project, selected: Uint8Array): [string | null, string | null] {
  let first = Infinity
  let last = -Infinity
  columns.days.forEach((day, row) => {
    if (day === NO_DAY || !selected[row]) return
    if (day < first) first = day
    if (day > last) last = day
  })
  return first <= last ? [isoDay(first), isoDay(last)] : [null, null]
}

function periodFigures(project: Project, selected: Uint8Array, unit: PeriodUnit, at: string): PeriodFigure[] {
  const slice = sliceOf(project, selected, [{ kind: 'period', unit }])
  if (!slice.ok) return []
  return slice.value.rows.flatMap(({ key: [period], figure }) =>
    period && figure.n > 0 ? [{ period, figure, isOver: isOver(period, at, fiscalStartOf(project)) }] : [],
  )
}

/** The score over time, by the unit that suits the answers; null for one period alone. */
function trendOf(project: Project, selected: Uint8Array, at: string): ReportData['trend'] {
  const unit = chooseUnit((each) =>
    periodFigures(project, selected, each, at).map(({ period, figure }) => ({ period, n: figure.n })),
  )
  if (unit === null) return null
  const points = periodFigures(project, selected, unit, at)
  return { unit, points: unit === 'year' ? points.slice(-MAX_PERIODS) : points }
}

function changeOf(points: readonly PeriodFigure[], at: string, start: number): ReportData['change'] {
  const pair = choosePair(
    points.map((point) => ({ period: point.period, n: point.figure.n, point })),
    at,
    start,
  )
  if (!pair) return null
  const [{ point: from }, { point: to }] = pair
  return { from, to, change: differenceOf(from.figure, to.figure) }
}
