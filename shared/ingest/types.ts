import type { Mark } from '../model/records'
import type { DateOrder, Encoding, Kind, Role, Scale } from '../model/role'
import type { TenureUnit } from '../model/tenure'
import type { TextColumn } from '../table/column'
import type { TenureGuess } from './tenure-unit'

export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the user may fix about how a file is read; anything left out is decided from the file. */
export interface ReadOptions {
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly sheet?: string
  readonly headerRows?: number
  /** `literal`: quotation marks are ordinary characters, whatever the file looks like. */
  readonly quotes?: 'literal' | 'obeyed'
}

export const FILE_FORMATS = ['csv', 'tsv', 'xlsx'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** Bytes to text; null when `bytes` are not valid in `encoding`. A leading byte order mark is dropped. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string | null

/** What a host knows of encodings. */
export interface Decoder {
  readonly decode: Decode
  /** Whether all of `bytes` is valid UTF-8. */
  readonly isUtf8: (bytes: Uint8Array) => boolean
}

export const WARNING_CODES = [
  'encoding-guessed',
  'damaged-text',
  'erased-rows',
  'file-imported-before',
  'ids-restart',
  'large-project',
  'scale-not-nps',
  'several-scores',
  'no-score',
  'no-date',
  'no-comment',
  'ambiguous-date',
  'stray-quotes',
  'ragged-rows',
  'repeated-header',
  'blank-header',
  'scale-change',
  'relative-dates',
  'unterminated-quote',
  'tenure-unit',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** Something the user should know before importing; worded in the catalogues as `warning.CODE`. */
export interface Warning {
  readonly code: WarningCode
  readonly params: Readonly<Record<string, string | number>>
}

/** A file as a table of text: every cell as written, every row with its line in the file. */
export interface RawTable {
  readonly file: string
  readonly format: FileFormat
  readonly encoding: Encoding | null
  readonly delimiter: string | null
  readonly sheet: string | null
  /** Sheets of the workbook to choose from. */
  readonly sheets: readonly string[]
  readonly headerRows: number
  /** Name of the recognised survey tool, such as `google-forms`; null when none is. */
  readonly preset: string | null
  readonly headers: readonly string[]
  /** The id that the survey tool gives each column's question; null where the file has none. */
  readonly questions: readonly (string | null)[]
  readonly columns: readonly TextColumn[]
  readonly rows: number
  /** 1-based line (in a workbook: row) at which each row starts. */
  readonly lines: Uint32Array
  /** Rows that are no responses: titles, footers, repeated headers, broken rows. */
  readonly rejected: readonly RejectedRow[]
  readonly warnings: readonly Warning[]
  /** The records of the codebook that an export of Earshot brings along. */
  readonly codebook?: readonly (readonly string[])[]
}

export const REJECT_CODES = ['title', 'footer', 'repeated-header', 'too-few-cells', 'too-many-cells'] as const
export type RejectCode = (typeof REJECT_CODES)[number]

export interface RejectedRow {
  readonly line: number
  readonly code: RejectCode
  readonly cells: readonly string[]
}

/** What one column holds, from all of its cells. */
export interface ColumnProfile {
  /** 1-based position in the file. */
  readonly index: number
  readonly header: string
  /** Short, unique within the file. */
  readonly name: string
  readonly kind: Kind
  /** The likeliest role; the user's word overrides it. */
  readonly role: Role
  /** Set when the column can be read as scores. */
  readonly scale: Scale | null
  /** Set when the column can be read as dates. */
  readonly dateOrder: DateOrder | null
  /** Set when another order would read the dates as well. */
  readonly ambiguousDate?: boolean
  /** One of the cells where they tell time only relative to an unknown day: `3 days ago`. */
  readonly relativeTime?: string
  readonly blank: number
  /** Different non-blank values; beyond 65,536 only ids are counted on. */
  readonly distinct: number
  /** A few different non-blank values. */
  readonly samples: readonly string[]
}

export interface PlanOptions {
  readonly read?: ReadOptions
  /** Column index (1-based) to role: these columns are as told, the others as proposed. */
  readonly roles?: Readonly<Record<number, Role>>
  readonly wave?: string
  readonly treatAsNps?: boolean
  /** How the dates of the date column are to be read; decided from all of them when left out. */
  readonly dateOrder?: DateOrder
  /** What the numbers of the tenure count, where the header does not say. */
  readonly tenureUnit?: TenureUnit
  /** Brings the hand tags of an own export over to the responses that are there already. */
  readonly bringTags?: boolean
  /** Reasons for which rows would be set aside, and that do not matter here: these rows are imported. */
  readonly include?: readonly AsideCode[]
  /** Columns (1-based) of which nothing is to come in: they are blank. */
  readonly leaveOut?: readonly number[]
  /** Column index (1-based) to the field of the project that it belongs to; null: a field of its own. */
  readonly fields?: Readonly<Record<number, string | null>>
  /** Column index (1-based) to the short name that its field is to have. */
  readonly names?: Readonly<Record<number, string>>
}

/** Options as somebody chose them for a file, to be applied to the next one with the same headers. */
export interface RememberedLayout {
  readonly file: string
  readonly options: PlanOptions
}

/** Why a column is taken for a field: the same header, somebody's word, or one of four likenesses; or it is new. */
export const MATCHES = ['same', 'told', 'question', 'similar', 'values', 'role', 'new'] as const
export type Match = (typeof MATCHES)[number]

export interface ColumnMatch {
  /** 1-based position of the column in the file. */
  readonly index: number
  /** Id of the field that it goes to. */
  readonly field: string
  readonly how: Match
}

/** A field under whose header the file has something else: whether the two are the same, only a person can say. */
export interface Clash {
  /** 1-based position of the column in the file. */
  readonly index: number
  readonly field: string
  readonly kind: Kind
  /** A few cells of the field. */
  readonly samples: readonly string[]
}

/** How the columns of a file go together with the fields that are there. */
export interface WaveMatch {
  /** Name of the wave that has most in common with the file; null when none has anything. */
  readonly wave: string | null
  /** One for each column of the file. */
  readonly columns: readonly ColumnMatch[]
  /** Fields of that wave that no column of the file goes to. */
  readonly missing: readonly string[]
  /** Columns kept apart from the field with their header, until somebody says otherwise. */
  readonly clashes: readonly Clash[]
}

/** `erased`: a response that was erased from the project on request; nothing of it is kept, not even that it was left out. */
export const FATE = { accepted: 0, setAside: 1, duplicate: 2, erased: 3 } as const
export type Fate = (typeof FATE)[keyof typeof FATE]

export const ASIDE_CODES = ['unfinished', 'preview', 'spam', 'unanswered', 'other-survey'] as const
export type AsideCode = (typeof ASIDE_CODES)[number]

/** Marks rows without a valid score in `ImportPlan.scores`. */
export const NO_SCORE = -1

export interface PlannedTenure extends TenureGuess {
  /** 1-based position of the column. */
  readonly index: number
}

/** Exactly what an import will do with each row. The preview shows it, the commit executes it and decides nothing. */
export interface ImportPlan {
  readonly table: RawTable
  readonly wave: string
  readonly columns: readonly ColumnProfile[]
  readonly score: { readonly index: number; readonly scale: Scale } | null
  readonly treatAsNps: boolean
  /** The column of numbers that tell how long somebody has been a customer, and do not say in what; null where there is none. */
  readonly tenure: PlannedTenure | null
  /** One Fate per row of the table. */
  readonly fates: Uint8Array
  /** Why rows are set aside, by row of the table. */
  readonly asides: ReadonlyMap<number, AsideCode>
  /** Rows that the survey tool marks, by reason, set aside or not. */
  readonly marked: Readonly<Partial<Record<AsideCode, number>>>
  /** For a duplicate row of the table: the line that it repeats, or 0 for a response of an earlier wave. */
  readonly duplicateOf: ReadonlyMap<number, number>
  /** Valid score per row, or NO_SCORE. */
  readonly scores: Int8Array
  /** Rows whose score cell is not blank and not valid. */
  readonly invalidScores: readonly { readonly line: number; readonly text: string }[]
  /** Seconds since 1970-01-01 of the answer, wall time; NaN when unknown. */
  readonly answered: Float64Array
  /** The plans of the waves that an export of Earshot is made of; absent for every other file. */
  readonly waves?: readonly OwnWavePlan[]
  /** How the hand tags of such an export differ on responses that are there already; absent where they do not. */
  readonly tags?: TagsThere
  readonly warnings: readonly Warning[]
  /** What was chosen for it. */
  readonly options: PlanOptions
  /** The fields of the columns; null where there are none yet to go together with. */
  readonly match: WaveMatch | null
}

/** A wave within an export of Earshot, planned like a file of its own. */
export interface OwnWavePlan {
  readonly plan: ImportPlan
  /** Its rows in the table of the whole file. */
  readonly rows: Uint32Array
  /** SHA-256 of the file that it came from at first, or what stands for it. */
  readonly source: string
  /** The coders' words, by row of the plan's table; questions are columns of that, from 1. */
  readonly hands: ReadonlyMap<number, readonly OwnHand[]>
  /** The coders' marks, in the same way. */
  readonly marks: ReadonlyMap<number, readonly OwnMark[]>
}

/** Hand tags of a file beside those of the project. */
export interface TagsThere {
  /** Responses on which any of them differs. */
  readonly responses: number
  /** Words of the file where the project has none; those that are later than another word of the project; those that are not. */
  readonly added: number
  readonly changed: number
  readonly older: number
}

export interface OwnMark extends Pick<Mark, 'kind' | 'text' | 'coder' | 'at'> {
  readonly question: number
}

export interface OwnHand {
  readonly code: string
  readonly question: number
  readonly verdict: 'add' | 'remove'
  readonly coder: string
  readonly at: string
}
