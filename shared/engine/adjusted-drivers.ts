import { answersOf } from '../nps/figure'
import { leastSquares, type Adjusted, type Pattern } from '../nps/least-squares'
import type { GroupCounts } from '../nps/types'
import type { Columns } from './columns'

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

/**
 * What each code adds to the score of the selected, the other codes held the same; only those that enough responses
 * mention and lack, the most mentioned first as far as there are 15 responses for each, without such as go with others too closely (VIF 5).
 */
export function adjustedDrivers({ groups, rows: size }: Columns, selected: Uint8Array, codes: readonly MentionedIn[]): ReadonlyMap<string, Adjusted> {
  const scored: number[] = []
  for (let row = 0; row < size; row++) if (selected[row] && groups[row]! >= 0) scored.push(row)
  const mentions = (rows: Uint8Array): number => scored.reduce((sum, row) => sum + rows[row]!, 0)
  const fit = codes
    .map((code) => ({ ...code, n: mentions(code.rows) }))
    .filter(({ n }) => n >= FEWEST_WITH && scored.length - n >= FEWEST_WITHOUT)
    .sort((a, b) => b.n - a.n)
    .slice(0, Math.max(0, Math.ceil(scored.length / PER_CODE) - 1))
  for (let kept: readonly MentionedIn[] = fit; kept.length > 0; ) {
    const found = leastSquares(patternsOf(groups, scored, kept))
    const inflations = found?.codes.map(({ inflation }) => inflation) ?? []
    const most = Math.max(...inflations)
    if (found && most < MOST_INFLATED) return new Map(kept.map(({ id }, at) => [id, found.codes[at]!]))
    // Of those that cannot be told apart the least mentioned goes.
    const left = found ? inflations.lastIndexOf(most) : kept.length - 1
    kept = kept.filter((_, at) => at !== left)
  }
  return new Map()
}

/** The responses by which of the codes they mention. */
function patternsOf(groups: Int8Array, scored: readonly number[], codes: readonly MentionedIn[]): readonly Pattern[] {
  const patterns = new Map<string, { has: boolean[]; counts: { -readonly [G in keyof GroupCounts]: number } }>()
  for (const row of scored) {
    const key = codes.reduce((text, { rows }) => text + (rows[row] ? '1' : '0'), '')
    const pattern = patterns.get(key) ?? { has: [...key].map((sign) => sign === '1'), counts: { promoters: 0, passives: 0, detractors: 0 } }
    patterns.set(key, pattern)
    pattern.counts[groups[row] === 2 ? 'promoters' : groups[row] === 1 ? 'passives' : 'detractors'] += 1
  }
  return [...patterns.values()].filter(({ counts }) => answersOf(counts) > 0)
}
