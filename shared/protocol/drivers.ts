import type { Result } from '../base/result'
import type { Task } from '../base/task'
import type { Group } from '../nps/group'
import type { Figure } from '../nps/types'
import type { Clause } from '../query/types'

export const DRIVER_BASES = ['scored', 'commented'] as const
/** Whose score it is about: all who gave one, or those of them who wrote a comment. */
export type DriverBase = (typeof DRIVER_BASES)[number]

export interface DriversQuery {
  readonly where: readonly Clause[]
  readonly base: DriverBase
}

/** What mentioning a code goes with, the other codes of its level held the same; or why that cannot be said. */
export type AdjustedDriver =
  | { readonly kind: 'fit'; readonly contribution: number; readonly error: number; readonly low: number; readonly high: number; readonly slope: number; readonly inflation: number }
  /** Too few mention it, or lack it. */
  | { readonly kind: 'few' | 'few-without' }
  /** More codes than the responses can tell apart: less mentioned ones are left out. */
  | { readonly kind: 'many' }
  /** It goes with others too closely, above all with the code of this id. */
  | { readonly kind: 'close'; readonly to: string }

/** Plain and adjusted have other signs; or their intervals have nothing in common. */
export type Disagreement = 'sign' | 'apart'

/** How many times as often those who mention a code are detractors as the others are. */
export interface DetractorRisk {
  readonly ratio: number
  readonly low: number
  readonly high: number
  /** Shares of detractors among those who mention it and among the others, 0 to 1. */
  readonly share: number
  readonly shareRest: number
  /** Nobody in one of the four groups: half a response was added to each. */
  readonly filled: boolean
}

/** A code with all that lies below it. Null where too few mention it (under 10), or lack it, to say more than how many. */
export interface DriverCode {
  readonly id: string
  readonly code: string
  readonly color: string
  /** Steps below a theme. */
  readonly depth: number
  /** Ids of itself and of all codes below it. */
  readonly branch: readonly string[]
  readonly mentions: Figure
  readonly rest: Figure
  /** Of the base, 0 to 1. */
  readonly share: number
  readonly meanScore: number | null
  /** Score minus the score without those who mention it, in points. */
  readonly contribution: number | null
  readonly error: number | null
  readonly low: number | null
  readonly high: number | null
  /** Of mentioners against the rest; q: put right for the number of codes tested (Benjamini and Hochberg). */
  readonly p: number | null
  readonly q: number | null
  readonly risk: DetractorRisk | null
  readonly adjusted: AdjustedDriver
  readonly disagrees: Disagreement | null
}

export interface DriversWithin {
  readonly base: DriverBase
  /** Of everybody in the base. */
  readonly total: Figure
  /** Responses with a score, those of them with a comment, and those of them with a code. */
  readonly scored: number
  readonly commented: number
  readonly coded: number
  readonly meanScore: number | null
  /** How many codes were tested. */
  readonly tested: number
  /** In the order of the codebook, without those that are archived. */
  readonly codes: readonly DriverCode[]
  /** Score, as modelled, of those who mention none of the codes, by level: 0 that of the themes. Null where no code was fit. */
  readonly intercepts: readonly (number | null)[]
  readonly nonStandard: string | null
}

/** What quotes are wanted for: what a group says of codes (ids of one and all below it). */
export interface QuoteWish {
  readonly codes: readonly string[]
  readonly group: Group
}

export interface DriverQuote {
  readonly text: string
  readonly score: number
  readonly group: Group
  /** Whether a coder marked it as worth quoting. */
  readonly marked: boolean
  readonly question: string
  readonly wave: string
  readonly line: number
}

export interface DriversApi {
  /** What each code, with all below it, goes with among the responses that pass the filter. */
  readonly driversWithin: (input: DriversQuery, task: Task) => Promise<Result<DriversWithin>>
  /** For each wish at most `most` quotes, none of them twice: marked ones, then those most like all others of the wish. */
  readonly driverQuotes: (
    input: { readonly where: readonly Clause[]; readonly wishes: readonly QuoteWish[]; readonly most: number },
    task: Task,
  ) => Promise<Result<readonly (readonly DriverQuote[])[]>>
}
