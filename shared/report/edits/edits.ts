/**
 * What somebody changed in a summary, as data of its own: it is laid over whatever the numbers give, today's and next
 * quarter's. What it is about may be missing (another filter, other data); then it waits and comes back.
 */
export interface Edits {
  /** Ids of slides as they are to follow one another; those it does not name keep their place behind their neighbour. */
  readonly order: readonly string[]
  /** Ids of slides that are left out. */
  readonly out: readonly string[]
  readonly sentences: readonly SentenceEdit[]
  readonly remarks: readonly Remark[]
  readonly pages: readonly OwnPage[]
  readonly quotes: readonly QuoteEdit[]
}

export interface SentenceEdit {
  readonly slide: string
  /** Which sentence: `title`, `subtitle`, or the list that it is in with its place, such as `body.0`. */
  readonly key: string
  /** How many sentences that list had. */
  readonly of: number
  /** The generated text that it replaces. */
  readonly was: string
  /** Blank leaves the sentence out. */
  readonly text: string
}

export interface Remark {
  readonly slide: string
  readonly text: string
}

export interface OwnPage {
  /** `own:` and what tells it from the others. */
  readonly id: string
  readonly title: string
  /** A paragraph on each line. */
  readonly text: string
}

/** Another comment in the place of a picked one, or (null) none. */
export interface QuoteEdit {
  readonly key: string
  readonly pick: QuotePlace | null
}

/** Which answer to which question. */
export interface QuotePlace {
  readonly wave: string
  readonly line: number
  readonly field: string
}

export const NO_EDITS: Edits = { order: [], out: [], sentences: [], remarks: [], pages: [], quotes: [] }

/** An edited sentence whose generated text has changed since. */
export interface Stale {
  readonly edit: SentenceEdit
  readonly now: string
}

export const hasEdits = (edits: Edits): boolean => Object.values(edits).some((list: readonly unknown[]) => list.length > 0)

export const samePlace = (a: QuotePlace, b: QuotePlace): boolean => a.wave === b.wave && a.line === b.line && a.field === b.field
