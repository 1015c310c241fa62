import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { ProjectView } from './project-view'

/** Whom to erase: who answered that line of that wave; or whose id, e-mail address or name that is, in whatever wave. */
export type Whom = { readonly wave: string; readonly line: number } | { readonly value: string }

/** Where others wrote down what a person said or is called. */
export const MENTION_PLACES = ['note', 'code', 'summary', 'view', 'wave', 'setting'] as const
export type MentionPlace = (typeof MENTION_PLACES)[number]

/** A record with words of the person; also one that is no longer there, as long as the log has it. */
export interface Mention {
  readonly id: string
  readonly place: MentionPlace
  /** Name of the code, view or wave. */
  readonly name: string
  /** The texts of it that would be cut, as they are, or were last. */
  readonly texts: readonly string[]
}

/** What there is of a person, and would go. */
export interface FoundRespondent {
  /** The name by which `erase` knows the person until something else changes. */
  readonly key: string
  /** The cells that say who it is, each once. */
  readonly names: readonly string[]
  /** Wave by wave. `removed` ones are no longer in any figure, and still in the file. */
  readonly waves: readonly { readonly name: string; readonly responses: number; readonly removed: boolean }[]
  readonly counts: ErasedCounts
  readonly mentions: readonly Mention[]
}

export interface ErasedCounts {
  readonly responses: number
  readonly comments: number
  /** Rows that an import left out: duplicates and rejected ones. */
  readonly leftOut: number
  readonly tags: number
  readonly notes: number
  readonly quotes: number
}

/** That it was done. It names nobody. */
export interface ErasureReceipt {
  /** ISO time. */
  readonly at: string
  readonly author: string
  readonly respondents: number
  readonly counts: ErasedCounts
  /** Texts of others that were cut, and that were kept because somebody said so. */
  readonly mentions: { readonly cut: number; readonly kept: number }
}

export interface EraseApi {
  /** Everybody whom that may mean. Nothing is changed. Refuses `no-respondent`, and `many-respondents` where it is no way to tell somebody. */
  readonly findRespondent: (input: Whom, task: Task) => Promise<Result<readonly FoundRespondent[]>>
  /**
   * Erases people as `findRespondent` found them last: rows, what coders said of them, every trace in the log, the journal, and earlier
   * snapshots. There is no way back. Texts of others with their words are cut, but for those in `keep`. Refuses `busy` where something has
   * changed since.
   */
  readonly eraseRespondent: (
    input: { readonly keys: readonly string[]; readonly keep: readonly string[] },
    task: Task,
  ) => Promise<Result<{ readonly project: ProjectView; readonly receipt: ErasureReceipt }>>
}
