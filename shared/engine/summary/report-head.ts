import { fault } from '../../base/fault'
import { isoDay } from '../../base/day'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { differenceOf } from '../../nps/difference'
import { NO_DAY } from '../../query/columns'
import { isOver, unitOfPeriod } from '../../query/period'
import { choosePair, chooseUnit } from '../../query/period-pair'
import type { Clause, PeriodUnit } from '../../query/types'
import type { PeriodFigure, ReportData } from '../../report/types'
import type { Anonymity } from '../../protocol/anonymity'
import { anonymityOf } from '../anonymous/anonymity'
import { cutFault } from '../anonymous/cutting'
import { shownSlice } from '../anonymous/gated-slice'
import { hasDates, sliceOf } from '../figures/answers'
import { liveCodes } from '../codebook/code-order'
import { codebookVersion } from '../codebook/codebook-versions'
import { fingerprintOf } from './fingerprint'
import { fiscalStartOf } from '../settings/fiscal'
import { methodOf } from '../settings/method'
import type { Project } from '../project/project'
import { filterPart } from './report-filter'
import { referencesOf } from './report-references'
import { selectResponses } from '../filter/select'

const MAX_PERIODS = 16

/** Which two periods a summary compares; those that suit the answers where nothing is said. */
export interface ChosenPeriods {
  readonly period?: string | undefined
  readonly against?: string | undefined
}

/** What a summary says first: all that needs neither comments nor fields. `selected` are the responses that it is about. */
export interface ReportHead {
  readonly selected: Uint8Array
  readonly data: ReportData
}

/** The score, over time and since when: the numbers of a summary that are there at once. What is lacking is empty. */
export async function gatherHead(project: Project, where: readonly Clause[], at: string, task: Task, chosen: ChosenPeriods): Promise<Result<ReportHead>> {
  const { columns, registers } = project
  const unit = unitOfChosen(chosen)
  if (!unit.ok) return unit
  const anonymity = anonymityOf(project)
  // Of an anonymous project nothing goes by responses: what may be shown is asked for, and nothing by date.
  const selected = anonymity ? new Uint8Array(columns.rows) : await selectResponses(project, where, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  const slice = anonymity ? shownSlice(project, anonymity, { by: [], where }) : sliceOf(project, selected, [])
  if (!slice.ok) return slice
  const { total, nonStandard, responses } = slice.value
  if (anonymity && unit.value !== null) return refuse(cutFault(project, anonymity))
  const dated = !anonymity && hasDates(columns)
  if (unit.value !== null && !dated) return refuse(fault('no-dates'))
  const trend = dated ? trendOf(project, selected, at, unit.value) : null
  const change = trend ? changeOf(trend.points, at, fiscalStartOf(project), chosen) : ok(null)
  if (!change.ok) return change
  const [first, last] = dayRange(project, selected)
  const { interval, perPerson, fiscalStart } = methodOf(project)
  const data: ReportData = {
    project: project.name,
    at,
    nonStandard,
    anonymous: anonymity?.people ?? null,
    where,
    filter: where.map((clause) => filterPart(project, clause)),
    responses: {
      all: anonymity ? allOf(project, anonymity, responses) : columns.live.reduce((sum, one) => sum + one, 0),
      accepted: responses,
      scored: total.n,
      commented: 0,
      first,
      last,
    },
    headline: total,
    change: change.value,
    trend,
    references: referencesOf(project, trend),
    segments: [],
    cross: null,
    compared: [],
    growth: null,
    themes: null,
    quotes: [],
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
      codes: liveCodes(registers.code).length,
      codebook: codebookVersion(project),
      fingerprint: await fingerprintOf(project, { where, from: change.value?.from.period ?? null, to: change.value?.to.period ?? null }),
    },
  }
  return ok({ selected, data })
}

/** Answers of the waves that may be shown, whatever the filter. */
function allOf(project: Project, anonymity: Anonymity, some: number): number {
  const all = shownSlice(project, anonymity, { by: [], where: [] })
  return all.ok ? all.value.total.n : some
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

/** Later against earlier period, for sentences say what came "since": as chosen, else the last two that suit; one that is chosen alone against the one before it. */
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
  if (from.value && to.value && from.value.period > to.value.period) {
    return refuse(fault('later-period', { period: to.value.period, against: from.value.period }))
  }
  return from.value && to.value && from.value !== to.value ? pairOf(from.value, to.value) : ok(null)
}
