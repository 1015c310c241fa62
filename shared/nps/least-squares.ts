import { Matrix, QrDecomposition, inverse } from 'ml-matrix'
import type { GroupCounts } from './types'
import { pooled } from './variance'
import { answersOf, pointsOf } from './figure'

/** Responses that mention the same codes: `has[k]` says whether they mention code k. */
export interface Pattern {
  readonly has: readonly boolean[]
  readonly counts: GroupCounts
}

export interface Adjusted {
  /** Points that mentioning the code goes with, the others being the same. */
  readonly slope: number
  /** HC3 standard error of it (MacKinnon and White 1985). */
  readonly error: number
  /** slope x share: what it adds to the score. */
  readonly contribution: number
}

export interface LeastSquares {
  /** Score, as modelled, of a response that mentions none. */
  readonly intercept: number
  readonly codes: readonly Adjusted[]
}

/**
 * Codes that overlap, told apart: least squares of +100, 0, -100 on the codes mentioned. intercept + contributions = NPS
 * exactly. Null where the codes cannot be told apart: one always or never mentioned, or one that follows from others.
 */
export function leastSquares(patterns: readonly Pattern[]): LeastSquares | null {
  const some = patterns.filter(({ counts }) => answersOf(counts) > 0)
  const codes = some[0]?.has.length ?? 0
  const n = answersOf(pooled(some.map(({ counts }) => counts)))
  if (n === 0 || n <= codes + 1 || some.length <= codes) return null
  const rows = some.map(({ has }) => [1, ...has.map(Number)])
  // Equal rows weigh as one: X'X = sum n x x', X'y = sum n mean x.
  const sizes = some.map(({ counts }) => answersOf(counts))
  const design = new Matrix(rows)
  const weighed = new Matrix(rows.map((row, at) => row.map((value) => value * Math.sqrt(sizes[at]!))))
  if (!new QrDecomposition(weighed).isFullRank() || isNearSingular(weighed)) return null
  const bread = inverse(weighed.transpose().mmul(weighed))
  const means = Matrix.columnVector(some.map(({ counts }, at) => sizes[at]! * pointsOf(counts)))
  const slopes = bread.mmul(design.transpose()).mmul(means).to1DArray()
  const filling = Matrix.zeros(codes + 1, codes + 1)
  some.forEach(({ counts }, at) => {
    const x = Matrix.rowVector(rows[at]!)
    const fitted = rows[at]!.reduce((sum, value, k) => sum + value * slopes[k]!, 0)
    const leverage = x.mmul(bread).mmul(x.transpose()).get(0, 0)
    const squares =
      counts.promoters * (100 - fitted) ** 2 + counts.passives * fitted ** 2 + counts.detractors * (100 + fitted) ** 2
    filling.add(x.transpose().mmul(x).mul(squares / (1 - leverage) ** 2))
  })
  const errors = bread.mmul(filling).mmul(bread).diagonal().map(Math.sqrt)
  const share = (code: number): number => some.reduce((sum, { has }, at) => sum + (has[code] ? sizes[at]! : 0), 0) / n
  return {
    intercept: slopes[0]!,
    codes: Array.from({ length: codes }, (_, code) => {
      const slope = slopes[code + 1]!
      return { slope, error: errors[code + 1]!, contribution: slope * share(code) }
    }),
  }
}

const SINGULAR = 1e-9

/** A column that follows from the others leaves nothing of itself. */
function isNearSingular(matrix: Matrix): boolean {
  const diagonal = new QrDecomposition(matrix).upperTriangularMatrix.diagonal().map(Math.abs)
  return Math.min(...diagonal) < SINGULAR * Math.max(...diagonal)
}
