import type { Difference, Figure } from '../nps/types'

export const PERIOD_UNITS = ['month', 'quarter', 'half', 'year'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]

/** A dimension to slice by: the id of a field, or one of the built-in ones. */
export type Dimension =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'wave' }
  | { readonly kind: 'period'; readonly unit: PeriodUnit }

/**
 * One part of a filter: rows whose value on the dimension is one of `values` (null: blank). `source` names what set
 * it, so that a chart is not filtered by its own brush. Clauses add up with AND.
 */
export interface Clause {
  readonly dimension: Dimension
  readonly values: readonly (string | null)[]
  readonly source?: string
}

export interface SliceQuery {
  readonly by: readonly Dimension[]
  readonly where: readonly Clause[]
}

export interface SliceRow {
  /** One value per dimension of the query, in order; null is blank. */
  readonly key: readonly (string | null)[]
  readonly figure: Figure
}

export interface Slice {
  readonly total: Figure
  readonly rows: readonly SliceRow[]
  /** Some rows are still being stored; the figures already count them. */
  readonly importing: boolean
  /** The scale of the scores where it is not 0-10 (the wave is then marked "treat as NPS"). */
  readonly nonStandard: string | null
}

export interface CompareQuery {
  readonly from: string
  readonly to: string
  readonly by?: Dimension
  readonly where: readonly Clause[]
}

export interface ComparedSegment {
  readonly value: string | null
  readonly from: Figure
  readonly to: Figure
  readonly change: Difference
}

export interface Comparison {
  readonly from: Figure
  readonly to: Figure
  readonly change: Difference
  readonly segments: readonly ComparedSegment[]
  readonly nonStandard: string | null
}
