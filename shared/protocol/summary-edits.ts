import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Locale } from '../locale/translate'
import type { Clause } from '../query/types'
import type { Edits, QuotePlace } from '../report/edits/edits'
import type { Brand } from '../report/layout/brand'
import type { Outline, OutlineQuote } from '../report/outline'
import type { ProjectView } from './project-view'
import type { SummaryInput } from './summary'

/** A comment that was picked by hand for a quote, in the words of the summary. */
export interface PickedQuote {
  readonly place: QuotePlace
  readonly quote: OutlineQuote
}

export interface QuoteCandidate extends PickedQuote {
  /** Whether a coder marked it as worth quoting. */
  readonly marked: boolean
}

/** What a summary is made to look like: laid over the outline by `applyEdits`. */
export interface SummaryEdits {
  readonly edits: Edits
  /** Those picked that are among the responses which pass the filter. */
  readonly picked: readonly PickedQuote[]
  readonly brand: Brand
}

/** The pages that are there at once. */
export interface FirstPages {
  readonly outline: Outline
  readonly edits: Edits
  readonly brand: Brand
}

export interface SummaryEditsApi {
  /** The first pages of the summary, without what takes longer to find out; ask for the whole outline behind it. */
  readonly firstPages: (input: SummaryInput, task: Task) => Promise<Result<FirstPages>>
  /** What was changed in the summary of one language, and the brand. */
  readonly summaryEdits: (input: { readonly where: readonly Clause[]; readonly locale: Locale }, task: Task) => Promise<Result<SummaryEdits>>
  /** Keeps all of it, as one operation. Order, slides left out and quotes hold for every language. */
  readonly saveSummaryEdits: (input: { readonly locale: Locale; readonly edits: Edits }, task: Task) => Promise<Result<ProjectView>>
  readonly saveBrand: (input: Brand, task: Task) => Promise<Result<ProjectView>>
  /** Comments that could stand for a quote, marked ones first; `find`: only those that contain it. */
  readonly quoteCandidates: (
    input: { readonly where: readonly Clause[]; readonly locale: Locale; readonly key: string; readonly find: string; readonly most: number },
    task: Task,
  ) => Promise<Result<{ readonly total: number; readonly candidates: readonly QuoteCandidate[] }>>
}
