import type { ColumnProfile } from '../ingest/types'
import type { Intent } from '../model/operation'
import type { WaveCounts } from '../model/records'
import type { Role } from '../model/role'
import type { Figure } from '../nps/types'
import type { Method } from '../query/method'
import type { PeriodUnit } from '../query/types'
import type { AnonymityView } from './anonymity'
import type { SavedView } from './desk'
import type { Yardsticks } from './trend'

export interface ProjectCard {
  readonly id: string
  readonly name: string
  /** ISO time of the last change. */
  readonly changedAt: string
  readonly figure: Figure | null
  readonly responses: number
  /** Its file has a password: what it says is in it alone. */
  readonly locked?: boolean
  /** On the desktop: whether the app keeps it or it is a `file` of the person's, and whether that is there now. */
  readonly place?: 'app' | 'file'
  /** Name of the file, without its folder. */
  readonly file?: string
  readonly missing?: boolean
  /** There may be changes here that the file lacks; always while it is open and not saved. */
  readonly ahead?: boolean
  /** Names of files beside it that a cloud drive has made of another version of it. */
  readonly conflicts?: readonly string[]
}

export interface ProjectView {
  readonly id: string
  readonly name: string
  readonly revision: number
  /** Stays while only what says how something looks is changed. */
  readonly figures: number
  readonly waves: readonly WaveView[]
  readonly fields: readonly FieldView[]
  /** Period units that make sense: empty when no response has a date. */
  readonly periods: readonly PeriodUnit[]
  readonly method: Method
  /** What is promised to those who answered; null where the project is not anonymous. */
  readonly anonymity: AnonymityView | null
  /** Whether a column says who answered. */
  readonly knowsPeople: boolean
  readonly accepted: number
  readonly scored: number
  readonly codes: number
  /** Number of the present codebook: it counts up with every change; 0: there never was one. */
  readonly codebookVersion: number
  /** What undo and redo would take back or do again; null when there is nothing. */
  readonly undo: Intent | null
  readonly redo: Intent | null
  /** Changes that lie in the journal and not yet in the project file. */
  readonly unsaved: number
  /** Just opened: changes that came back from a session that ended before it saved them, if any. */
  readonly recovered?: number
  /** Name of the person's file that the project was opened from; null where the host keeps the project itself. */
  readonly file: string | null
  /** The project has a password. */
  readonly locked: boolean
  /** In the order of their names. */
  readonly views: readonly SavedView[]
  /** Letters that people gave to codes, by their ids. */
  readonly letters: Readonly<Record<string, string>>
  /** Targets and benchmarks. */
  readonly yardsticks: Yardsticks
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
