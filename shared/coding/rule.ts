/** Where in the rule's text a part stands: [at, end), UTF-16. */
interface Place {
  readonly at: number
  readonly end: number
}

/** How a word compares with the words of a text: as a whole, or as their beginning, end or any part. */
export type WordMatch = 'whole' | 'starts' | 'ends' | 'contains'

/** One word, normalized. A whole or ending word in Hangul also takes particles. */
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
export type Rule = WordRule | PhraseRule | AndRule | OrRule | NotRule
