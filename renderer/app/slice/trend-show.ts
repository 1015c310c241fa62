import type { PeriodUnit } from '../../../shared/query/types'

/** What a trend shows beside the scores. */
export interface TrendShow {
  readonly rolling: boolean
  readonly limits: boolean
  readonly yardsticks: boolean
  /** Periods that are pooled, as chosen, by unit. */
  readonly windows: Readonly<Partial<Record<PeriodUnit, number>>>
}

export const TREND_SHOW: TrendShow = { rolling: true, limits: true, yardsticks: true, windows: {} }

export const WINDOWS: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** A quarter of months, a year of quarters and halves, two years. */
const SUITED: Readonly<Record<PeriodUnit, number>> = { month: 3, quarter: 4, half: 2, year: 2 }

/** How many periods are pooled. */
export const windowOf = ({ windows }: TrendShow, unit: PeriodUnit): number => windows[unit] ?? SUITED[unit]
