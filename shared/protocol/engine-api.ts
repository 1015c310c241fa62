import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Locale } from '../locale/translate'
import type {
  AsideCode,
  ColumnProfile,
  PlanOptions,
  PlannedTenure,
  RejectCode,
  RememberedLayout,
  SourceFile,
  Warning,
  WaveMatch,
} from '../ingest/types'
import type { Intent } from '../model/operation'
import type { Code, WaveCounts } from '../model/records'
import type { Role } from '../model/role'
import type { Group } from '../nps/group'
import type { CodeEffect, Figure } from '../nps/types'
import type { Clause, CompareQuery, Comparison, PeriodUnit, Slice, SliceQuery } from '../query/types'
import type { Outline } from '../report/outline'

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
  /** Writes what is in the journal into the project's file. Everything acknowledged is durable without it, too. */
  readonly saveProject: (input: null, task: Task) => Promise<Result<ProjectView>>
  readonly closeProject: (input: null, task: Task) => Promise<Result<null>>
  readonly project: (input: null, task: Task) => Promise<Result<ProjectView>>
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
  readonly slice: (input: SliceQuery, task: Task) => Promise<Result<Slice>>
  readonly compare: (input: CompareQuery, task: Task) => Promise<Result<Comparison>>
  /** Replaces the codebook by the CSV's (columns `code,parent,rule,description,color`) and codes every verbatim. */
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
  /** Place in that list of the next verbatim after `after` that has no code; null when there is none. */
  readonly nextUncoded: (
    input: Pick<VerbatimQuery, 'where' | 'order'> & { readonly after: number },
    task: Task,
  ) => Promise<Result<number | null>>
  /** The codebook, counted over the responses that pass the filter. */
  readonly codebook: (input: { readonly where: readonly Clause[] }, task: Task) => Promise<Result<Codebook>>
  /** What a rule would match, and what would change against the code's rule as saved. A wrong rule is refused (`rule`). */
  readonly previewRule: (input: RuleDraft, task: Task) => Promise<Result<RulePreview>>
  /** Makes a code, or replaces the one with that id. Refuses a wrong rule, a blank or taken name, and a parent below itself. */
  readonly saveCode: (input: CodeDraft, task: Task) => Promise<Result<SavedCode>>
  /** Removes a code; its children move up to its parent. Hand tags come back with undo. */
  readonly removeCode: (input: { readonly id: string }, task: Task) => Promise<Result<ProjectView>>
  /**
   * Says by hand that verbatims have a code, do not have it, or (`clear`) that the rule decides again. One operation,
   * without those on which the same word lies already; a word is kept also where the rule says the same.
   */
  readonly tag: (input: TagRequest, task: Task) => Promise<Result<ProjectView>>
  /** Whose name changes carry from now on. */
  readonly introduce: (input: { readonly coder: string }, task: Task) => Promise<Result<null>>

  /** Opens the sample project, made at the first time; comments in English and Korean, names in the language asked for. */
  readonly openSample: (input: { readonly locale: Locale }, task: Task) => Promise<Result<ProjectView>>

  readonly undo: (input: null, task: Task) => Promise<Result<ProjectView>>
  readonly redo: (input: null, task: Task) => Promise<Result<ProjectView>>

  /** What the summary of the responses that pass the filter says: every word and number of it, as plain data. */
  readonly outline: (
    input: { readonly where: readonly Clause[]; readonly locale: Locale },
    task: Task,
  ) => Promise<Result<Outline>>
  readonly summary: (
    input: { readonly format: 'pptx' | 'xlsx'; readonly where: readonly Clause[]; readonly locale: Locale },
    task: Task,
  ) => Promise<Result<OutputFile>>
  /**
   * Every response that counts, or the codebook, as a file for other programs. CSV and XLSX can be imported again; Parquet
   * comes in a ZIP with the SQL that computes the score's tables on it.
   */
  readonly exportResponses: (input: { readonly format: ExportFormat }, task: Task) => Promise<Result<ExportedFile>>
  /** The rows of the file planned that would not be imported, with line, reason and all of their cells, as CSV. */
  readonly exportLeftOut: (input: { readonly locale: Locale }, task: Task) => Promise<Result<OutputFile>>
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
  /** On the desktop: whether the app keeps it or it is a `file` of the person's, and whether that is there now. */
  readonly place?: 'app' | 'file'
  /** Name of the file, without its folder. */
  readonly file?: string
  readonly missing?: boolean
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
  /** The headers under which the waves had it, where there are several. */
  readonly headers?: readonly FieldHeader[]
}

export interface FieldHeader {
  readonly header: string
  /** Names of the waves. */
  readonly waves: readonly string[]
}

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

/** `repeats`: the response id of an earlier line; `there`: the project has the response already. */
export type PlanReason =
  | { readonly code: RejectCode | AsideCode | 'there' | 'invalid-score' }
  | { readonly code: 'repeats'; readonly line: number }

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

/** Which answer to which open question: wave id, line in its file, field id of the question. */
export interface VerbatimKey {
  readonly wave: string
  readonly line: number
  readonly field: string
}

export const VERBATIM_ORDERS = ['file', 'newest', 'oldest', 'lowest', 'highest'] as const
export type VerbatimOrder = (typeof VERBATIM_ORDERS)[number]

export interface VerbatimQuery {
  readonly where: readonly Clause[]
  readonly order: VerbatimOrder
  /** From 0. */
  readonly first: number
  readonly count: number
}

export interface VerbatimPage {
  /** Verbatims in the whole list. */
  readonly total: number
  readonly first: number
  readonly verbatims: readonly Verbatim[]
}

export interface Verbatim extends VerbatimKey {
  readonly text: string
  readonly score: number | null
  readonly group: Group | null
  /** ISO day of the answer. */
  readonly day: string | null
  /** Short names of the question and of the wave. */
  readonly question: string
  readonly waveName: string
  /** The response's segments that are not blank, in the order of the fields. */
  readonly segments: readonly { readonly name: string; readonly value: string }[]
  /** Codes it has, and codes that a coder took away although the rule matches; in the order of the codebook. */
  readonly tags: readonly Tag[]
  /** Where the text that is searched for stands. */
  readonly found: readonly TextSpan[]
}

/** From (inclusive) and to (exclusive), in UTF-16 units of the verbatim's text. */
export interface TextSpan {
  readonly from: number
  readonly to: number
}

/** Why a verbatim has a code, or no longer has it: a coder's word wins over the rule. */
export interface Tag {
  /** Id of the code. */
  readonly code: string
  readonly has: boolean
  /** Whether the rule matches, and the words that make it match (none for a match by absence, as of NOT). */
  readonly byRule: boolean
  readonly matched: readonly TextSpan[]
  readonly byHand: { readonly coder: string; readonly at: string } | null
}

export interface Codebook {
  /** Comments that are not blank, of the responses that pass the filter. */
  readonly verbatims: number
  /** Those with at least one code. */
  readonly coded: number
  /** In the order of the codebook, parents before their children. */
  readonly codes: readonly CodebookEntry[]
}

export interface CodebookEntry extends Code {
  readonly id: string
  /** Steps below a theme. */
  readonly depth: number
  /** Verbatims that have it, and those of them that a coder gave it by hand. */
  readonly n: number
  readonly byHand: number
  /** Score of the responses that mention it. Null where the scale has none. */
  readonly figure: Figure | null
  /** The same for verbatims that have it or any code below it; null without codes below. */
  readonly withBelow: { readonly n: number; readonly figure: Figure | null } | null
}

export interface RuleDraft {
  /** The code whose saved rule the draft is compared with; null for a code that is not there yet. */
  readonly code: string | null
  readonly rule: string
}

export interface RulePreview {
  /** Verbatims that the draft matches, over all waves. */
  readonly n: number
  /** Against the rule as saved. */
  readonly added: number
  readonly lost: number
  /** The first few of each. */
  readonly addedExamples: readonly RuleExample[]
  readonly lostExamples: readonly RuleExample[]
}

export interface RuleExample extends VerbatimKey {
  readonly text: string
  readonly matched: readonly TextSpan[]
}

export interface CodeDraft {
  /** Null: a new code, placed last. */
  readonly id: string | null
  readonly name: string
  readonly parent: string | null
  readonly rule: string
  readonly description: string
  readonly color: string
}

export interface SavedCode {
  readonly id: string
  readonly project: ProjectView
}

export interface TagRequest {
  /** Those named, or all that `verbatims` lists for a filter. */
  readonly verbatims: readonly VerbatimKey[] | { readonly where: readonly Clause[] }
  readonly code: string
  readonly verdict: 'add' | 'remove' | 'clear'
}

export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const EXPORT_FORMATS = ['csv', 'xlsx', 'parquet', 'codebook'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportedFile extends OutputFile {
  readonly rows: number
  /** Texts too long for a cell of the format, which go on in further columns. */
  readonly split: number
}
