import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Explanation } from '../coding/explain'
import type { RuleDraft, RuleExample } from './codebook'
import type { ProjectView } from './project-view'
import type { TextSpan, VerbatimKey } from './verbatim'

/** Calls that show what rules do, and why: a part of the contract between the window and the engine. */
export interface RuleProofApi {
  /** A rule in its canonical spelling. A wrong rule is refused (`rule`). */
  readonly formatRule: (input: { readonly rule: string }, task: Task) => Promise<Result<string>>
  /** What each part of a code's rule says of a verbatim, and which part decides. */
  readonly explainTag: (input: { readonly verbatim: VerbatimKey; readonly code: string }, task: Task) => Promise<Result<Explanation>>
  /** Words that contain a word of the rule, in comments that the rule does not match; most frequent first. */
  readonly nearMisses: (input: RuleDraft, task: Task) => Promise<Result<readonly NearMiss[]>>
  /** What a rule matches in texts that are in no project: the spans in each, null where it does not match. */
  readonly tryRule: (input: RuleTrial, task: Task) => Promise<Result<readonly (readonly TextSpan[] | null)[]>>
  /** Verbatims to judge a code's rule by, the same for the same seed as long as the project is the same. */
  readonly auditSample: (input: AuditRequest, task: Task) => Promise<Result<AuditSample>>
  /** Says by hand that some verbatims have a code and others do not, as one operation. */
  readonly correct: (input: Corrections, task: Task) => Promise<Result<ProjectView>>
}

export interface NearMiss {
  /** As it may be added to the rule. */
  readonly word: string
  /** Comments with it that the rule does not match. */
  readonly n: number
  readonly example: RuleExample
}

export interface RuleTrial {
  readonly rule: string
  readonly texts: readonly TrialText[]
  /** Codes that the rule may name. */
  readonly codes: readonly { readonly name: string; readonly rule: string }[]
}

export interface TrialText {
  readonly text: string
  /** What conditions may ask of the response, by the name of the field. */
  readonly cells: Readonly<Record<string, string>>
}

export interface AuditRequest {
  readonly code: string
  /** How many of the verbatims that the rule matches, and of the others. */
  readonly flagged: number
  readonly unflagged: number
  readonly seed: number
}

/** A part of the verbatims that are sampled by themselves: what the rule matches, what it nearly matches, and the rest. */
export const AUDIT_STRATA = ['flagged', 'near', 'other'] as const
export type AuditStratum = (typeof AUDIT_STRATA)[number]

export interface AuditSample {
  /** Verbatims of the project in each stratum. */
  readonly sizes: Readonly<Record<AuditStratum, number>>
  /** In the order in which they are judged: mixed, so that nobody can tell the stratum by the place. */
  readonly items: readonly AuditItem[]
}

/** `matched`: what the rule found, none in those that it does not match. */
export interface AuditItem extends RuleExample {
  readonly stratum: AuditStratum
}

/** Coders' words on one code, as one operation. */
export interface Corrections {
  readonly code: string
  readonly add: readonly VerbatimKey[]
  readonly remove: readonly VerbatimKey[]
}
