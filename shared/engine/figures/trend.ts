import { ok, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import { controlChart, type ControlPeriod } from '../../nps/control-chart'
import { figureOf } from '../../nps/figure'
import type { Figure } from '../../nps/types'
import type { TrendExtras, TrendQuery } from '../../protocol/trend'
import { fillPeriods } from '../../query/period'
import type { Clause, PeriodUnit } from '../../query/types'
import { sliceOf } from './answers'
import { openPeriod } from './open-period'
import type { Project } from '../project/project'
import { rollingRows } from './rolling'
import { selectResponses } from '../filter/select'

export interface TrendPeriod extends ControlPeriod, Figure {
  readonly period: string
  /** Score of the pooled answers of this period and those before it in the window; null before there are so many. */
  readonly rolling: number | null
  readonly center: number | null
  /** Its answers are those so far. */
  readonly incomplete: boolean
}

export interface TrendAnswer {
  readonly periods: readonly TrendPeriod[]
  /** Periods in the rolling window. */
  readonly window: number
  readonly sigmaZ: number | null
  readonly widening: number
  readonly canDraw: boolean
  readonly canSignal: boolean
  readonly nonStandard: string | null
}

const GAP: ControlPeriod = { lower: null, upper: null, z: null, signal: null, survives: false }
const NOBODY = figureOf({ promoters: 0, passives: 0, detractors: 0 })

/** The score of every period with answers, in order, with its rolling value and its limits. Refuses what a slice refuses. */
export async function answerTrend(project: Project, unit: PeriodUnit, where: readonly Clause[], window: number): Promise<Result<TrendAnswer>> {
  const selected = await selectResponses(project, where)
  const slice = sliceOf(project, selected, [{ kind: 'period', unit }])
  if (!slice.ok) return slice
  const figures = new Map(slice.value.rows.flatMap(({ key: [period], figure }) => (period === null || period === undefined ? [] : [[period, figure] as const])))
  const periods = fillPeriods([...figures.keys()])
  const open = openPeriod(project, unit)
  const chart = controlChart(periods.map((period) => figures.get(period) ?? NOBODY), periods.map((period) => period === open))
  const rolling = new Map(rollingRows(project, selected, unit, null, window).map(({ key: [period], figure }) => [period, figure.nps]))
  return ok({
    periods: periods.flatMap((period, at): readonly TrendPeriod[] => {
      const figure = figures.get(period)
      if (!figure) return []
      const control = chart?.periods[at] ?? GAP
      return [{ period, ...figure, rolling: rolling.get(period) ?? null, center: chart?.center ?? null, ...control, incomplete: period === open }]
    }),
    window,
    sigmaZ: chart?.sigmaZ ?? null,
    widening: chart?.widening ?? 1,
    canDraw: chart?.canDraw ?? false,
    canSignal: chart?.canSignal ?? false,
    nonStandard: slice.value.nonStandard,
  })
}

/** What the window shows beside the scores by period, which it has from a slice. */
export async function answerTrendExtras(project: Project, { unit, split, where, window }: TrendQuery, task: Task = quietTask): Promise<Result<TrendExtras>> {
  const selected = await selectResponses(project, where, task)
  return ok({
    open: openPeriod(project, unit),
    rolling: rollingRows(project, selected, unit, null, window),
    parts: split ? rollingRows(project, selected, unit, split, window) : [],
  })
}
