import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Clause, Dimension, PeriodUnit, SliceRow } from '../query/types'
import type { ProjectView } from './project-view'

/** A score to reach. */
export interface ScoreTarget {
  readonly label: string
  /** Points, -100 to 100. */
  readonly score: number
  /** The first month that it is for, `2026-07`; null: it always was. It ends where another of the same label begins. */
  readonly from: string | null
}

/** What others reach: a score, or the range that they lie in. */
export interface Benchmark {
  readonly label: string
  /** Points; the same for one score. */
  readonly low: number
  readonly high: number
  /** Who measured it, and when: never blank. */
  readonly source: string
}

/** What the score is measured against. */
export interface Yardsticks {
  readonly targets: readonly ScoreTarget[]
  readonly benchmarks: readonly Benchmark[]
}

export interface TrendQuery {
  readonly unit: PeriodUnit
  readonly split: Dimension | null
  readonly where: readonly Clause[]
  /** Periods that are pooled. */
  readonly window: number
}

export interface TrendExtras {
  /** The last period with answers where it is not complete: not over, or its answers end early in it; else null. Whatever the filter. */
  readonly open: string | null
  /** Figures of the pooled answers of each period and those before it in the window, and the same by values of the split. */
  readonly rolling: readonly SliceRow[]
  readonly parts: readonly SliceRow[]
}

export interface TrendApi {
  /** What a trend shows beside the scores of a slice by period. */
  readonly trend: (input: TrendQuery, task: Task) => Promise<Result<TrendExtras>>
  /** Keeps targets and benchmarks in the project, all at once. */
  readonly saveYardsticks: (input: Yardsticks, task: Task) => Promise<Result<ProjectView>>
}
