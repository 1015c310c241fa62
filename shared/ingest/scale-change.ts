import type { Scale } from '../model/role'
import { cellAt, type TextColumn } from '../table/column'
import { parseScore } from './parse-score'

/** Where a score column seems to change from one scale to another: the last row of the first part. */
export interface ScaleChange {
  readonly row: number
  readonly before: Scale
  readonly after: Scale
}

const TOPS = [5, 7, 10] as const
const LARGEST = 100
/** Fewer scores say nothing about a scale. */
const ENOUGH = 30
const ENOUGH_WITHOUT_ZERO = 100
/** So unlikely it must be that scores of one scale only happened to come in this order. */
const LOG_CHANCE = Math.log(1e-9)
/** The highest score of a scale is given by some. */
const TOP_SHARE = 0.05
const SORTED_SHARE = 0.9

interface Scored {
  readonly row: number
  readonly score: number
}

/**
 * Finds files that were put together from surveys on different scales: up to some row nobody gives a score that others
 * give all the time. Files sorted by their scores do not count. `counts` says which rows do.
 */
export function findScaleChange(column: TextColumn, rows: number, counts: (row: number) => boolean): ScaleChange | null {
  const scored: Scored[] = []
  for (let row = 0; row < rows; row++) {
    const score = counts(row) ? parseScore(cellAt(column, row)) : -1
    if (score >= 0 && score <= LARGEST && Number.isInteger(score)) scored.push({ row, score })
  }
  if (scored.length < ENOUGH * 2 || isSorted(scored)) return null
  for (const top of TOPS) {
    const found = split(scored, ({ score }) => score > top)
    if (!found) continue
    const { few, many, isFirst } = found
    if (few.length < ENOUGH || many.length < ENOUGH || !usesTop(few, top)) continue
    // A scale of five or seven points starts at one.
    if (top < 10 && few.some(({ score }) => score === 0)) continue
    const parts = [scaleOf(few, top), scaleOf(many)] as const
    const [before, after] = isFirst ? parts : [parts[1], parts[0]]
    if (before !== after) return { row: (isFirst ? few : many).at(-1)!.row, before, after }
  }
  const zero = split(scored, ({ score }) => score === 0)
  if (!zero || zero.few.length < ENOUGH_WITHOUT_ZERO || scored.some(({ score }) => score > 10)) return null
  // Where the worst score is a one, those who would give a zero give that, and do so throughout.
  const half = zero.few.length / 2
  if (![zero.few.slice(0, half), zero.few.slice(half)].every((part) => part.some(({ score }) => score === 1))) return null
  return {
    row: (zero.isFirst ? zero.few : zero.many).at(-1)!.row,
    before: zero.isFirst ? '1-10' : '0-10',
    after: zero.isFirst ? '0-10' : '1-10',
  }
}

interface Split {
  /** The part in which no score `is`, and the one in which many are. */
  readonly few: readonly Scored[]
  readonly many: readonly Scored[]
  readonly isFirst: boolean
}

/** The longer of the head and the tail in which no score `is`, where that cannot be chance. */
function split(scored: readonly Scored[], is: (scored: Scored) => boolean): Split | null {
  const first = scored.findIndex(is)
  const last = scored.findLastIndex(is)
  if (first < 0) return null
  const head: Split = { few: scored.slice(0, first), many: scored.slice(first), isFirst: true }
  const tail: Split = { few: scored.slice(last + 1), many: scored.slice(0, last + 1), isFirst: false }
  const longer = head.few.length >= tail.few.length ? head : tail
  const share = longer.many.filter(is).length / longer.many.length
  return longer.few.length * Math.log(1 - Math.min(share, 1 - 1e-12)) < LOG_CHANCE ? longer : null
}

const usesTop = (scored: readonly Scored[], top: number): boolean =>
  scored.filter(({ score }) => score === top).length >= scored.length * TOP_SHARE

function scaleOf(scored: readonly Scored[], top?: number): Scale {
  const highest = scored.reduce((most, { score }) => Math.max(most, score), 0)
  const end = top ?? (highest > 10 ? 100 : highest > 7 ? 10 : highest > 5 ? 7 : 5)
  return scored.some(({ score }) => score === 0) || end === 100 ? `0-${end}` : `1-${end}`
}

function isSorted(scored: readonly Scored[]): boolean {
  let up = 0
  let down = 0
  scored.forEach(({ score }, at) => {
    const before = scored[at - 1]?.score ?? score
    if (score > before) up += 1
    else if (score < before) down += 1
  })
  return Math.max(up, down) >= (up + down) * SORTED_SHARE
}
