import type { Scale } from '../model/role'
import type { TextColumn } from '../table/column'
import { eachValue } from '../table/column'
import { INVALID, MISSING, parseScore } from './parse-score'

export interface ScoreTally {
  /** Rows per whole number from 0 to 100. */
  readonly rows: Uint32Array
  readonly valid: number
  readonly missing: number
  /** Rows that state no number, a fraction, or one above 100. */
  readonly invalid: number
}

const MAX = 100
const VALID_SHARE = 0.95
/** A header that asks for a score is believed even when many cells are not on its scale. */
const HINTED_SHARE = 0.5
/** With so many answers a zero, or a score above five, would have been given if it could have been. */
const ENOUGH = 100
const ENOUGH_FOR_SHORT = 10
const ENOUGH_FOR_SEVEN = 30

/** How often each score occurs in `column`; null as soon as most cells cannot be scores. */
export function tallyScores(column: TextColumn): ScoreTally | null {
  const rows = new Uint32Array(MAX + 1)
  let valid = 0
  let missing = 0
  let invalid = 0
  if (looksHopeless(column)) return null
  eachValue(column, (value, count) => {
    const score = parseScore(value)
    if (score === MISSING) missing += count
    else if (score === INVALID || score > MAX || !Number.isInteger(score)) invalid += count
    else {
      valid += count
      rows[score]! += count
    }
  })
  return { rows, valid, missing, invalid }
}

/** A long column of mostly different cells is settled by some of them: scores have few different values. */
const looksHopeless = (column: TextColumn): boolean =>
  column.kind === 'plain' || (column.values.length > 1000 && column.values.length * 20 > column.codes.length)

/**
 * The scale of a question from its answers, or null when they are no scores. A zero, or a ten among few answers, means
 * 0-10. A scale without zero is only believed when enough people answered without choosing it. `hinted`: the header
 * asks for a score.
 */
export function detectScale(tally: ScoreTally, hinted = false): Scale | null {
  const { rows, invalid } = tally
  const upToTen = rows.subarray(0, 11)
  const valid = upToTen.reduce((sum, count) => sum + count, 0)
  const share = hinted ? HINTED_SHARE : VALID_SHARE
  if (valid === 0 || valid < (tally.valid + invalid) * share) return detectHundred(tally)
  const low = upToTen.findIndex((count) => count > 0)
  const high = upToTen.findLastIndex((count) => count > 0)
  if (high <= 1 && valid >= ENOUGH_FOR_SHORT) return null
  if (low === 0) return valid < ENOUGH || high > 7 ? '0-10' : `0-${high}`
  if (high <= 5 && valid >= ENOUGH_FOR_SHORT) return '1-5'
  if (high <= 7 && valid >= ENOUGH_FOR_SEVEN) return '1-7'
  return valid >= ENOUGH ? '1-10' : '0-10'
}

/** Counts, ages and years also lie between 0 and 100; a slider is used up to its end. */
function detectHundred({ rows, valid, invalid }: ScoreTally): Scale | null {
  if (valid === 0 || valid < (valid + invalid) * VALID_SHARE || rows[MAX] === 0) return null
  const low = rows.findIndex((count) => count > 0)
  const tens = rows.reduce((sum, count, score) => (score % 10 === 0 ? sum + count : sum), 0)
  return low <= 10 || tens * 2 > valid ? '0-100' : null
}
