import type { Fault } from '../../shared/base/fault'
import type { Stage } from '../../shared/base/task'
import type { Locale } from '../../shared/locale/translate'
import type { Clause } from '../../shared/query/types'
import type { Outline } from '../../shared/report/outline'

/** What an outline was made from: while nothing of it has changed, it need not be made again. */
export interface SummaryBasis {
  readonly project: string
  readonly revision: number
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
  readonly outline: Outline | null
  /** What `outline` was made from. */
  readonly basis: SummaryBasis | null
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
  outline: null,
  basis: null,
  progress: null,
  isStopped: false,
  fault: null,
  page: 0,
}
