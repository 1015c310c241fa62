import type { Kind, Role, Scale } from './role'
import type { TenureUnit } from './tenure'

/**
 * The registers of a project: everything but the cells of the responses. Each record is replaced as a whole, so that
 * its inverse, its merge and its hash are all the same simple thing. Records are plain JSON.
 */
export interface Registers {
  readonly wave: Wave
  readonly field: Field
  readonly code: Code
  readonly decision: Decision
  readonly mark: Mark
  readonly setting: Setting
}
export type RegisterName = keyof Registers
export const REGISTER_NAMES = ['wave', 'field', 'code', 'decision', 'mark', 'setting'] as const satisfies readonly RegisterName[]

/** One imported file: a survey's answers over some time. Its rows are named by the hash of its batch. */
export interface Wave {
  readonly name: string
  readonly file: string
  /** SHA-256 of the file's bytes: the same file is not imported twice. */
  readonly source: string
  /** SHA-256 of the batch that holds the wave's rows. */
  readonly batch: string
  readonly importedAt: string
  readonly scale: Scale
  /** Scores on another scale are counted as NPS only when somebody has said so. */
  readonly treatAsNps: boolean
  readonly columns: readonly WaveColumn[]
  readonly counts: WaveCounts
}

export interface WaveColumn {
  /** 1-based position in the file. */
  readonly index: number
  readonly header: string
  readonly field: string
  readonly role: Role
  /** The id that the survey tool gives the question, where the file says it. */
  readonly question?: string
  /** What the numbers of a tenure count, where its header does not say. */
  readonly unit?: TenureUnit
}

export interface WaveCounts {
  readonly accepted: number
  readonly setAside: number
  readonly duplicates: number
  readonly rejected: number
  /** Accepted rows with a valid score. */
  readonly scored: number
  /** Accepted rows with at least one comment. */
  readonly commented: number
}

/** A column of the project: columns of several waves with the same header are one field. */
export interface Field {
  /** Short and unique within the project. */
  readonly name: string
  /** The header as exported, in full. */
  readonly label: string
  readonly kind: Kind
  readonly role: Role
}

/** A category that verbatims are put into. */
export interface Code {
  readonly name: string
  /** Id of the parent code, or null for a theme. */
  readonly parent: string | null
  readonly rule: string
  readonly description: string
  readonly color: string
  readonly position: number
  /** What a mention is; absent: either. */
  readonly direction?: Direction
  /** Name of a group of codes of which a verbatim has one: that of a coder's word, else the first in the codebook. */
  readonly exclusive?: string
  /** Texts that the rule is to match, and such that it must not. */
  readonly mustHit?: readonly string[]
  readonly mustMiss?: readonly string[]
  /** Kept for its history, and given to no verbatim. */
  readonly archived?: true
  /** Ids of the questions whose verbatims it is for; absent: those of its parent, of all without one. */
  readonly questions?: readonly string[]
}

export const DIRECTIONS = ['praise', 'complaint'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** A coder's word on one verbatim and one code: it wins over any rule. */
export interface Decision {
  readonly wave: string
  readonly line: number
  readonly field: string
  readonly code: string
  readonly coder: string
  /** ISO time of the coder's word. */
  readonly at: string
  readonly verdict: 'add' | 'remove'
}

/** What a coder says of a verbatim beside its codes. */
export interface Mark {
  readonly wave: string
  readonly line: number
  readonly field: string
  readonly kind: MarkKind
  /** The words of a note; blank in other marks. */
  readonly text: string
  readonly coder: string
  /** ISO time. */
  readonly at: string
}

/** A note on it; worth quoting; read, and nothing in it to code. */
export const MARK_KINDS = ['note', 'quote', 'nothing'] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** A named value of the project: its title, the fiscal year's first month, … */
export interface Setting {
  readonly value: string
}
