import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Clause } from '../query/types'
import type { RuleExample } from './codebook'
import type { TextSpan, VerbatimKey } from './verbatim'

/** What the comments say that the codebook does not yet: words, themes and tags that it could have. All of it is only proposed. */
export interface WordsApi {
  /** Words of the verbatims that pass the filter, ranked by what is asked for. */
  readonly words: (input: WordsQuery, task: Task) => Promise<Result<Words>>
  /** Themes among the verbatims that pass the filter and have no code. */
  readonly themes: (input: { readonly where: readonly Clause[] }, task: Task) => Promise<Result<ProposedThemes>>
  /** Codes that each verbatim likely has, by what was learned of the tags that were given by hand. */
  readonly suggestTags: (input: { readonly verbatims: readonly VerbatimKey[] }, task: Task) => Promise<Result<SuggestedTags>>
}

export const WORD_LISTS = ['uncovered', 'detractors', 'pairs', 'code'] as const
/**
 * The commonest words of verbatims without a code; those that set detractors apart from the others; neighbouring words that belong
 * together; those that go with a code.
 */
export type WordList = (typeof WORD_LISTS)[number]

export interface WordsQuery {
  readonly list: Exclude<WordList, 'code'> | { readonly code: string }
  readonly where: readonly Clause[]
}

export interface Words {
  /** Verbatims that the list is about: without a code, of detractors, all, with the code. */
  readonly ones: number
  /** Those that they are compared with; for `uncovered` the verbatims with a code. 0 for pairs. */
  readonly others: number
  /** How many words there are in all; listed are the first. */
  readonly total: number
  readonly rows: readonly WordRow[]
}

export interface WordRow {
  /** The word, or the words in a row. */
  readonly word: string
  /** What to search for to see the verbatims that contain it. */
  readonly search: string
  /** The rule that finds it. */
  readonly rule: string
  /** Of `ones`, and of `others`, how many contain it. */
  readonly n: number
  readonly rest: number
  /** How many times as often as in the others, or for pairs as by chance; null where the others have none. */
  readonly times: number | null
  /** What the list is ranked by: verbatims, log-odds by their standard error, G2. */
  readonly strength: number
}

export interface ProposedThemes {
  /** Verbatims without a code, and how many of them were looked at. */
  readonly uncovered: number
  readonly sampled: number
  readonly themes: readonly ProposedTheme[]
}

export interface ProposedTheme {
  readonly words: readonly string[]
  readonly rule: string
  /** Verbatims without a code that have at least one of the words. */
  readonly n: number
  /** Those in its middle. */
  readonly examples: readonly RuleExample[]
}

export interface SuggestedTags {
  /** Tags given by hand, over all codes. */
  readonly byHand: number
  /** How many of one code it takes, and how many codes have so many. */
  readonly fewest: number
  readonly learned: number
  /** For each verbatim asked for, the likeliest first. */
  readonly verbatims: readonly (readonly SuggestedTag[])[]
}

export interface SuggestedTag {
  /** Id of the code. */
  readonly code: string
  /** How likely, 0 to 1. */
  readonly score: number
  /** The words that say so. */
  readonly why: readonly TextSpan[]
}
