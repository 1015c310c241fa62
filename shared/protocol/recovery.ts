import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { SourceFile } from '../ingest/types'
import type { ProjectView } from './project-view'

/** What can be wrong with a project file; `content` is in SQLite's own words, or names a table. */
export const PROBLEM_CODES = [
  'length',
  'hash',
  'foreign',
  'not-a-project',
  'newer-format',
  'project-too-large',
  'content',
  'chain',
  'registers',
  'batches',
  'journal',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export interface Problem {
  readonly code: ProblemCode
  /** Where, or what; may be empty. */
  readonly detail: string
}

/** What was made of a project that does not open. */
export interface Recovery {
  /**
   * `file`: the file is whole, its journal is not. `generation`: an earlier snapshot that the app kept. `rest`: what could still be
   * read of the file itself.
   */
  readonly from: 'file' | 'generation' | 'rest'
  /** When the generation was saved; ISO. */
  readonly savedAt: string | null
  /** Time of the last operation that is there again. */
  readonly lastChange: string
  /** Operations that are there again. */
  readonly operations: number
  /** Responses that are there again. */
  readonly responses: number
  /** Operations that are known to have been there and are not. */
  readonly lostOperations: number
  /** Responses that could not be read. */
  readonly lostResponses: number
  /** Responses whose cells came from damaged pages or their neighbours: nothing proves them. */
  readonly unprovenResponses: number
  /** The log could not be read to its end: what is there now is, how it came about is not. */
  readonly lostHistory: boolean
  /** Nobody can tell any more whether the project was anonymous: it is, from now on. */
  readonly assumedAnonymous: boolean
}

/** A project of the shelf, or the bytes of a project file that is on none. */
export type Damaged = ({ readonly id: string } | { readonly file: SourceFile }) & { readonly password?: string }

export interface RecoveryApi {
  /**
   * Works out what can be had of a project that does not open: its file is left as it is, and nothing is kept yet. Refuses where
   * there is nothing.
   */
  readonly recover: (input: Damaged, task: Task) => Promise<Result<Recovery>>
  /** Keeps what was worked out last as a project of its own, under that name, and opens it. */
  readonly openRecovered: (input: { readonly name: string }, task: Task) => Promise<Result<ProjectView>>
}
