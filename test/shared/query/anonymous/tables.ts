import fc from 'fast-check'
import { setOf, type RowSet, type ScoredAnswers } from '../../../../shared/query/anonymous/row-set'

/** Made-up answers with a place in a table: one person each. */
export interface MadeAnswer {
  readonly group: number
  /** The value of each field. */
  readonly values: readonly number[]
}

export const scored = (made: readonly MadeAnswer[], personOf: (at: number) => number = (at) => at): ScoredAnswers => ({
  count: made.length,
  people: made.map((_, at) => personOf(at)),
  groups: made.map(({ group }) => group),
})

export const setsOf = (made: readonly MadeAnswer[], field: number, values: number): readonly RowSet[] =>
  Array.from({ length: values }, (_, value) => setOf(made.length, (row) => made[row]!.values[field] === value))

/** Answers that fill a table of counts, the groups one after the other. */
export const filling = (table: readonly (readonly number[])[]): readonly MadeAnswer[] =>
  table.flatMap((line, i) => line.flatMap((count, j) => Array.from({ length: count }, (_, at) => ({ group: at % 3, values: [i, j] }))))

/** Answers in fields of so many values; lopsided, as teams are. */
export const madeAnswers = (widths: readonly number[], most: number): fc.Arbitrary<readonly MadeAnswer[]> =>
  fc.array(
    fc.record({
      group: fc.constantFrom(0, 0, 1, 2),
      values: fc.tuple(...widths.map((width) => fc.nat(width * width - 1).map((drawn) => Math.floor(Math.sqrt(drawn))))),
    }),
    { maxLength: most },
  )

/** All tables of whole numbers with these sums of lines; `free` cells are guessed, the others stay. Lines without a sum are not asked. */
export function everyTable(
  cells: readonly (readonly number[])[],
  free: readonly (readonly boolean[])[],
  rowSums: readonly (number | null)[],
  columnSums: readonly (number | null)[],
  total: number,
): readonly (readonly (readonly number[])[])[] {
  const found: number[][][] = []
  const now = cells.map((line, i) => line.map((count, j) => (free[i]![j] ? 0 : count)))
  const places = free.flatMap((line, i) => line.flatMap((is, j) => (is ? [[i, j] as const] : [])))
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
  const fill = (at: number, left: number): void => {
    if (at === places.length) {
      const isRight =
        left === 0 &&
        rowSums.every((wanted, i) => wanted === null || sum(now[i]!) === wanted) &&
        columnSums.every((wanted, j) => wanted === null || sum(now.map((line) => line[j]!)) === wanted)
      if (isRight) found.push(now.map((line) => [...line]))
      return
    }
    const [i, j] = places[at]!
    const rowLeft = rowSums[i] === null ? left : rowSums[i]! - sum(now[i]!)
    const columnLeft = columnSums[j] === null ? left : columnSums[j]! - sum(now.map((line) => line[j]!))
    const most = Math.min(left, rowLeft, columnLeft)
    for (let count = 0; count <= most; count++) {
      now[i]![j] = count
      fill(at + 1, left - count)
    }
    now[i]![j] = 0
  }
  fill(0, total - sum(now.flat()))
  return found
}
