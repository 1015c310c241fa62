import type { Fault } from '../../../shared/base/fault'
import type { TrendExtras } from '../../../shared/protocol/engine-api'
import type { Dimension, PeriodUnit, Slice } from '../../../shared/query/types'
import type { Panels } from './slice-panels'
import type { Sort } from '../figures/sort-rows'

/** One field, two fields crossed, or time. */
export const SLICE_VIEWS = ['field', 'crossed', 'trend'] as const
export type SliceView = (typeof SLICE_VIEWS)[number]

export interface Crossed {
  readonly rows: Dimension | null
  readonly columns: Dimension | null
  /** A heat map for each of its largest values. */
  readonly each: Dimension | null
  readonly sort: Sort
}

export interface Trend {
  /** Null where no response has a date. */
  readonly unit: PeriodUnit | null
  /** A panel for each of its largest values as well. */
  readonly split: Dimension | null
}

/** Figures as the engine gave them. */
export interface ShownSlice {
  readonly view: SliceView
  /** What they were asked by; differs from what is chosen while new ones are on their way. */
  readonly by: readonly Dimension[]
  /** What the chart draws: not filtered by what was picked in it. */
  readonly value: Slice
  /** Everybody who passes the filter. */
  readonly headline: Slice
  /** The same two fields for the values of a third; null without one. */
  readonly panels: Panels | null
  /** Of a trend: what it shows beside the scores. */
  readonly extras?: TrendExtras | null
}

export interface SliceState {
  readonly view: SliceView
  readonly dimension: Dimension | null
  readonly sort: Sort
  readonly crossed: Crossed
  readonly trend: Trend
  readonly zoomed: boolean
  /** Whether tables show comparisons in numbers instead of the three groups. */
  readonly tests: boolean
  readonly shown: ShownSlice | null
  readonly fault: Fault | null
}

export const EMPTY_SLICE: SliceState = {
  view: 'field',
  dimension: null,
  sort: { key: 'nps', descending: true },
  crossed: { rows: null, columns: null, each: null, sort: { key: 'n', descending: true } },
  trend: { unit: null, split: null },
  zoomed: false,
  tests: false,
  shown: null,
  fault: null,
}

/** The total alone, for rows that are still being stored. */
export const shownTotal = (value: Slice): ShownSlice => ({ view: 'field', by: [], value, headline: value, panels: null })

/** What the chosen view is asked by; empty where something it needs is not there. */
export function chosenDimensions({ view, dimension, crossed, trend }: SliceState): readonly Dimension[] {
  switch (view) {
    case 'field':
      return dimension ? [dimension] : []
    case 'crossed':
      return crossed.rows && crossed.columns ? [crossed.rows, crossed.columns, ...(crossed.each ? [crossed.each] : [])] : []
    case 'trend':
      if (!trend.unit) return []
      return [{ kind: 'period', unit: trend.unit }, ...(trend.split ? [trend.split] : [])]
  }
}
