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
  /** How many times the variance of its slope is what it would be without the other codes (VIF). */
  readonly inflation: number
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
  const width = (some[0]?.has.length ?? 0) + 1
  const n = answersOf(pooled(some.map(({ counts }) => counts)))
  if (n <= width || some.length < width) return null
  const rows = some.map(({ has, counts }) => ({ x: [0, ...has.flatMap((is, at) => (is ? [at + 1] : []))], n: answersOf(counts), counts }))
  const products = new Matrix(width, width)
  const sums = new Float64Array(width)
  for (const { x, n: size, counts } of rows) {
    for (const a of x) {
      sums[a]! += size * pointsOf(counts)
      for (const b of x) products.set(a, b, products.get(a, b) + size)
    }
  }
  const bread = inverted(products)
  if (!bread) return null
  const slopes = bread.map((row) => row.reduce((sum, value, at) => sum + value * sums[at]!, 0))
  const filling = new Matrix(width, width)
  for (const { x, counts } of rows) {
    let [fitted, leverage] = [0, 0]
    for (const a of x) {
      fitted += slopes[a]!
      for (const b of x) leverage += bread[a]![b]!
    }
    const squares = counts.promoters * (100 - fitted) ** 2 + counts.passives * fitted ** 2 + counts.detractors * (100 + fitted) ** 2
    // A row that alone decides its fit has no error to show.
    if (leverage > 1 - ALONE) continue
    const weight = squares / (1 - leverage) ** 2
    for (const a of x) for (const b of x) filling.set(a, b, filling.get(a, b) + weight)
  }
  const outer = new Matrix(bread)
  const errors = outer.mmul(filling).mmul(outer).diagonal().map(Math.sqrt)
  return {
    intercept: slopes[0]!,
    codes: slopes.slice(1).map((slope, at) => {
      const mentions = products.get(0, at + 1)
      const inflation = bread[at + 1]![at + 1]! * mentions * (1 - mentions / n)
      return { slope, error: errors[at + 1]!, contribution: (slope * mentions) / n, inflation }
    }),
  }
}

const ALONE = 1e-9
const SINGULAR = 1e-9

/** Null for a matrix in which a row follows from others. */
function inverted(products: Matrix): number[][] | null {
  const scales = products.diagonal().map(Math.sqrt)
  if (Math.min(...scales) === 0) return null
  const scaled = products.clone().divRowVector(scales).divColumnVector(scales)
  const diagonal = new QrDecomposition(scaled).upperTriangularMatrix.diagonal().map(Math.abs)
  return Math.min(...diagonal) < SINGULAR ? null : inverse(scaled).divRowVector(scales).divColumnVector(scales).to2DArray()
}
