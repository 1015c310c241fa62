import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix'

/** Correlations of k causes with each other, and of each with the outcome. */
export interface Correlations {
  readonly among: readonly (readonly number[])[]
  readonly withOutcome: readonly number[]
}

/** More causes than that take too long: there are 2^k models. */
export const MOST_CAUSES = 15

/**
 * How the explained variance (R^2) is shared among causes that go together: what each adds to R^2, as a mean over all
 * orders in which they can be brought in (Lindeman, Merenda, Gold 1980; Shapley). Adds up to R^2. At most 15 causes.
 */
export function lmg({ among, withOutcome }: Correlations): readonly number[] {
  const k = withOutcome.length
  const explained = new Float64Array(2 ** k)
  for (let set = 1; set < explained.length; set++) explained[set] = rSquared(among, withOutcome, membersOf(set, k))
  // Of the orders, the share in which the causes of a set of that size come before one that is not in it.
  const weights = Array.from({ length: k }, (_, size) => 1 / (k * choose(k - 1, size)))
  return withOutcome.map((_, cause) => {
    let share = 0
    for (let set = 0; set < explained.length; set++) {
      if (set & (1 << cause)) continue
      share += weights[membersOf(set, k).length]! * (explained[set | (1 << cause)]! - explained[set]!)
    }
    return share
  })
}

/**
 * Johnson's (2000) relative weights: R^2 shared by way of the uncorrelated variables that are nearest to the causes. Adds
 * up to R^2; near `lmg`, and quick for any number of causes.
 */
export function relativeWeights({ among, withOutcome }: Correlations): readonly number[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(among.map((row) => [...row])), { assumeSymmetric: true })
  const roots = Matrix.diag(realEigenvalues.map((value) => Math.sqrt(Math.max(0, value))))
  const loadings = eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose())
  const slopes = solve(loadings, Matrix.columnVector([...withOutcome]), true).to1DArray()
  return withOutcome.map((_, cause) => slopes.reduce((sum, slope, other) => sum + (loadings.get(cause, other) * slope) ** 2, 0))
}

function rSquared(among: Correlations['among'], withOutcome: readonly number[], members: readonly number[]): number {
  const r = members.map((cause) => withOutcome[cause]!)
  const slopes = solve(new Matrix(members.map((a) => members.map((b) => among[a]![b]!))), Matrix.columnVector(r), true).to1DArray()
  return r.reduce((sum, value, at) => sum + value * slopes[at]!, 0)
}

const membersOf = (set: number, k: number): readonly number[] => Array.from({ length: k }, (_, at) => at).filter((at) => set & (1 << at))

function choose(n: number, k: number): number {
  let ways = 1
  for (let step = 1; step <= k; step++) ways = (ways * (n - k + step)) / step
  return ways
}
