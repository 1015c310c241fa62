import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { PlanOptions, SourceFile } from '../ingest/types'
import type { Locale } from '../locale/translate'
import type { AnonymityApi } from './anonymity'
import type { BandsApi } from './bands'
import type { Clause, CompareQuery, Comparison, Dimension, Slice, SliceQuery, ValueCount } from '../query/types'
import type { Method } from '../query/method'
import type { SummaryInput } from './summary'
import type { Outline } from '../report/outline'
import type { CodeOperation } from './code-operation'
import type { CodebookTrial, CodebookVersion } from './codebook-version'
import type { HistoryPage, MarkRequest, SavedView } from './desk'
import type { Codebook, CodeDraft, Coding, Drivers, RuleDraft, RulePreview, SavedCode } from './codebook'
import type { DriversApi } from './drivers'
import type { EraseApi } from './erase'
import type { ExamplesDraft, ExamplesReport } from './examples'
import type { ExportedFile, ExportFormat, OutputFile } from './output-file'
import type { SummaryAsked, SummaryChartAsked } from './summary-file'
import type { PersonalData } from './personal'
import type { PlanRequest, PlanView } from './plan-view'
import type { ProjectCard, ProjectView } from './project-view'
import type { RecoveryApi } from './recovery'
import type { RuleProofApi } from './rule-proof'
import type { SummaryEditsApi } from './summary-edits'
import type { TagRequest, VerbatimPage, VerbatimQuery } from './verbatim'
import type { TrendApi } from './trend'
import type { WordsApi } from './words'

export * from './anonymity'
export type * from './bands'
export type * from './code-operation'
export type * from './codebook'
export type * from './codebook-version'
export * from './drivers'
export * from './erase'
export type * from './examples'
export * from './output-file'
export type * from './personal'
export type * from './plan-view'
export type * from './project-view'
export * from './rule-proof'
export type * from './summary-edits'
export * from './verbatim'
export type * from './trend'
export * from './words'
export type * from './desk'

/**
 * Every call between the window and the engine: one input, one outcome. Inputs and outcomes are structured-cloneable;
 * expected failures are Faults. The command line calls the same engine without the wire.
 */
export interface EngineApi extends AnonymityApi, RuleProofApi, TrendApi, WordsApi, DriversApi, BandsApi, SummaryEditsApi, RecoveryApi, EraseApi {
  /** Projects kept on this computer, the one opened last first. */
  readonly projects: (input: null, task: Task) => Promise<Result<readonly ProjectCard[]>>
  readonly createProject: (input: { readonly name: string }, task: Task) => Promise<Result<ProjectView>>
  /** Refused as `password` where the project has one and none is given, and as `wrong-password`. */
  readonly openProject: (input: { readonly id: string; readonly password?: string }, task: Task) => Promise<Result<ProjectView>>
  /** Takes in an `.earshot` file as a project of this computer and opens it. */
  readonly openFile: (input: SourceFile & { readonly password?: string }, task: Task) => Promise<Result<ProjectView>>
  /** Writes what is in the journal into the project's file. Everything acknowledged is durable without it, too. */
  readonly saveProject: (input: null, task: Task) => Promise<Result<ProjectView>>
  /**
   * Gives the open project a password, another one, or (null) none. Everything that is kept of it is written anew; earlier snapshots
   * go. Cannot be undone.
   */
  readonly setPassword: (input: { readonly password: string | null }, task: Task) => Promise<Result<ProjectView>>
  readonly closeProject: (input: null, task: Task) => Promise<Result<null>>
  readonly project: (input: null, task: Task) => Promise<Result<ProjectView>>
  /** Names of people, as they stand in the columns that name them: what the window masks in comments. */
  readonly names: (input: null, task: Task) => Promise<Result<readonly string[]>>
  /**
   * Removes a project from this computer for good; one that is open is closed first. A project that is a file of the
   * person's (`place`) only leaves the list.
   */
  readonly removeProject: (input: { readonly id: string }, task: Task) => Promise<Result<null>>

  /**
   * Reads a file and says exactly what importing it would do. Kept until imported, replaced or dropped. What was chosen
   * for a file of the same layout, in the project or else in `layouts`, is applied under the options given.
   */
  readonly plan: (input: PlanRequest, task: Task) => Promise<Result<PlanView>>
  /** What `plan` would say of the first rows of a file. Nothing of it is kept: what can be imported is what `plan` kept. */
  readonly glimpse: (input: PlanRequest, task: Task) => Promise<Result<PlanView>>
  /** The same file with other options, and these alone. */
  readonly replan: (input: PlanOptions, task: Task) => Promise<Result<PlanView>>
  readonly dropPlan: (input: null, task: Task) => Promise<Result<null>>
  /** Executes the plan as last shown. */
  readonly importPlan: (input: null, task: Task) => Promise<Result<ProjectView>>

  /** Counts the scores of waves on another scale as NPS, labelled non-standard; or no longer. */
  readonly treatAsNps: (
    input: { readonly waves: readonly string[]; readonly treat: boolean },
    task: Task,
  ) => Promise<Result<ProjectView>>

  /** How many responses pass the filter, scored or not. */
  readonly count: (input: { readonly where: readonly Clause[] }, task: Task) => Promise<Result<number>>
  /** The values of a dimension among the responses that pass the filter, on whatever scale their scores are. */
  readonly values: (
    input: { readonly of: Dimension; readonly where: readonly Clause[] },
    task: Task,
  ) => Promise<Result<readonly ValueCount[]>>
  readonly slice: (input: SliceQuery, task: Task) => Promise<Result<Slice>>
  readonly compare: (input: CompareQuery, task: Task) => Promise<Result<Comparison>>
  /** Replaces the codebook by that of a file, a CSV (see EXPORT.md) or REFI-QDA's `.qdc`, and codes every verbatim. */
  readonly code: (input: { readonly csv: SourceFile }, task: Task) => Promise<Result<Coding>>
  readonly drivers: (input: null, task: Task) => Promise<Result<Drivers>>

  /** Gives a wave another name. */
  readonly renameWave: (input: { readonly id: string; readonly name: string }, task: Task) => Promise<Result<ProjectView>>
  /** Takes a wave out of every figure. Its rows stay in the file, so that undo can bring it back. */
  readonly removeWave: (input: { readonly id: string }, task: Task) => Promise<Result<ProjectView>>
  readonly renameProject: (input: { readonly name: string }, task: Task) => Promise<Result<ProjectView>>

  /**
   * A part of the list of verbatims: those of the responses that pass the filter, in the order asked for. Clauses on
   * codes and text go by the verbatim: listed are those that themselves have (or lack) the codes and contain the text.
   */
  readonly verbatims: (input: VerbatimQuery, task: Task) => Promise<Result<VerbatimPage>>
  /** Place in that list of the next row after `after` with a verbatim that has no code and something to code; null when there is none. */
  readonly nextUncoded: (
    input: Pick<VerbatimQuery, 'where' | 'order' | 'open'> & { readonly after: number },
    task: Task,
  ) => Promise<Result<number | null>>
  /** The codebook, counted over the responses that pass the filter. */
  readonly codebook: (input: { readonly where: readonly Clause[] }, task: Task) => Promise<Result<Codebook>>
  /** What a rule would match, and what would change against the code's rule as saved. A wrong rule is refused (`rule`). */
  readonly previewRule: (input: RuleDraft, task: Task) => Promise<Result<RulePreview>>
  /** How the examples of a code fare with a rule, and which of other codes it would break. A wrong rule is refused (`rule`). */
  readonly judgeExamples: (input: ExamplesDraft, task: Task) => Promise<Result<ExamplesReport>>
  /** Makes a code, or replaces the one with that id. Refuses a wrong rule, a blank or taken name, and a parent below itself. */
  readonly saveCode: (input: CodeDraft, task: Task) => Promise<Result<SavedCode>>
  /** Removes a code; its children move up to its parent. Hand tags come back with undo. */
  readonly removeCode: (input: { readonly id: string }, task: Task) => Promise<Result<ProjectView>>
  /** Moves, merges, splits, archives a code or brings it back; gives the id of the code that it is about in the end. */
  readonly operateCode: (input: CodeOperation, task: Task) => Promise<Result<SavedCode>>
  /** Adds the starter codebook, its names in the language asked for, but for codes whose names are there already. */
  readonly startCodebook: (input: { readonly locale: Locale }, task: Task) => Promise<Result<ProjectView>>
  /** The codebook as a file: CSV, or REFI-QDA for other programs. */
  readonly exportCodebook: (input: { readonly format: 'csv' | 'qdc' }, task: Task) => Promise<Result<OutputFile>>
  /** All versions of the codebook, the latest first. */
  readonly codebookVersions: (input: null, task: Task) => Promise<Result<readonly CodebookVersion[]>>
  /** What the codes of a version find in all waves, beside those of today. */
  readonly tryCodebook: (input: { readonly version: number }, task: Task) => Promise<Result<CodebookTrial>>
  /** Makes a version the present codebook. */
  readonly restoreCodebook: (input: { readonly version: number }, task: Task) => Promise<Result<ProjectView>>
  /**
   * Says by hand that verbatims have a code, do not have it, or (`clear`) that the rule decides again. One operation,
   * without those on which the same word lies already; a word is kept also where the rule says the same.
   */
  readonly tag: (input: TagRequest, task: Task) => Promise<Result<ProjectView>>
  /** Marks verbatims beside their codes, or takes the mark away, as one operation; those that are so already are left out. */
  readonly mark: (input: MarkRequest, task: Task) => Promise<Result<ProjectView>>
  /** How many verbatims each of the filters lists. */
  readonly countVerbatims: (
    input: { readonly lists: readonly (readonly Clause[])[] },
    task: Task,
  ) => Promise<Result<readonly number[]>>
  /** Finds verbatims that repeat each other, once: how many groups there are, and how many verbatims in them. */
  readonly findRepeats: (input: null, task: Task) => Promise<Result<{ readonly groups: number; readonly repeated: number }>>
  /** Whose name changes carry from now on. */
  readonly introduce: (input: { readonly coder: string }, task: Task) => Promise<Result<null>>

  /** Opens the sample project, made at the first time; comments in English and Korean, names in the language asked for. */
  readonly openSample: (input: { readonly locale: Locale; readonly password?: string }, task: Task) => Promise<Result<ProjectView>>

  /** Keeps a filter and an order under a name: a new view, or that of the same id replaced; null removes it. */
  readonly saveView: (input: { readonly id: string; readonly view: Omit<SavedView, 'id'> | null }, task: Task) => Promise<Result<ProjectView>>
  /** The letters that codes have on the desk, by their ids; a code without one gets a key by its place. */
  readonly saveLetters: (input: { readonly letters: Readonly<Record<string, string>> }, task: Task) => Promise<Result<ProjectView>>
  /** How figures are made from now on. */
  readonly saveMethod: (input: Method, task: Task) => Promise<Result<ProjectView>>
  /** What was done to the project, newest first. */
  readonly history: (input: { readonly first: number; readonly count: number }, task: Task) => Promise<Result<HistoryPage>>
  /**
   * Undoes or redoes, each step an operation of its own, until that entry of the history is the last one in force; null:
   * until none is. Stops between two steps when cancelled, with those done that are done.
   */
  readonly stepTo: (input: { readonly entry: string | null }, task: Task) => Promise<Result<ProjectView>>
  readonly undo: (input: null, task: Task) => Promise<Result<ProjectView>>
  readonly redo: (input: null, task: Task) => Promise<Result<ProjectView>>

  /** What the summary of the responses that pass the filter says: every word and number of it, as plain data, before edits. */
  readonly outline: (
    input: SummaryInput,
    task: Task,
  ) => Promise<Result<Outline>>
  readonly summary: (input: SummaryAsked, task: Task) => Promise<Result<OutputFile>>
  /** A chart of the summary as SVG. */
  readonly summaryChart: (input: SummaryChartAsked, task: Task) => Promise<Result<OutputFile>>
  /**
   * Every response that counts, or the codebook, as a file for other programs. CSV and XLSX can be imported again; Parquet
   * comes in a ZIP with the SQL that computes the score's tables on it. What is personal is masked unless it is asked for.
   */
  readonly exportResponses: (input: { readonly format: ExportFormat; readonly personal?: PersonalData }, task: Task) => Promise<Result<ExportedFile>>
  /** The rows of the file planned that would not be imported, with line, reason and all of their cells, as CSV. */
  readonly exportLeftOut: (input: { readonly locale: Locale }, task: Task) => Promise<Result<OutputFile>>
  /** The whole project as one `.earshot` file, verified. */
  readonly exportProject: (input: null, task: Task) => Promise<Result<OutputFile>>
}

export type EngineMethod = keyof EngineApi
export type EngineInput<M extends EngineMethod> = Parameters<EngineApi[M]>[0]
export type EngineOutput<M extends EngineMethod> =
  Awaited<ReturnType<EngineApi[M]>> extends Result<infer T> ? T : never
