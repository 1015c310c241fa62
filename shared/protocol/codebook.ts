import type { CodeProperties } from '../model/code-properties'
import type { Code } from '../model/records'
import type { Adjusted } from '../nps/least-squares'
import type { CodeEffect, Figure } from '../nps/types'
import type { ProjectView } from './project-view'
import type { TextSpan, VerbatimKey } from './verbatim'

export interface Coding {
  readonly verbatims: number
  readonly coded: number
  readonly coverage: number
  readonly codes: readonly { readonly id: string; readonly code: string; readonly n: number }[]
}

export interface Drivers {
  /** Scored responses with a comment or without: the base of every share. */
  readonly base: number
  readonly nps: number | null
  readonly nonStandard: string | null
  /** `adjusted`: with the other codes held the same; null where too few mention it or lack it, or it goes with others too closely. */
  readonly codes: readonly (CodeEffect & { readonly code: string; readonly color: string; readonly adjusted: Adjusted | null })[]
}

export interface Codebook {
  /** Comments that are not blank, of the responses that pass the filter. */
  readonly verbatims: number
  /** Those with at least one code. */
  readonly coded: number
  /** Those without a code in which a coder found nothing to code. */
  readonly nothing: number
  /** In the order of the codebook, parents before their children; without those that are archived. */
  readonly codes: readonly CodebookEntry[]
  readonly archived: readonly ArchivedCode[]
}

export interface ArchivedCode {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly description: string
  /** Archived itself, not only as a code below one that is. */
  readonly own: boolean
}

export interface CodebookEntry extends Code {
  readonly id: string
  /** Steps below a theme. */
  readonly depth: number
  /** Questions whose verbatims it is for, by itself or by a code above it; null: all. */
  readonly isFor: readonly string[] | null
  /** Since which version of the codebook its rule is as it is. */
  readonly ruleVersion: number
  /** Its rule, from an older version or another hand, would not be taken today: it is kept, and matches nothing. */
  readonly isRuleWrong: boolean
  /** How many of its examples do not hold. */
  readonly failing: number
  /** Verbatims that have it, and those of them that a coder gave it by hand. */
  readonly n: number
  readonly byHand: number
  /** Score of the responses that mention it. Null where the scale has none. */
  readonly figure: Figure | null
  /** The same for verbatims that have it or any code below it; null without codes below. */
  readonly withBelow: { readonly n: number; readonly figure: Figure | null } | null
}

export interface RuleDraft {
  /** The code whose saved rule the draft is compared with; null for a code that is not there yet. */
  readonly code: string | null
  readonly rule: string
}

export interface RulePreview {
  /** Verbatims that the draft matches, over all waves. */
  readonly n: number
  /** Against the rule as saved. */
  readonly added: number
  readonly lost: number
  /** The first few of each. */
  readonly addedExamples: readonly RuleExample[]
  readonly lostExamples: readonly RuleExample[]
}

export interface RuleExample extends VerbatimKey {
  readonly text: string
  readonly matched: readonly TextSpan[]
}

/** What is not said of its properties stays as it is; `questions` are ids of fields. */
export interface CodeDraft extends CodeProperties {
  /** Null: a new code, placed last. */
  readonly id: string | null
  readonly name: string
  readonly parent: string | null
  readonly rule: string
  readonly description: string
  readonly color: string
}

export interface SavedCode {
  readonly id: string
  readonly project: ProjectView
}
