import type { Intent } from '../model/operation'
import type { MarkKind, RegisterName } from '../model/records'
import type { Clause } from '../query/types'
import type { Targets, VerbatimOrder } from './verbatim'

/** What a coder said of a verbatim beside its codes. */
export interface VerbatimMark {
  readonly kind: MarkKind
  /** The words of a note; blank in other marks. */
  readonly text: string
  readonly coder: string
  /** ISO time. */
  readonly at: string
}

export interface MarkRequest {
  readonly verbatims: Targets
  readonly kind: MarkKind
  /** False takes the mark away. */
  readonly set: boolean
  /** Of a note; a blank one is taken away. */
  readonly text?: string
}

/** Whether an operation is in force: `undone` ones can be redone, `gone` ones were undone and something else came after. */
export type HistoryState = 'done' | 'undone' | 'gone'

/** What somebody did, however often it was undone and done again since. */
export interface HistoryEntry {
  readonly id: string
  /** ISO time of the first time it was done. */
  readonly at: string
  readonly author: string
  readonly intent: Intent
  readonly state: HistoryState
  /** Who took it back or did it again last, and when; null: nobody did. */
  readonly turned: { readonly at: string; readonly author: string } | null
  /** Steps to undo (of what is done) or redo (of what is undone) until it is the last one in force; 0 where the project stands. */
  readonly steps: number
  /** Records that it changed, by register. */
  readonly counts: Readonly<Partial<Record<RegisterName, number>>>
  /** What the first change is about, in the names that people know. */
  readonly about: HistoryAbout
}

/** All that may be known of it; what is not is absent. */
export interface HistoryAbout {
  /** Name of the code, wave, field or setting. */
  readonly name?: string
  /** Name of the field whose bands were cut anew. */
  readonly bands?: string
  /** What a setting is about, where it has no name. */
  readonly about?: 'summary' | 'brand'
  /** Of renaming: the name after. */
  readonly renamed?: string
  /** How many people, and how many responses of theirs, were erased. */
  readonly erased?: { readonly respondents: number; readonly responses: number }
  readonly verdict?: 'add' | 'remove' | 'clear'
  readonly mark?: MarkKind
  /** Whether a mark, code, wave or setting came, went or changed. */
  readonly became?: 'made' | 'changed' | 'removed'
}

export interface HistoryPage {
  readonly total: number
  readonly first: number
  /** Newest first. */
  readonly entries: readonly HistoryEntry[]
}

/** A filter and an order under a name. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly where: readonly Clause[]
  readonly order: VerbatimOrder
}
