import { WORDS } from './header-words'
import type { Draft } from './column-draft'

const STRONG = 60

/**
 * Columns that hold answers to the recommend question or a rating, the likeliest first. Items on short scales count
 * only when nothing better is there.
 */
export function pickScores(drafts: readonly Draft[]): readonly number[] {
  const candidates = drafts
    .map((column, at) => ({ at, column, words: wordsRank(column) }))
    .filter(({ column, words }) => column.scale !== null && words > 0)
    .map((candidate) => ({ ...candidate, rank: candidate.words + scaleRank(candidate.column) }))
    .toSorted((a, b) => b.rank - a.rank)
  const [best] = candidates
  if (!best) return []
  const wide = scaleRank(best.column) > 0
  return candidates
    .filter(({ column, words }) => (!wide || scaleRank(column) > 0) && (best.words < STRONG || words >= STRONG))
    .map(({ at }) => at)
}

/** True when the header alone says that its column holds scores. */
export const asksForScore = (plain: string): boolean => headerRank(plain) > 0

const wordsRank = (column: Draft): number => {
  const rank = headerRank(column.plain)
  return rank === 0 && usesWholeScale(column) && !WORDS.notScore.test(column.plain) ? 5 : rank
}

function headerRank(plain: string): number {
  if (WORDS.notScore.test(plain) && !WORDS.zeroToTen.test(plain)) return 0
  if (WORDS.zeroToTen.test(plain)) return 110
  if (WORDS.recommend.test(plain)) return 100
  if (WORDS.likely.test(plain)) return STRONG
  return WORDS.rating.test(plain) ? 40 : 0
}

/** A header that says nothing (Q5): the column must use the scale as only ratings do. */
const usesWholeScale = ({ scale, distinct, numbers }: Draft): boolean =>
  distinct >= 9 && distinct <= 13 && (scale === '0-10' || scale === '1-10') && numbers()

function scaleRank({ scale, filled, rows }: Draft): number {
  const share = filled / Math.max(rows, 1)
  if (scale === '0-10') return 30 + 10 * share
  if (scale === '1-10') return 20 + 10 * share
  return scale === '0-100' ? 5 : -30 + 10 * share
}
