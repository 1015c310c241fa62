import type { RegisterName, Registers } from './records'

/** One register before and after: null means that it does not exist. Swapping the two is the inverse. */
export type Change = {
  readonly [R in RegisterName]: {
    readonly register: R
    readonly id: string
    readonly before: Registers[R] | null
    readonly after: Registers[R] | null
  }
}[RegisterName]

/** What the author meant to do; chooses the words of the history and of the undo button. */
export const INTENTS = ['create', 'import', 'remove-wave', 'rename', 'scale', 'codebook', 'tag', 'mark', 'setting', 'anonymous', 'erase'] as const
export type Intent = (typeof INTENTS)[number]

/**
 * The only way a project changes. Operations are never edited or deleted but by an erasure: undo appends the inverse. Undo, crash
 * recovery and merging all read this log.
 */
export interface Operation {
  readonly id: string
  readonly at: string
  readonly author: string
  readonly intent: Intent
  /** The operation that this one takes back. */
  readonly undoes?: string
  /** The undone operation that this one does again. */
  readonly redoes?: string
  readonly changes: readonly Change[]
}

const swap = (change: Change): Change => ({ ...change, before: change.after, after: change.before }) as Change

/** The changes that take `changes` back: swapped, in reverse order. */
export const inverse = (changes: readonly Change[]): readonly Change[] => changes.map(swap).reverse()
