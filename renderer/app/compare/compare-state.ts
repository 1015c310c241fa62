import type { Fault } from '../../../shared/base/fault'
import type { PeriodCount } from '../../../shared/query/period-pair'
import type { Clause, ComparedSegment, Comparison, Dimension, PeriodUnit } from '../../../shared/query/types'

/** A period to choose from, with the answers in it. */
export interface PeriodChoice extends PeriodCount {
  /** Whether it is past; one that goes on holds the answers so far. */
  readonly isOver: boolean
}

export const SEGMENT_SORTS = ['effect', 'size', 'change', 'value'] as const
export type SegmentSort = (typeof SEGMENT_SORTS)[number]

/** One of two filters: everybody, everybody but the other side, a saved view, or conditions of its own. */
export type SideChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'view'; readonly id: string }
  | { readonly kind: 'own'; readonly where: readonly Clause[] }

export interface PeriodPair {
  readonly kind: 'periods'
  readonly unit: PeriodUnit
  readonly from: string
  readonly to: string
}

export interface FilterPair {
  readonly kind: 'filters'
  readonly from: SideChoice
  readonly to: SideChoice
}

/** What is compared with what, split by what. */
export type CompareChoice = (PeriodPair | FilterPair) & { readonly by: Dimension | null }

/** What somebody chose so far. */
export interface CompareWishes {
  readonly kind?: CompareChoice['kind']
  readonly unit?: PeriodUnit
  readonly from?: string
  readonly to?: string
  readonly sides?: Pick<FilterPair, 'from' | 'to'>
  readonly by?: Dimension | null
}

export interface CompareState {
  /** What was chosen so far; what is missing, or has no answers any more, is filled with what suits the answers. */
  readonly wanted: CompareWishes
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
