import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import tCdf from '@stdlib/stats-base-dists-t-cdf'
import { twoSidedP, Z95 } from './normal'
import type { SquareTable } from './migration'
import type { GroupCounts } from './types'
import { pooled, varianceOf } from './variance'
import { answersOf, pointsOf } from './figure'

/** From so many people on the normal distribution is near enough. */
const MANY = 30
/** Of the classes of a migration table: promoters, passives, detractors. */
const SIGNS = [1, 0, -1] as const

export interface PairedChange {
  /** People who answered both times. */
  readonly n: number
  readonly before: number
  readonly after: number
  /** After minus before, in points, with its 95 % interval. */
  readonly change: number
  readonly error: number
  readonly low: number
  readonly high: number
  readonly p: number
  /** People whose group is better, worse, the same. */
  readonly up: number
  readonly down: number
  readonly same: number
}

/**
 * How the score of the same people changed, from their migration table (rows before, columns after; promoters,
 * passives, detractors): the mean of their changes, SE = sqrt((E[d^2] - mean^2) / (n - 1)); under 30 people by Student's
 * t. Null for fewer than two people.
 */
export function pairedChange(table: SquareTable): PairedChange | null {
  const cells = table.flatMap((row, from) => row.map((count, to) => ({ count, from: SIGNS[from]!, to: SIGNS[to]! })))
  const total = (value: (cell: { readonly from: number; readonly to: number }) => number): number =>
    cells.reduce((all, cell) => all + cell.count * value(cell), 0)
  const n = total(() => 1)
  if (n < 2) return null
  const mean = total(({ from, to }) => to - from) / n
  const error = Math.sqrt((total(({ from, to }) => (to - from) ** 2) / n - mean ** 2) / (n - 1))
  const z = error === 0 ? (mean === 0 ? 0 : Infinity) : mean / error
  const reach = n < MANY ? tQuantile(0.975, n - 1) : Z95
  return {
    n,
    before: (100 * total(({ from }) => from)) / n,
    after: (100 * total(({ to }) => to)) / n,
    change: 100 * mean,
    error: 100 * error,
    low: 100 * (mean - reach * error),
    high: 100 * (mean + reach * error),
    p: n < MANY ? 2 * tCdf(-Math.abs(z), n - 1) : twoSidedP(z),
    up: total(({ from, to }) => (to > from ? 1 : 0)),
    down: total(({ from, to }) => (to < from ? 1 : 0)),
    same: total(({ from, to }) => (to === from ? 1 : 0)),
  }
}

/** Where the change of a score comes from when people come and go, in points; adds up to it exactly. */
export interface PanelChange {
  readonly change: number
  /** The same people scored otherwise. */
  readonly within: number
  /** Who joined scores otherwise than who was there: NPS after - NPS after of those who answered both times. */
  readonly entry: number
  /** Who left had scored otherwise: NPS before of those who answered both times - NPS before. */
  readonly exit: number
}

/** change = within + entry + exit. Null without people who answered both times. */
export function panelChange(table: SquareTable, left: GroupCounts, joined: GroupCounts): PanelChange | null {
  const [stayedBefore, stayedAfter] = margins(table)
  if (answersOf(stayedBefore) === 0) return null
  const before = pointsOf(pooled([stayedBefore, left]))
  const after = pointsOf(pooled([stayedAfter, joined]))
  return {
    change: after - before,
    within: pointsOf(stayedAfter) - pointsOf(stayedBefore),
    entry: after - pointsOf(stayedAfter),
    exit: pointsOf(stayedBefore) - before,
  }
}

/**
 * Covariance of the scores (-1 to +1) of two samples that share the people of a migration table: m cov / (n1 n2),
 * `before` and `after` being everybody. 0 where they share nobody.
 */
export function overlapCovariance(table: SquareTable, before: GroupCounts, after: GroupCounts): number {
  const stayed = margins(table)
  const m = answersOf(stayed[0])
  if (m === 0) return 0
  const products = table.flatMap((row, from) => row.map((count, to) => count * SIGNS[from]! * SIGNS[to]!)).reduce((all, each) => all + each, 0)
  const covariance = products / m - (pointsOf(stayed[0]) * pointsOf(stayed[1])) / 10_000
  return (m * covariance) / (answersOf(before) * answersOf(after))
}

/**
 * Standard error, in points, of the difference of two samples that share the people of a migration table:
 * v1 / n1 + v2 / n2 - 2 m cov / (n1 n2), `before` and `after` being everybody. Null where a sample is empty.
 */
export function overlapError(table: SquareTable, before: GroupCounts, after: GroupCounts): number | null {
  const [n1, n2] = [answersOf(before), answersOf(after)]
  if (n1 === 0 || n2 === 0) return null
  return 100 * Math.sqrt(varianceOf(before) / n1 + varianceOf(after) / n2 - 2 * overlapCovariance(table, before, after))
}

/** The groups of the people of a migration table, before and after. */
export function margins(table: SquareTable): readonly [before: GroupCounts, after: GroupCounts] {
  const rows = table.map((row) => row.reduce((all, count) => all + count, 0))
  const columns = table.map((_, at) => table.reduce((all, row) => all + row[at]!, 0))
  const counts = ([promoters = 0, passives = 0, detractors = 0]: readonly number[]): GroupCounts => ({ promoters, passives, detractors })
  return [counts(rows), counts(columns)]
}

