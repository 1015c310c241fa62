import { ok, type Result } from '../base/result'
import { controlChart, type ControlPeriod } from '../nps/control-chart'
import { rollingScores } from '../nps/rolling'
import type { Figure } from '../nps/types'
import type { Clause, PeriodUnit } from '../query/types'
import { answerSlice } from './answers'
import type { Project } from './project'

export interface TrendPeriod extends ControlPeriod, Figure {
  readonly period: string
  /** Score of the pooled answers of this period and those before it in the window; null before there are so many. */
  readonly rolling: number | null
  readonly center: number | null
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

/** The score of every period with answers, in order, with its rolling value and its limits. Refuses what a slice refuses. */
export async function answerTrend(project: Project, unit: PeriodUnit, where: readonly Clause[], window: number): Promise<Result<TrendAnswer>> {
  const slice = await answerSlice(project, { by: [{ kind: 'period', unit }], where })
  if (!slice.ok) return slice
  const rows = slice.value.rows.flatMap(({ key: [period], figure }) => (period === null || period === undefined ? [] : [{ period, figure }]))
  const figures = rows.map(({ figure }) => figure)
  const chart = controlChart(figures)
  const rolling = rollingScores(figures, window)
  return ok({
    periods: rows.map(({ period, figure }, at) => ({
      period,
      ...figure,
      rolling: rolling[at] ?? null,
      center: chart?.center ?? null,
      ...(chart?.periods[at] ?? { lower: null, upper: null, z: null, signal: null, survives: false }),
    })),
    window,
    sigmaZ: chart?.sigmaZ ?? null,
    widening: chart?.widening ?? 1,
    canDraw: chart?.canDraw ?? false,
    canSignal: chart?.canSignal ?? false,
    nonStandard: slice.value.nonStandard,
  })
}
