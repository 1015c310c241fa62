import type { MarkKind } from '../model/records'

/** Parts of a filter that the coding desk asks for. Those on comments lift to responses: any of the comments will do. */
export type DeskClause =
  | OriginClause
  | LengthClause
  | RuleClause
  | DaysClause
  | MarksClause
  | QuestionClause
  | ChangedClause
  | SuggestedClause
  | SampleClause

export const ORIGINS = ['rule', 'hand', 'against'] as const
/** A code by its rule alone; by a coder's word; a coder's word that says otherwise than the rule. */
export type Origin = (typeof ORIGINS)[number]

/** Comments with one of the codes (ids), or with any, from there. */
export interface OriginClause {
  readonly kind: 'origin'
  readonly origin: Origin
  readonly codes: readonly string[] | 'any'
  readonly source?: string
}

/** Comments of so many characters, both ends included; null: no end on that side. */
export interface LengthClause {
  readonly kind: 'length'
  readonly from: number | null
  readonly to: number | null
  readonly source?: string
}

/** Comments that a rule matches; one that is wrong matches none. */
export interface RuleClause {
  readonly kind: 'rule'
  readonly rule: string
  readonly source?: string
}

/** Responses of these days (ISO), both included; null: no end on that side. Those without a date never pass. */
export interface DaysClause {
  readonly kind: 'days'
  readonly from: string | null
  readonly to: string | null
  readonly source?: string
}

/** Comments with one of the marks; with `has: false`, those (of responses: with a comment) that have none of them. */
export interface MarksClause {
  readonly kind: 'marks'
  readonly marks: readonly MarkKind[]
  readonly has: boolean
  readonly source?: string
}

/** Answers to these open questions (ids of fields). */
export interface QuestionClause {
  readonly kind: 'question'
  readonly fields: readonly string[]
  readonly source?: string
}

/** Comments on whose codes the last change of the codebook had an effect. */
export interface ChangedClause {
  readonly kind: 'changed'
  readonly source?: string
}

/** Comments for which a code is suggested by what was tagged by hand. */
export interface SuggestedClause {
  readonly kind: 'suggested'
  readonly source?: string
}

/**
 * So many comments by chance, the same ones for the same seed. They are drawn from those that pass all clauses which
 * coding does not change; clauses on codes and marks narrow what was drawn, so that nothing moves up while it is coded.
 */
export interface SampleClause {
  readonly kind: 'sample'
  readonly n: number
  readonly seed: number
  readonly source?: string
}

const KINDS: Readonly<Record<DeskClause['kind'], true>> = {
  origin: true,
  length: true,
  rule: true,
  days: true,
  marks: true,
  question: true,
  changed: true,
  suggested: true,
  sample: true,
}

/** Whether a part of a filter, or what is shown of it, is one of these. */
export const isOfDesk = <T extends { readonly kind: string }>(part: T): part is Extract<T, { readonly kind: DeskClause['kind'] }> =>
  Object.hasOwn(KINDS, part.kind)
