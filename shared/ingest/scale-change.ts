import type { Scale } from '../model/role'
import { mapColumn, type TextColumn } from '../table/column'
import { parseScore } from './parse-score'

/** Where a score column seems to change from one scale to another: the last row of the first part. */
export interface ScaleChange {
  readonly row: number
  readonly before: Scale
  readonly after: Scale
}

const TOPS = [5, 7, 10] as const
const LARGEST = 100
const NONE = -1
/** Fewer scores say nothing about a scale. */
const ENOUGH = 30
const ENOUGH_WITHOUT_ZERO = 100
/** So unlikely it must be that scores of one scale only happened to come in this order. */
const LOG_CHANCE = Math.log(1e-9)
/** The highest score of a scale is given by some. */
const TOP_SHARE = 0.05
const SORTED_SHARE = 0.9

/** Scores in the order of the file, and the row of each. */
interface Scored {
  readonly scores: Int8Array
  readonly rows: Uint32Array
  readonly places: readonly { readonly first: number; readonly last: number; readonly count: number }[]
}

/**
 * Finds files that were put together from surveys on different scales: up to some row nobody gives a score that others
 * give all the time. Files sorted by their scores do not count. `counts` says which rows do.
 */
export function findScaleChange(column: TextColumn, rows: number, counts: (row: number) => boolean): ScaleChange | null {
  const all = scoredRows(column, rows, counts)
  const { scores } = all
  if (scores.length < ENOUGH * 2 || isSorted(scores)) return null
  for (const top of TOPS) {
    const found = split(all, (score) => score > top)
    if (!found) continue
    const { few, many, isFirst } = found
    if (few.length < ENOUGH || many.length < ENOUGH || !usesTop(few, top)) continue
    // A scale of five or seven points starts at one.
    if (top < 10 && few.includes(0)) continue
    const parts = [scaleOf(few, top), scaleOf(many)] as const
    const [before, after] = isFirst ? parts : [parts[1], parts[0]]
    if (before !== after) return { row: found.lastRow, before, after }
  }
  const zero = split(all, (score) => score === 0)
  if (!zero || zero.few.length < ENOUGH_WITHOUT_ZERO || all.places.some(({ count }, score) => score > 10 && count > 0)) return null
  // Where the worst score is a one, those who would give a zero give that, and do so throughout.
  const half = Math.floor(zero.few.length / 2)
  if (!zero.few.subarray(0, half).includes(1) || !zero.few.subarray(half).includes(1)) return null
  return { row: zero.lastRow, before: zero.isFirst ? '1-10' : '0-10', after: zero.isFirst ? '0-10' : '1-10' }
}

function scoredRows(column: TextColumn, rows: number, counts: (row: number) => boolean): Scored {
  const read = new Int8Array(rows)
  const asScore = (text: string): number => {
    const score = parseScore(text)
    return score >= 0 && score <= LARGEST && Number.isInteger(score) ? score : NONE
  }
  mapColumn(column, asScore, read)
  const at = new Uint32Array(rows)
  let found = 0
  for (let row = 0; row < rows; row++) {
    if (read[row] === NONE || !counts(row)) continue
    at[found] = row
    found += 1
  }
  const kept = at.subarray(0, found)
  const scores = new Int8Array(found)
  for (let place = 0; place < found; place++) scores[place] = read[kept[place]!]!
  return { scores, rows: kept, places: placesOf(scores) }
}

interface Split {
  /** The part in which no score `is`, and the one in which many are. */
  readonly few: Int8Array
  readonly many: Int8Array
  readonly isFirst: boolean
  /** The last row of the first part. */
  readonly lastRow: number
}

/** The longer of the head and the tail in which no score `is`, where that cannot be chance. */
function split({ scores, rows, places }: Scored, is: (score: number) => boolean): Split | null {
  let first = scores.length
  let last = -1
  let those = 0
  places.forEach((place, score) => {
    if (place.count === 0 || !is(score)) return
    first = Math.min(first, place.first)
    last = Math.max(last, place.last)
    those += place.count
  })
  if (those === 0) return null
  const isFirst = first >= scores.length - last - 1
  const border = isFirst ? first : last + 1
  const fewest = isFirst ? border : scores.length - border
  const share = those / (scores.length - fewest)
  if (fewest === 0 || fewest * Math.log(1 - Math.min(share, 1 - 1e-12)) >= LOG_CHANCE) return null
  const [head, tail] = [scores.subarray(0, border), scores.subarray(border)]
  return { few: isFirst ? head : tail, many: isFirst ? tail : head, isFirst, lastRow: rows[border - 1]! }
}

/** Where each score stands first and last, and how often it occurs: long files are walked once. */
function placesOf(scores: Int8Array): Scored['places'] {
  const places = Array.from({ length: LARGEST + 1 }, () => ({ first: 0, last: 0, count: 0 }))
  for (let at = 0; at < scores.length; at++) {
    const place = places[scores[at]!]!
    if (place.count === 0) place.first = at
    place.last = at
    place.count += 1
  }
  return places
}

const usesTop = (scores: Int8Array, top: number): boolean =>
  scores.reduce((count, score) => (score === top ? count + 1 : count), 0) >= scores.length * TOP_SHARE

function scaleOf(scores: Int8Array, top?: number): Scale {
  const highest = scores.reduce((most, score) => Math.max(most, score), 0)
  const end = top ?? (highest > 10 ? 100 : highest > 7 ? 10 : highest > 5 ? 7 : 5)
  return scores.includes(0) || end === 100 ? `0-${end}` : `1-${end}`
}

function isSorted(scores: Int8Array): boolean {
  let up = 0
  let down = 0
  for (let at = 1; at < scores.length; at++) {
    if (scores[at]! > scores[at - 1]!) up += 1
    else if (scores[at]! < scores[at - 1]!) down += 1
  }
  return Math.max(up, down) >= (up + down) * SORTED_SHARE
}
