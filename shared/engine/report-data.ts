import { fault } from '../base/fault'
import { isoDay } from '../base/day'
import { ok, refuse, type Result } from '../base/result'
import { quietTask, type Task } from '../base/task'
import { differenceOf } from '../nps/difference'
import { NO_DAY } from '../query/columns'
import { isOver, unitOfPeriod } from '../query/period'
import { choosePair, chooseUnit } from '../query/period-pair'
import type { Clause, PeriodUnit } from '../query/types'
import type { FilterPart, PeriodFigure, ReportData } from '../report/types'
import { hasDates, sliceOf } from './answers'
import { behindChange } from './report-change'
import { crossOf } from './report-cross'
import { fingerprintOf } from './fingerprint'
import { methodOf } from './method'
import { latestOfEach } from './people'
import { codebookVersion } from './codebook-versions'
import { fiscalStartOf } from './fiscal'
import type { Project } from './project'
import { quotesOf } from './report-quotes'
import { referencesOf } from './report-references'
import { segmentsOf } from './report-segments'
import { commentedOf, themesOf } from './report-themes'
import { selectResponses } from './select'
import { tagsOf } from './tagging'

const MAX_PERIODS = 16

/** Which two periods a summary compares; those that suit the answers where nothing is said. */
export interface ChosenPeriods {
  readonly period?: string | undefined
  readonly against?: string | undefined
}

/** Everything a summary of the responses that pass the filter is made from; `at` is the only clock it knows. */
export async function gatherReport(
  project: Project,
  where: readonly Clause[],
  at: string,
  task: Task = quietTask,
  chosen: ChosenPeriods = {},
): Promise<Result<ReportData>> {
  const { columns, registers } = project
  const unit = unitOfChosen(chosen)
  if (!unit.ok) return unit
  const selected = await selectResponses(project, where, task)
  const slice = sliceOf(project, selected, [])
  if (!slice.ok) return slice
  const { total, nonStandard, responses } = slice.value
  const tags = await tagsOf(project, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  if (unit.value !== null && !hasDates(columns)) return refuse(fault('no-dates'))
  const trend = hasDates(columns) ? trendOf(project, selected, at, unit.value) : null
  const change = trend ? changeOf(trend.points, at, fiscalStartOf(project), chosen) : ok(null)
  if (!change.ok) return change
  const [first, last] = dayRange(project, selected)
  const { interval, perPerson, fiscalStart } = methodOf(project)
  const themes = themesOf(project, perPerson ? latestOfEach(columns, selected, null) : selected, tags)
  const segments = segmentsOf(project, selected, total)
  const behind = await behindChange(project, where, change.value, segments, themes !== null, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  return ok({
    project: project.name,
    at,
    nonStandard,
    where,
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
    change: change.value,
    trend,
    references: referencesOf(project, trend),
    segments,
    cross: crossOf(project, selected, segments, total),
    ...behind,
    themes,
    quotes: quotesOf(project, selected, tags, themes, total.n),
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
      fingerprint: await fingerprintOf(project, { where, from: change.value?.from.period ?? null, to: change.value?.to.period ?? null }),
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
function trendOf(project: Project, selected: Uint8Array, at: string, chosen: PeriodUnit | null): ReportData['trend'] {
  const unit = chosen ?? chooseUnit((each) =>
    periodFigures(project, selected, each, at).map(({ period, figure }) => ({ period, n: figure.n })),
  )
  if (unit === null) return null
  const points = periodFigures(project, selected, unit, at)
  return { unit, points: unit === 'year' ? points.slice(-MAX_PERIODS) : points }
}

/** The unit of the periods chosen; null where none is. */
function unitOfChosen({ period, against }: ChosenPeriods): Result<PeriodUnit | null> {
  const given = [period, against].filter((each) => each !== undefined)
  const units = given.map((each) => unitOfPeriod(each))
  const wrong = given.find((_, at) => units[at] === null)
  if (wrong !== undefined) return refuse(fault('period', { period: wrong }))
  if (units[0] !== units.at(-1)) return refuse(fault('other-unit', { period: given[0] ?? '', against: given[1] ?? '' }))
  return ok(units[0] ?? null)
}

/** Later against earlier period: as chosen, else the last two that suit; one that is chosen alone against the one before it. */
function changeOf(points: readonly PeriodFigure[], at: string, start: number, { period, against }: ChosenPeriods): Result<ReportData['change']> {
  const find = (wanted: string): Result<PeriodFigure> => {
    const point = points.find((each) => each.period === wanted)
    return point ? ok(point) : refuse(fault('no-period', { period: wanted }))
  }
  const pairOf = (from: PeriodFigure, to: PeriodFigure): Result<ReportData['change']> =>
    ok({ from, to, change: differenceOf(from.figure, to.figure) })
  if (period === undefined && against === undefined) {
    const pair = choosePair(points.map((point) => ({ period: point.period, n: point.figure.n, point })), at, start)
    return pair ? pairOf(pair[0].point, pair[1].point) : ok(null)
  }
  const to = period === undefined ? ok(points.filter((each) => each.period !== against).at(-1)) : find(period)
  if (!to.ok) return to
  const from = against === undefined ? ok(points.filter((each) => each.period < (to.value?.period ?? '')).at(-1)) : find(against)
  if (!from.ok) return from
  return from.value && to.value && from.value !== to.value ? pairOf(from.value, to.value) : ok(null)
}
