import type { Fault } from '../../../shared/base/fault'
import type { Stage } from '../../../shared/base/task'
import type { Locale } from '../../../shared/locale/translate'
import type { Clause } from '../../../shared/query/types'
import { NO_EDITS, type Edits, type Stale } from '../../../shared/report/edits/edits'
import type { Brand } from '../../../shared/report/layout/brand'
import type { Outline, Slide } from '../../../shared/report/outline'
import type { PickedQuote } from '../../../shared/protocol/engine-api'

/** What an outline was made from: while nothing of it has changed, it need not be made again. */
export interface SummaryBasis {
  readonly project: string
  readonly figures: number
  readonly filter: readonly Clause[]
  readonly locale: Locale
  /** The periods to compare; undefined: those that suit the answers. */
  readonly period: string | undefined
  readonly against: string | undefined
}

/** The later period and the earlier one. */
export interface PeriodWishes {
  readonly period: string
  readonly against: string
}

export interface SummaryState {
  /** Language of the summary; null: that of the window. */
  readonly locale: Locale | null
  /** The two periods as chosen here; null: those of Compare, else those that suit the answers. */
  readonly pair: PeriodWishes | null
  /** As the numbers give it. */
  readonly generated: Outline | null
  readonly edits: Edits
  /** Edits that are still being typed; they are shown and not yet kept. */
  readonly draft: Edits | null
  readonly picked: readonly PickedQuote[]
  /** Null: Earshot's own. */
  readonly brand: Brand | null
  /** `generated` with edits, as it is shown and written. */
  readonly outline: Outline | null
  readonly stale: readonly Stale[]
  /** Slides that are left out. */
  readonly left: readonly Slide[]
  /** What `generated` was made from. */
  readonly basis: SummaryBasis | null
  /** `generated` is only the first pages: the others are on their way, or were stopped. */
  readonly isPart: boolean
  /** The project's revision of which `edits` and `brand` are. */
  readonly editsOf: number | null
  /** How far the next outline is; null while none is on its way. */
  readonly progress: { readonly done: number; readonly stage: Stage | null } | null
  /** The next outline was stopped: the one shown is of before. */
  readonly isStopped: boolean
  readonly fault: Fault | null
  /** Place of the page that is shown. */
  readonly page: number
}

export const EMPTY_SUMMARY: SummaryState = {
  locale: null,
  pair: null,
  generated: null,
  edits: NO_EDITS,
  draft: null,
  picked: [],
  brand: null,
  outline: null,
  stale: [],
  left: [],
  basis: null,
  isPart: false,
  editsOf: null,
  progress: null,
  isStopped: false,
  fault: null,
  page: 0,
}
