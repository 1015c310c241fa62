import type { Fault } from '../../shared/base/fault'
import type { PeriodCount } from '../../shared/query/period-pair'
import type { ComparedSegment, Comparison, Dimension, PeriodUnit } from '../../shared/query/types'

/** A period to choose from, with the answers in it. */
export interface PeriodChoice extends PeriodCount {
  /** Whether it is past; one that goes on holds the answers so far. */
  readonly isOver: boolean
}

export const SEGMENT_SORTS = ['effect', 'size', 'change', 'value'] as const
export type SegmentSort = (typeof SEGMENT_SORTS)[number]

/** What is compared with what, split by what. */
export interface CompareChoice {
  readonly unit: PeriodUnit
  readonly from: string
  readonly to: string
  readonly by: Dimension | null
}

export interface CompareState {
  /** What was chosen so far; what is missing, or has no answers any more, is filled with what suits the answers. */
  readonly wanted: Partial<CompareChoice>
  /** Periods with answers by unit, through the filter; null while they are counted for the first time. */
  readonly periods: Readonly<Partial<Record<PeriodUnit, readonly PeriodChoice[]>>> | null
  /** What `value` was asked by. Null while there is nothing to show: no dates, one period, or not yet. */
  readonly choice: CompareChoice | null
  readonly value: Comparison | null
  /** By the values of `choice.by`; not filtered by the segment picked among them. */
  readonly segments: readonly ComparedSegment[]
  readonly sort: SegmentSort
  /** A comparison is on its way; the one shown is of before. */
  readonly isStale: boolean
  readonly fault: Fault | null
}

export const EMPTY_COMPARE: CompareState = {
  wanted: {},
  periods: null,
  choice: null,
  value: null,
  segments: [],
  sort: 'effect',
  isStale: false,
  fault: null,
}
