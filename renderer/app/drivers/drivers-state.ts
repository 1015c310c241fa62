import type { Fault } from '../../../shared/base/fault'
import type { DriverBase, DriverQuote, DriversWithin } from '../../../shared/protocol/drivers'

/** Which codes are ranked: those with none below them, themes with all below them, or both. */
export const DRIVER_LEVELS = ['codes', 'themes', 'all'] as const
export type DriverLevel = (typeof DRIVER_LEVELS)[number]

/** What detractors and promoters say of a code; null while it is looked for. */
export interface SaidOfDriver {
  readonly detractors: readonly DriverQuote[]
  readonly promoters: readonly DriverQuote[]
}

export interface DriversState {
  readonly base: DriverBase
  readonly level: DriverLevel
  readonly value: DriversWithin | null
  /** A quote of detractors of each pain point, and one of promoters of each bright spot, by code. */
  readonly pains: ReadonlyMap<string, DriverQuote>
  readonly brights: ReadonlyMap<string, DriverQuote>
  /** Id of the code whose details are open. */
  readonly opened: string | null
  readonly said: SaidOfDriver | null
  /** An answer is on its way; the one shown is of before. */
  readonly isStale: boolean
  readonly fault: Fault | null
}

export const EMPTY_DRIVERS: DriversState = {
  base: 'scored',
  level: 'codes',
  value: null,
  pains: new Map(),
  brights: new Map(),
  opened: null,
  said: null,
  isStale: false,
  fault: null,
}
