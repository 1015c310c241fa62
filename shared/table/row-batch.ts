import type { TextColumn } from './column'

/** The rows of one import, column by column, as they are stored and journalled. */
export interface RowBatch {
  readonly rows: number
  /** Line of each row in the file. */
  readonly lines: Uint32Array
  /** Valid score, or -1. */
  readonly scores: Int8Array
  /** Seconds since 1970-01-01, wall time; NaN when unknown. */
  readonly answered: Float64Array
  /** Why a row does not count, for those that do not. */
  readonly asides: ReadonlyMap<number, string>
  /** Cells, in the order of the file's columns. */
  readonly columns: readonly TextColumn[]
  /** Rows of the file that are not stored as responses. */
  readonly leftOut: readonly LeftOutRow[]
}

export interface LeftOutRow {
  readonly line: number
  readonly fate: 'rejected' | 'duplicate'
  readonly code: string
  /** Line that a duplicate repeats; null when it repeats a response of another wave. */
  readonly repeats: number | null
  readonly cells: readonly string[]
}
