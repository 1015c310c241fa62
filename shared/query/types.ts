import type { ChiSquared } from '../nps/chi-squared'
import type { Group } from '../nps/group'
import type { SquareTable } from '../nps/migration'
import type { ContributionShift } from '../nps/contribution-change'
import type { MixAndRate } from '../nps/mix-and-rate'
import type { PairedChange } from '../nps/paired'
import type { CodeEffect, Difference, Figure } from '../nps/types'
import type { DeskClause } from './desk-clauses'

export type * from './desk-clauses'

export const PERIOD_UNITS = ['month', 'quarter', 'half', 'year'] as const
export type PeriodUnit = (typeof PERIOD_UNITS)[number]

/**
 * A dimension to slice by: the id of a field, or one of the built-in ones. Values of `group` are `detractors`,
 * `passives`, `promoters`; those of `score` the scores as text. Null is blank: no date, no valid score.
 */
export type Dimension =
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'wave' }
  | { readonly kind: 'period'; readonly unit: PeriodUnit }
  | { readonly kind: 'group' }
  | { readonly kind: 'score' }

/** One part of a filter. `source` names what set it, so that a chart is not filtered by its own brush. Clauses add up with AND. */
export type Clause = ValuesClause | CodesClause | TextClause | ExceptClause | MovedClause | DeskClause

/** Responses whose value on the dimension is one of `values`; null: blank. */
export interface ValuesClause {
  readonly kind: 'values'
  readonly dimension: Dimension
  readonly values: readonly (string | null)[]
  readonly source?: string
}

/**
 * Responses whose comments have at least one of the codes (ids), or any code at all; with `has: false`, those that have a
 * comment but none of them. A comment in which there is nothing to code is not among those without any code.
 */
export interface CodesClause {
  readonly kind: 'codes'
  readonly codes: readonly string[] | 'any'
  readonly has: boolean
  readonly source?: string
}

/** Responses with a comment that contains the text; case, width, accents and NFC or NFD do not matter. */
export interface TextClause {
  readonly kind: 'text'
  readonly text: string
  readonly source?: string
}

/** Responses that do not pass all of `where`: everybody else. */
export interface ExceptClause {
  readonly kind: 'except'
  readonly where: readonly Clause[]
  readonly source?: string
}

/**
 * The answers by which people moved: of everybody who answered on both sides, was in group `before` on the one and is in
 * group `after` on the other, the latest answer on each side. A group that is null may be any.
 */
export interface MovedClause {
  readonly kind: 'moved'
  readonly from: readonly Clause[]
  readonly to: readonly Clause[]
  readonly before: Group | null
  readonly after: Group | null
  readonly source?: string
}

/** A value of a dimension; null is blank. */
export interface ValueCount {
  readonly value: string | null
  /** Responses that have it, scored or not. */
  readonly responses: number
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
  /** For each of two or more dimensions its rows alone: cells need not add up where a response is in several of them. */
  readonly margins?: readonly (readonly SliceRow[])[]
  /** Responses that pass the filter, scored or not. */
  readonly responses: number
  /** Some rows are still being stored; the figures already count them. */
  readonly importing: boolean
  /** The scale of the scores where it is not 0-10 (the wave is then marked "treat as NPS"). */
  readonly nonStandard: string | null
  /** In an anonymous project: keys of rows that are not shown, by name; not all of them need have answers. */
  readonly withheld?: readonly SliceRow['key'][]
}

/** What is compared: a period, or the responses that pass these clauses. */
export type ComparedSide = string | readonly Clause[]

export interface CompareQuery {
  readonly from: ComparedSide
  readonly to: ComparedSide
  readonly by?: Dimension
  readonly where: readonly Clause[]
}

export interface ComparedSegment {
  readonly value: string | null
  readonly from: Figure
  readonly to: Figure
  readonly change: Difference
  /** p of the change put right for the number of segments compared (Benjamini and Hochberg); null for one that is not comparable. */
  readonly q: number | null
  /** Of the scored responses, 0 to 1. */
  readonly shareFrom: number
  readonly shareTo: number
  /** What it adds to the change of the score; null where segments overlap, because their parts would not add up. */
  readonly parts: MixAndRate | null
}

/** The people who answered in both periods. */
export interface SamePeople {
  /** Everybody with a valid score and a name in either period. */
  readonly fromPeople: number
  readonly toPeople: number
  /** Rows: before, columns: after; promoters, passives, detractors. */
  readonly table: SquareTable
  /** Null for fewer than two people. */
  readonly change: PairedChange | null
  /** The change in all with an error that allows for these people; null for fewer than 30 of them. */
  readonly corrected: Difference | null
  /** Whether the shares of the groups are the same (Stuart and Maxwell), and whether as many moved each way (Bowker). */
  readonly shares: ChiSquared | null
  readonly symmetry: ChiSquared | null
}

/** A code in both periods: the share of scored responses that mention it, and its contribution to the score. */
export interface ComparedCode {
  readonly id: string
  readonly code: string
  readonly color: string
  readonly from: CodeEffect
  readonly to: CodeEffect
  /** Change of the share, in percentage points, with the 95 % interval of Agresti and Caffo. */
  readonly change: Difference
  readonly contribution: ContributionShift
}

export interface Comparison {
  readonly from: Figure
  readonly to: Figure
  readonly change: Difference
  readonly segments: readonly ComparedSegment[]
  /** Sums over the segments: their growth and their scores; both together are the change. Null where they overlap, or there are none. */
  readonly parts: MixAndRate | null
  /** Scored responses that are on both sides; the error of the change is then smaller, and put right for it. */
  readonly shared: number
  /** Null where no column says who answered, and where it is not periods that are compared. */
  readonly people: SamePeople | null
  /** In the order of the codebook. */
  readonly codes: readonly ComparedCode[]
  readonly nonStandard: string | null
  /** In an anonymous project: values (as keys) that are not shown on both sides. */
  readonly withheld?: readonly SliceRow['key'][]
}
