import type {
  AsideCode,
  ColumnProfile,
  PlannedTenure,
  PlanOptions,
  RejectCode,
  RememberedLayout,
  SourceFile,
  TagsThere,
  Warning,
  WaveMatch,
} from '../ingest/types'
import type { PlanPersonal } from './plan-personal'
import type { WaveCounts } from '../model/records'

export interface PlanRequest {
  readonly file: SourceFile
  readonly options: PlanOptions
  /** Options kept on this computer, by the key of their layout. */
  readonly layouts?: Readonly<Record<string, RememberedLayout>>
}

/** An ImportPlan as the window shows it. */
export interface PlanView {
  readonly file: string
  readonly format: string
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
  /** Sheets of the workbook to choose from; none for text. */
  readonly sheets: readonly string[]
  readonly headerRows: number
  readonly preset: string | null
  readonly wave: string
  /** Names of the waves that an export of Earshot brings back; none for other files. */
  readonly waves: readonly string[]
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  readonly score: { readonly index: number; readonly scale: string } | null
  readonly treatAsNps: boolean
  readonly tenure: PlannedTenure | null
  readonly tags: TagsThere | null
  readonly counts: WaveCounts
  readonly invalidScores: number
  readonly missingScores: number
  /** Rows that will not be imported, grouped by why. */
  readonly problems: readonly PlanProblem[]
  /** The first rows of the file with their fate. */
  readonly preview: readonly PlanRow[]
  /** The first rows of each fate, wherever in the file they stand. */
  readonly samples: Readonly<Record<PlanRow['fate'], readonly PlanRow[]>>
  readonly warnings: readonly Warning[]
  /** Absent: none was found. */
  readonly personal?: PlanPersonal
  /** Rows that the survey tool marks, by reason: set aside, or imported all the same. */
  readonly marked: readonly { readonly code: AsideCode; readonly count: number; readonly included: boolean }[]
  /** How the columns go together with the project's fields; null where it has no waves yet. */
  readonly match: WaveMatch | null
  /** Names the file's layout. */
  readonly layout: string
  /** The options that this plan was made with, those of the layout among them. */
  readonly options: PlanOptions
  /** The file for which these options were chosen; null when nothing was remembered, or no longer wanted. */
  readonly remembered: string | null
}

export interface PlanProblem {
  readonly code: RejectCode | AsideCode | 'duplicate' | 'invalid-score'
  readonly count: number
  /** Lines of the first few. */
  readonly lines: readonly number[]
}

export interface PlanRow {
  readonly line: number
  readonly fate: 'accepted' | 'set-aside' | 'duplicate' | 'rejected'
  readonly cells: readonly string[]
  readonly score: number | null
  /** Why the row has its fate, or why its score does not count; null where there is nothing to say. */
  readonly reason: PlanReason | null
}

/** `repeats`: the response id of an earlier line; `there`: the project has the response already; `erased`: it was erased on request. */
export type PlanReason =
  | { readonly code: RejectCode | AsideCode | 'there' | 'erased' | 'invalid-score' }
  | { readonly code: 'repeats'; readonly line: number }
