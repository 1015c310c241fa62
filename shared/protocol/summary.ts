import type { Locale } from '../locale/translate'
import type { Clause } from '../query/types'

/** What a summary is about. */
export interface SummaryInput {
  readonly where: readonly Clause[]
  readonly locale: Locale
  /** The later of the two periods that are compared, and the earlier; those that suit the answers where nothing is said. */
  readonly period?: string | undefined
  readonly against?: string | undefined
}
