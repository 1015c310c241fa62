import type { Condition } from './condition'

/** Where in the rule's text a part stands: [at, end), UTF-16. */
interface Place {
  readonly at: number
  readonly end: number
}

/** How a word compares with the words of a text: as a whole, as their beginning, end or any part, or by its English stem. */
export type WordMatch = 'whole' | 'starts' | 'ends' | 'contains' | 'stem'

/** One word, normalized; of a stem only what it has in common with its inflections. A whole or ending word in Hangul also takes particles. */
export interface WordRule extends Place {
  readonly kind: 'word'
  readonly text: string
  readonly match: WordMatch
}

export interface PhraseWord {
  readonly text: string
  /** Anything may follow the word's beginning (`deliver*`). */
  readonly open: boolean
}

/** Words in a row. */
export interface PhraseRule extends Place {
  readonly kind: 'phrase'
  readonly words: readonly PhraseWord[]
}

/** A regular expression in the syntax of RE2, looked for anywhere in the normalized text. */
export interface RegexRule extends Place {
  readonly kind: 'regex'
  readonly source: string
}

/** What NEAR compares. */
export type PlacedRule = WordRule | PhraseRule

/** Some of `left` with some of `right` at most `gap` words away; negated: some of `left` without any. */
export interface NearRule extends Place {
  readonly kind: 'near'
  readonly left: readonly PlacedRule[]
  readonly right: readonly PlacedRule[]
  readonly gap: number
  /** The left one comes first. */
  readonly ordered: boolean
  readonly negated: boolean
}

/** A part that holds within one sentence. */
export interface SentenceRule extends Place {
  readonly kind: 'sentence'
  readonly part: Rule
}

/** The rule of another code. */
export interface CodeRule extends Place {
  readonly kind: 'code'
  readonly name: string
}

export interface ConditionRule extends Place, Condition {
  readonly kind: 'condition'
}

export interface AndRule extends Place {
  readonly kind: 'and'
  readonly parts: readonly Rule[]
}

export interface OrRule extends Place {
  readonly kind: 'or'
  readonly parts: readonly Rule[]
}

export interface NotRule extends Place {
  readonly kind: 'not'
  readonly part: Rule
}

/** A rule of the codebook as a tree. */
export type Rule = PlacedRule | RegexRule | NearRule | SentenceRule | CodeRule | ConditionRule | AndRule | OrRule | NotRule
