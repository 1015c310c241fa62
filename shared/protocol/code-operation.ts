import type { VerbatimKey } from './verbatim'

/** What can be done with a code beside editing and removing it. Each is one step to undo. */
export type CodeOperation =
  /** Among the codes of `parent`, before the one named, or last. */
  | { readonly kind: 'move'; readonly id: string; readonly parent: string | null; readonly before: string | null }
  /** Into another code: what either found or was given by hand has that one. */
  | { readonly kind: 'merge'; readonly id: string; readonly into: string }
  /** Makes a second code of the same rule behind it; the hand tags on `verbatims` go over to that one. */
  | { readonly kind: 'split'; readonly id: string; readonly name: string; readonly verbatims: readonly VerbatimKey[] }
  | { readonly kind: 'archive'; readonly id: string }
  /** With the codes above it, where they are archived as well. */
  | { readonly kind: 'restore'; readonly id: string }
