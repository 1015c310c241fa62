import type { Figure } from '../nps/types'

/** The responses behind the numbers of a summary, for a form that shows them by itself. Nothing in it names anybody. */
export interface Evidence {
  /** Names of the fields whose values stand beside each response. */
  readonly fields: readonly string[]
  /** By the ids of queries. */
  readonly counted: ReadonlyMap<string, CountedRows>
}

export interface CountedRows {
  readonly figure: Figure
  /** The newest of the responses with a score, as many as there is room for. */
  readonly rows: readonly EvidenceRow[]
}

export interface EvidenceRow {
  readonly wave: string
  readonly line: number
  /** ISO day. */
  readonly day: string | null
  readonly score: number
  /** In the order of the fields; null is blank. */
  readonly values: readonly (string | null)[]
}
