/** A state of the codebook: each operation that changed codes, undone ones too, makes the next. */
export interface CodebookVersion {
  /** From 1. */
  readonly version: number
  /** ISO time. */
  readonly at: string
  readonly author: string
  readonly step: 'done' | 'undone' | 'redone'
  readonly changes: readonly CodebookChange[]
}

export const CHANGE_KINDS = ['added', 'removed', 'renamed', 'rule', 'examples', 'place', 'archived', 'restored', 'details'] as const

/** What became of a code, under the name that it had before; `to` is its new name. */
export interface CodebookChange {
  readonly kind: (typeof CHANGE_KINDS)[number]
  readonly name: string
  readonly to?: string
}

/** The codes of a version over all waves, with all hand tags of today, beside those of today. */
export interface CodebookTrial {
  readonly version: number
  readonly verbatims: number
  readonly coded: { readonly past: number; readonly today: number }
  /** Those of the version in its order, then those that came later. */
  readonly codes: readonly TrialCode[]
}

export interface TrialCode {
  readonly id: string
  readonly name: string
  /** Its name today, where that is another one. */
  readonly renamed: string | null
  readonly color: string
  /** Steps below a theme, in the codebook that it is listed for. */
  readonly depth: number
  /** Verbatims, for a theme with what lies below it; null: no code of that codebook, or archived in it. */
  readonly past: number | null
  readonly today: number | null
}
