import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Locale } from '../locale/translate'
import type { ColumnProfile, PlanOptions, RejectCode, SourceFile, Warning } from '../ingest/types'
import type { Intent } from '../model/operation'
import type { Role } from '../model/role'
import type { CodeEffect, Figure } from '../nps/types'
import type { CompareQuery, Comparison, PeriodUnit, Slice, SliceQuery } from '../query/types'
import type { WaveCounts } from '../model/records'

/**
 * Every call between the window and the engine: one input, one outcome. Inputs and outcomes are structured-cloneable;
 * expected failures are Faults. The command line calls the same engine without the wire.
 */
export interface EngineApi {
  /** Projects kept on this computer, the one opened last first. */
  readonly projects: (input: null, task: Task) => Promise<Result<readonly ProjectCard[]>>
  readonly createProject: (input: { readonly name: string }, task: Task) => Promise<Result<ProjectView>>
  readonly openProject: (input: { readonly id: string }, task: Task) => Promise<Result<ProjectView>>
  /** Takes in an `.earshot` file as a project of this computer and opens it. */
  readonly openFile: (input: SourceFile, task: Task) => Promise<Result<ProjectView>>
  readonly closeProject: (input: null, task: Task) => Promise<Result<null>>
  readonly project: (input: null, task: Task) => Promise<Result<ProjectView>>
  /** Removes a project from this computer for good; one that is open is closed first. */
  readonly removeProject: (input: { readonly id: string }, task: Task) => Promise<Result<null>>

  /** Reads a file and says exactly what importing it would do. Kept until imported, replaced or dropped. */
  readonly plan: (input: PlanRequest, task: Task) => Promise<Result<PlanView>>
  /** The same file with other options. */
  readonly replan: (input: PlanOptions, task: Task) => Promise<Result<PlanView>>
  readonly dropPlan: (input: null, task: Task) => Promise<Result<null>>
  /** Executes the plan as last shown. */
  readonly importPlan: (input: null, task: Task) => Promise<Result<ProjectView>>

  /** Counts the scores of waves on another scale as NPS, labelled non-standard; or no longer. */
  readonly treatAsNps: (
    input: { readonly waves: readonly string[]; readonly treat: boolean },
    task: Task,
  ) => Promise<Result<ProjectView>>

  readonly slice: (input: SliceQuery, task: Task) => Promise<Result<Slice>>
  readonly compare: (input: CompareQuery, task: Task) => Promise<Result<Comparison>>
  /** Replaces the codebook by the CSV's (columns `code,parent,rule,description,color`) and codes every verbatim. */
  readonly code: (input: { readonly csv: SourceFile }, task: Task) => Promise<Result<Coding>>
  readonly drivers: (input: null, task: Task) => Promise<Result<Drivers>>

  readonly undo: (input: null, task: Task) => Promise<Result<ProjectView>>
  readonly redo: (input: null, task: Task) => Promise<Result<ProjectView>>

  readonly summary: (
    input: { readonly format: 'pptx' | 'xlsx'; readonly locale: Locale },
    task: Task,
  ) => Promise<Result<OutputFile>>
  readonly exportCsv: (input: null, task: Task) => Promise<Result<OutputFile>>
  /** The whole project as one `.earshot` file, verified. */
  readonly exportProject: (input: null, task: Task) => Promise<Result<OutputFile>>
}

export type EngineMethod = keyof EngineApi
export type EngineInput<M extends EngineMethod> = Parameters<EngineApi[M]>[0]
export type EngineOutput<M extends EngineMethod> =
  Awaited<ReturnType<EngineApi[M]>> extends Result<infer T> ? T : never

export interface ProjectCard {
  readonly id: string
  readonly name: string
  /** ISO time of the last change. */
  readonly changedAt: string
  readonly figure: Figure | null
  readonly responses: number
}

export interface ProjectView {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly waves: readonly WaveView[]
  readonly fields: readonly FieldView[]
  /** Period units that make sense: empty when no response has a date. */
  readonly periods: readonly PeriodUnit[]
  readonly accepted: number
  readonly scored: number
  readonly codes: number
  /** What undo and redo would take back or do again; null when there is nothing. */
  readonly undo: Intent | null
  readonly redo: Intent | null
  /** Changes that lie in the journal and not yet in the project file. */
  readonly unsaved: number
}

export interface WaveView extends WaveCounts {
  readonly id: string
  readonly name: string
  readonly file: string
  readonly importedAt: string
  readonly scale: string
  readonly treatAsNps: boolean
}

export interface FieldView {
  readonly id: string
  /** Number of the field in the project, from 1. */
  readonly number: number
  readonly name: string
  readonly label: string
  readonly kind: ColumnProfile['kind']
  readonly role: Role
}

export interface PlanRequest {
  readonly file: SourceFile
  readonly options: PlanOptions
}

/** An ImportPlan as the window shows it. */
export interface PlanView {
  readonly file: string
  readonly format: string
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
  readonly headerRows: number
  readonly preset: string | null
  readonly wave: string
  readonly rows: number
  readonly columns: readonly ColumnProfile[]
  readonly score: { readonly index: number; readonly scale: string } | null
  readonly treatAsNps: boolean
  readonly counts: WaveCounts
  readonly invalidScores: number
  readonly missingScores: number
  /** Rows that will not be imported, grouped by why. */
  readonly problems: readonly PlanProblem[]
  /** The first rows of the file with their fate. */
  readonly preview: readonly PlanRow[]
  readonly warnings: readonly Warning[]
}

export interface PlanProblem {
  readonly code: RejectCode | 'duplicate' | 'set-aside' | 'invalid-score'
  readonly count: number
  /** Lines of the first few. */
  readonly lines: readonly number[]
}

export interface PlanRow {
  readonly line: number
  readonly fate: 'accepted' | 'set-aside' | 'duplicate' | 'rejected'
  readonly cells: readonly string[]
  readonly score: number | null
}

export interface Coding {
  readonly verbatims: number
  readonly coded: number
  readonly coverage: number
  readonly codes: readonly { readonly id: string; readonly code: string; readonly n: number }[]
}

export interface Drivers {
  /** Scored responses with a comment or without: the base of every share. */
  readonly base: number
  readonly nps: number | null
  readonly nonStandard: string | null
  readonly codes: readonly (CodeEffect & { readonly code: string; readonly color: string })[]
}

export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}
