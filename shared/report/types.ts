import type { IntervalMethod } from '../nps/interval'
import type { CodeEffect, Difference, Figure } from '../nps/types'
import type { Group } from '../nps/group'
import type { Clause, ComparedCode, ComparedSegment, DeskClause, Dimension, PeriodUnit, QuestionClause } from '../query/types'

/** Everything a summary is made from, gathered by the engine: numbers and texts, no words of ours. */
export interface ReportData {
  readonly project: string
  /** ISO time to print on the document; the only clock it knows. */
  readonly at: string
  /** The scale, where the scores are not on 0-10 and are treated as NPS all the same. */
  readonly nonStandard: string | null
  /** The fewest people behind a figure, where the project is anonymous; the rest of it is then of what may be shown alone. */
  readonly anonymous: number | null
  /** Which responses it is about; empty: all of the project. They pass all of the parts. */
  readonly filter: readonly FilterPart[]
  /** The filter as it is asked for. */
  readonly where: readonly Clause[]
  readonly responses: {
    /** Of the whole project, whatever the filter. */
    readonly all: number
    readonly accepted: number
    readonly scored: number
    readonly commented: number
    /** ISO days of the first and last answer. */
    readonly first: string | null
    readonly last: string | null
  }
  /** All answers that the summary is about. */
  readonly headline: Figure
  /** The last two periods that are over and have enough answers; null without dates. */
  readonly change: { readonly from: PeriodFigure; readonly to: PeriodFigure; readonly change: Difference } | null
  readonly trend: { readonly unit: PeriodUnit; readonly points: readonly PeriodFigure[] } | null
  /** Levels that somebody wants the score held against. */
  readonly references: readonly Reference[]
  readonly segments: readonly SegmentTable[]
  /** The two fields whose values differ most, against each other; null for fewer than two. */
  readonly cross: CrossTable | null
  /** The two periods of the change by each field that has a page; none where its parts would not add up. */
  readonly compared: readonly ComparedField[]
  /** Codes in the two periods; null without a change or a codebook. */
  readonly growth: readonly ComparedCode[] | null
  readonly themes: Themes | null
  readonly quotes: readonly Quote[]
  readonly method: ReportMethod
}

/** A target of one's own, or what others reach. */
export interface Reference {
  readonly kind: 'target' | 'benchmark'
  readonly name: string
  /** Of a range which end; null for one score. */
  readonly end: 'low' | 'high' | null
  /** For each point of the trend; null where it is not in force. */
  readonly values: readonly (number | null)[]
}

/** Scores of every pair of values; cells in the order of `rows` and `columns`. */
export interface CrossTable {
  readonly row: FieldName
  readonly column: FieldName
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly Figure[])[]
  /** Values of either field for which there is no room. */
  readonly left: number
}

export interface ComparedField extends FieldName {
  readonly segments: readonly ComparedSegment[]
}

export interface FieldName {
  readonly id: string
  readonly field: string
}

export interface PeriodFigure {
  readonly period: string
  readonly figure: Figure
  /** Whether the period is past; one that goes on holds the answers so far. */
  readonly isOver: boolean
}

/** A condition of the filter with the names that people know, not yet in words. */
export type FilterPart =
  | {
      readonly kind: 'values'
      /** Null for a dimension that is built in. */
      readonly field: string | null
      readonly dimension: Dimension['kind']
      readonly values: readonly (string | null)[]
    }
  | { readonly kind: 'codes'; readonly codes: readonly string[] | 'any'; readonly has: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'except'; readonly parts: readonly FilterPart[] }
  | { readonly kind: 'moved'; readonly before: Group | null; readonly after: Group | null; readonly from: readonly FilterPart[]; readonly to: readonly FilterPart[] }
  | DeskFilterPart

/** The conditions of the coding desk, codes and questions by their names. */
export type DeskFilterPart = Exclude<DeskClause, QuestionClause> | (Omit<QuestionClause, 'fields'> & { readonly questions: readonly string[] })

export interface SegmentTable extends FieldName {
  /** Whether a page is worth it; the workbook holds every table. */
  readonly onPage: boolean
  readonly rows: readonly { readonly value: string | null; readonly figure: Figure }[]
}

export interface Themes {
  /** Scored responses that the effects are computed over. */
  readonly base: number
  readonly coverage: number
  /** `figure`: the score of those who mention it. */
  readonly codes: readonly (CodeEffect & { readonly id: string; readonly name: string; readonly color: string; readonly figure: Figure })[]
}

export interface Quote {
  /** What it was picked for, by the id of a code or the name of a group: `code:ID`, `group:NAME`. */
  readonly slot: string
  readonly text: string
  readonly score: number | null
  readonly group: Group | null
  /** Short name of the question that it answers. */
  readonly question: string
  /** The code it was chosen for; null when there is no codebook. */
  readonly code: string | null
  /** Whether it stands for what costs points or for what adds some; null for neither. */
  readonly side: 'pain' | 'bright' | null
  /** Where to find it: wave and line of the source file. */
  readonly wave: string
  readonly line: number
}

export interface ReportMethod {
  readonly waves: readonly {
    readonly name: string
    readonly file: string
    readonly accepted: number
    readonly setAside: number
    readonly duplicates: number
    readonly rejected: number
  }[]
  readonly interval: IntervalMethod
  /** Of several answers of a person only the latest counts. */
  readonly perPerson: boolean
  /** Month in which the fiscal year begins, 1 to 12. */
  readonly fiscalStart: number
  readonly codes: number
  /** Number of the codebook that all of them belong to. */
  readonly codebook: number
  /** First characters of the state hash: what exactly the numbers were made from. */
  readonly fingerprint: string
}
