import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { ProjectView } from './project-view'

/** The fewest people behind a figure, and behind comments, that an anonymous project may promise. */
export const PEOPLE_AT_LEAST = 5
export const COMMENTS_AT_LEAST = 10

/** What an anonymous project promises those who answered. */
export interface Anonymity {
  /** People behind every figure that is shown. */
  readonly people: number
  /** People behind a wave whose comments are shown. */
  readonly comments: number
  /** The field (its id) with which each of the others may be crossed; null: fields are shown one at a time. */
  readonly crossed: string | null
}

/** The same as the window knows it. */
export interface AnonymityView extends Anonymity {
  /** Ids of the fields by which something may be shown. */
  readonly cuts: readonly string[]
}

export interface AnonymityApi {
  /** Makes the project anonymous, once and for all: only undo as the very next step takes it back. */
  readonly makeAnonymous: (input: Anonymity, task: Task) => Promise<Result<ProjectView>>
}
