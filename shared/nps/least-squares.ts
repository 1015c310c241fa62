import { Matrix, QrDecomposition, inverse } from 'ml-matrix'
import type { GroupCounts } from './types'
import { answersOf } from './figure'

/** Responses that mention the same codes, by their numbers from 0. */
export interface Pattern {
  readonly codes: readonly number[]
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
 * `size` codes that overlap, told apart: least squares of +100, 0, -100 on the codes mentioned. intercept + contributions =
 * NPS exactly. Null where the codes cannot be told apart: one always or never mentioned, or one that follows from others.
 */
export function leastSquares(patterns: readonly Pattern[], size: number): LeastSquares | null {
  const width = size + 1
  const rows = patterns.filter(({ counts }) => answersOf(counts) > 0)
  const n = rows.reduce((sum, { counts }) => sum + answersOf(counts), 0)
  if (n <= width || rows.length < width) return null
  // Each pair of codes is added up once; the first row and column are those of everybody.
  const products = new Float64Array(width * width)
  const sums = new Float64Array(width)
  for (const { codes, counts } of rows) {
    const [points, answers] = [100 * (counts.promoters - counts.detractors), answersOf(counts)]
    sums[0]! += points
    for (const code of codes) sums[code + 1]! += points
    addPairs(products, width, codes, answers)
  }
  const bread = inverted(matrixOf(products, width))
  if (!bread) return null
  const slopes = bread.map((row) => row.reduce((sum, value, at) => sum + value * sums[at]!, 0))
  const everybody = bread[0]!
  const filling = new Float64Array(width * width)
  for (const { codes, counts } of rows) {
    let [fitted, leverage] = [slopes[0]!, everybody[0]!]
    for (let at = 0; at < codes.length; at++) {
      const own = codes[at]! + 1
      const row = bread[own]!
      fitted += slopes[own]!
      leverage += 2 * everybody[own]! + row[own]!
      for (let other = 0; other < at; other++) leverage += 2 * row[codes[other]! + 1]!
    }
    const squares = counts.promoters * (100 - fitted) ** 2 + counts.passives * fitted ** 2 + counts.detractors * (100 + fitted) ** 2
    // A row that alone decides its fit has no error to show.
    if (leverage > 1 - ALONE) continue
    addPairs(filling, width, codes, squares / (1 - leverage) ** 2)
  }
  const outer = new Matrix(bread)
  const errors = outer.mmul(matrixOf(filling, width)).mmul(outer).diagonal().map(Math.sqrt)
  return {
    intercept: slopes[0]!,
    codes: slopes.slice(1).map((slope, at) => {
      const mentions = products[at + 1]!
      const inflation = bread[at + 1]![at + 1]! * mentions * (1 - mentions / n)
      return { slope, error: errors[at + 1]!, contribution: (slope * mentions) / n, inflation }
    }),
  }
}

/** Adds to the upper half of a symmetric matrix, for everybody and the codes (in any order), by themselves and in pairs. */
function addPairs(cells: Float64Array, width: number, codes: readonly number[], value: number): void {
  cells[0]! += value
  for (let at = 0; at < codes.length; at++) {
    const own = codes[at]! + 1
    cells[own]! += value
    cells[own * width + own]! += value
    for (let before = 0; before < at; before++) {
      const other = codes[before]! + 1
      cells[Math.min(own, other) * width + Math.max(own, other)]! += value
    }
  }
}

/** The symmetric matrix of which the upper half is given. */
const matrixOf = (cells: Float64Array, width: number): Matrix =>
  new Matrix(Array.from({ length: width }, (_, row) => Array.from({ length: width }, (_, column) => cells[Math.min(row, column) * width + Math.max(row, column)]!)))

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
