import type { Group } from '../nps/group'
import type { Clause } from '../query/types'
import type { VerbatimMark } from './desk'

/** Which answer to which open question: wave id, line in its file, field id of the question. */
export interface VerbatimKey {
  readonly wave: string
  readonly line: number
  readonly field: string
}

export const VERBATIM_ORDERS = ['file', 'newest', 'oldest', 'lowest', 'highest'] as const
export type VerbatimOrder = (typeof VERBATIM_ORDERS)[number]

/** `mixed`, by the words alone, is how the comments of an anonymous project come, whatever is asked for. */
export type ListOrder = VerbatimOrder | 'mixed'

export interface VerbatimQuery {
  readonly where: readonly Clause[]
  readonly order: ListOrder
  /** From 0. */
  readonly first: number
  readonly count: number
  /** Verbatims that repeat each other are one row, the first of them; those named here with all that repeat them below it. */
  readonly open?: readonly VerbatimKey[]
}

export interface VerbatimPage {
  /** Rows of the whole list. */
  readonly total: number
  /** Verbatims in it, where that is not the same because those that repeat each other are one row. */
  readonly listed?: number
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
  /** In the order of the kinds. */
  readonly marks: readonly VerbatimMark[]
  /** Where the text that is searched for stands. */
  readonly found: readonly TextSpan[]
  /** Verbatims of the list that the row stands for, where such are one row; 0: it is shown below the first of them. */
  readonly repeats?: number
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
  /** The code of the same group that the verbatim has instead, and without which it would have this one. */
  readonly lostTo?: string
}

/** Those named; all that `verbatims` lists for a filter; or those of the list that say the same as one of `alike`, and `alone`. */
export type Targets =
  | readonly VerbatimKey[]
  | { readonly where: readonly Clause[] }
  | { readonly where: readonly Clause[]; readonly alike: readonly VerbatimKey[]; readonly alone?: readonly VerbatimKey[] }

export interface TagRequest {
  readonly verbatims: Targets
  readonly code: string
  readonly verdict: 'add' | 'remove' | 'clear'
}
