import { Matrix, solve } from 'ml-matrix'
import { chiSquared, type ChiSquared } from './chi-squared'

/** Square: answers by what the same person said before (rows) and after (columns). */
export type SquareTable = readonly (readonly number[])[]

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
const column = (table: SquareTable, at: number): readonly number[] => table.map((row) => row[at]!)

/**
 * Whether the shares of the classes are the same before and after (Stuart 1955, Maxwell 1970): d' V^-1 d without the
 * last class, d = row totals - column totals. A class that nobody left or came to is left out. Null where nobody moved.
 */
export function stuartMaxwell(table: SquareTable): ChiSquared | null {
  const moved = table.map((row, at) => sum(row) + sum(column(table, at)) - 2 * row[at]!)
  const classes = moved.flatMap((count, at) => (count > 0 ? [at] : [])).slice(0, -1)
  if (classes.length === 0) return null
  const d = classes.map((at) => sum(table[at]!) - sum(column(table, at)))
  const v = classes.map((i) => classes.map((j) => (i === j ? moved[i]! : -(table[i]![j]! + table[j]![i]!))))
  const solved = solve(new Matrix(v), Matrix.columnVector(d), true).to1DArray()
  return chiSquared(sum(d.map((value, at) => value * solved[at]!)), classes.length)
}

/** Whether as many moved from each class to each other as back (Bowker 1948). Pairs nobody moved between tell nothing; null where nobody moved. */
export function bowker(table: SquareTable): ChiSquared | null {
  let statistic = 0
  let degrees = 0
  table.forEach((row, i) => {
    for (let j = 0; j < i; j++) {
      const [there, back] = [row[j]!, table[j]![i]!]
      if (there + back === 0) continue
      statistic += (there - back) ** 2 / (there + back)
      degrees += 1
    }
  })
  return degrees === 0 ? null : chiSquared(statistic, degrees)
}

/**
 * Whether as many changed from yes to no as from no to yes (McNemar 1947), without continuity correction, of those who
 * changed. Null where nobody did.
 */
export const mcNemar = (yesToNo: number, noToYes: number): ChiSquared | null =>
  yesToNo + noToYes === 0 ? null : chiSquared((yesToNo - noToYes) ** 2 / (yesToNo + noToYes), 1)
