import { leastSquares, type Adjusted } from '../../nps/least-squares'
import type { Columns } from '../columns/columns'
import { answersIn, mentionPatterns, patternsFor, type MentionPattern } from './mention-patterns'
import { placesOf } from '../tags/tag-parts'

/** Needed of those who mention a code, and of those who do not, for it to be told apart from others. */
const FEWEST_WITH = 10
const FEWEST_WITHOUT = 30
/** Responses needed for each code. */
const PER_CODE = 15
/** A code that goes with others so closely that its slope says little. */
const MOST_INFLATED = 5

/** A code by the responses that mention it. */
export interface MentionedIn {
  readonly id: string
  readonly rows: Uint8Array
}

/** What a code adds with the others held the same; or why that cannot be said. `to`: id of the code that it is nearest to. */
export type AdjustedOutcome =
  | { readonly kind: 'fit'; readonly adjusted: Adjusted }
  | { readonly kind: 'few' | 'few-without' | 'many' }
  | { readonly kind: 'close'; readonly to: string }

export interface AdjustedCodes {
  /** Score, as modelled, of those who mention none; null where no code could be told apart. */
  readonly intercept: number | null
  readonly outcomes: ReadonlyMap<string, AdjustedOutcome>
}

/** What each code adds to the score of the selected, the other codes held the same. See `adjustCodes`. */
export function adjustedDrivers(columns: Columns, selected: Uint8Array, codes: readonly MentionedIn[]): ReadonlyMap<string, Adjusted> {
  const { outcomes } = adjustCodes(columns, selected, codes)
  return new Map([...outcomes].flatMap(([id, outcome]) => (outcome.kind === 'fit' ? [[id, outcome.adjusted]] : [])))
}

/**
 * What each code adds to the score of the selected, the other codes held the same; only those that enough responses
 * mention and lack, the most mentioned first as far as there are 15 responses for each, without such as go with others too closely (VIF 5).
 */
export function adjustCodes({ groups }: Columns, selected: Uint8Array, codes: readonly MentionedIn[]): AdjustedCodes {
  const patterns = mentionPatterns(groups, selected, codes.map(({ rows }) => placesOf(rows)))
  const together = countTogether(patterns, codes.length)
  const scored = patterns.reduce((sum, pattern) => sum + answersIn(pattern), 0)
  const outcomes = new Map<string, AdjustedOutcome>()
  const order = codes.map((_, at) => at).sort((a, b) => together.of(b) - together.of(a))
  const most = Math.max(0, Math.ceil(scored / PER_CODE) - 1)
  let kept: readonly number[] = order.filter((at) => {
    const n = together.of(at)
    const kind = n < FEWEST_WITH ? 'few' : scored - n < FEWEST_WITHOUT ? 'few-without' : null
    if (kind) outcomes.set(codes[at]!.id, { kind })
    return kind === null
  })
  for (const at of kept.slice(most)) outcomes.set(codes[at]!.id, { kind: 'many' })
  kept = kept.slice(0, most)
  while (kept.length > 0) {
    const found = leastSquares(patternsFor(patterns, kept), kept.length)
    const inflations = found?.codes.map(({ inflation }) => inflation) ?? []
    const largest = Math.max(...inflations)
    if (found && largest < MOST_INFLATED) {
      kept.forEach((at, place) => outcomes.set(codes[at]!.id, { kind: 'fit', adjusted: found.codes[place]! }))
      return { intercept: found.intercept, outcomes }
    }
    // Of those that cannot be told apart the least mentioned goes; where none follows from just one other, the last.
    const place = found ? inflations.lastIndexOf(largest) : twinAmong(kept, scored, together)
    const gone = kept[place]!
    const others = kept.filter((at) => at !== gone)
    const near = nearest(gone, others, scored, together)
    outcomes.set(codes[gone]!.id, near === null ? { kind: 'many' } : { kind: 'close', to: codes[near]!.id })
    kept = others
  }
  return { intercept: null, outcomes }
}

interface Together {
  /** Responses that mention a code. */
  readonly of: (code: number) => number
  /** Responses that mention both. */
  readonly both: (one: number, other: number) => number
}

function countTogether(patterns: readonly MentionPattern[], size: number): Together {
  const counts = new Float64Array(size * size)
  for (const pattern of patterns) {
    const n = answersIn(pattern)
    for (const one of pattern.codes) for (const other of pattern.codes) counts[one * size + other]! += n
  }
  return { of: (code) => counts[code * size + code]!, both: (one, other) => counts[one * size + other]! }
}

/** Correlation (phi) of mentioning one code and another. */
function likeness(one: number, other: number, n: number, { of, both }: Together): number {
  const [a, b] = [of(one) / n, of(other) / n]
  return (both(one, other) / n - a * b) / Math.sqrt(a * (1 - a) * b * (1 - b))
}

function nearest(code: number, others: readonly number[], n: number, together: Together): number | null {
  const found = others.map((other) => ({ other, phi: Math.abs(likeness(code, other, n, together)) }))
  return found.reduce<(typeof found)[number] | null>((most, each) => (most === null || each.phi > most.phi ? each : most), null)?.other ?? null
}

const SAME = 1 - 1e-9

/** Place of the last code that says the same as one before it, else of the last. */
function twinAmong(kept: readonly number[], n: number, together: Together): number {
  for (let place = kept.length - 1; place > 0; place--) {
    if (kept.slice(0, place).some((other) => Math.abs(likeness(kept[place]!, other, n, together)) > SAME)) return place
  }
  return kept.length - 1
}
