import type { Fault } from '../../../shared/base/fault'
import { WORD_LISTS, type ProposedThemes, type SuggestedTags, type Words } from '../../../shared/protocol/words'

/** What can be listed beside the codebook. */
export const WORD_CHOICES = [...WORD_LISTS, 'themes'] as const
export type WordChoice = (typeof WORD_CHOICES)[number]

/** What was asked for is there, or why not. */
export type WordsAnswer = { /** Id of the project. */ readonly project: string } & (
  | { readonly kind: 'words'; readonly choice: WordChoice; readonly words: Words }
  | { readonly kind: 'themes'; readonly choice: 'themes'; readonly themes: ProposedThemes }
  | { readonly kind: 'fault'; readonly choice: WordChoice; readonly fault: Fault }
)

export interface WordsState {
  /** Whether the words stand in the place of the codebook. */
  readonly shown: boolean
  readonly choice: WordChoice
  /** The code whose words are listed; null: the first that the filter asks for, or of the codebook. */
  readonly of: string | null
  /** The code that rules are added to; null: each becomes a new code. */
  readonly into: string | null
  /** Null while it is worked out for the first time. */
  readonly answer: WordsAnswer | null
  readonly waiting: boolean
  /** Whether tags are suggested at all. */
  readonly suggesting: boolean
  /** The verbatim, by the text of its key, that tags were last suggested for. */
  readonly suggested: { readonly verbatim: string; readonly tags: SuggestedTags } | null
}

export const EMPTY_WORDS: WordsState = {
  shown: false,
  choice: 'uncovered',
  of: null,
  into: null,
  answer: null,
  waiting: false,
  suggesting: true,
  suggested: null,
}
