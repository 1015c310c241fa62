import { feasibleRange, type PartlyHidden } from './feasible-range'
import { both, isEmpty, isSafe, setOf, sizeOf, without, type RowSet, type ScoredAnswers } from './row-set'

/** Two fields crossed, each with its values; the hidden ones of each by themselves. No answer has two values of a field. */
export interface CrossedLines {
  readonly rows: readonly RowSet[]
  readonly columns: readonly RowSet[]
  readonly hiddenRows: readonly boolean[]
  readonly hiddenColumns: readonly boolean[]
}

export const cellsOf = ({ rows, columns }: CrossedLines): readonly (readonly RowSet[])[] => rows.map((row) => columns.map((column) => both(row, column)))

/**
 * Hides cells of a table whose lines' totals are shown, but for those of hidden lines: cells that are not safe or empty, and
 * then, rectangle by rectangle, the fewest answers that keep them from being worked out from the totals. Afterwards no unsafe cell is
 * known to within `k` answers, nor that all of it are of one class, and what is hidden of a line is safe as a whole. False
 * where that cannot be had: then the whole table has to be hidden. `hidden` is changed; more is hidden than was, never less.
 */
export function settleTable(answers: ScoredAnswers, lines: CrossedLines, hidden: boolean[][], k: number): boolean {
  const cells = cellsOf(lines)
  cells.forEach((line, i) => line.forEach((cell, j) => (hidden[i]![j] ||= lines.hiddenRows[i]! || lines.hiddenColumns[j]! || !isSafe(answers, cell, k))))
  const sizes = cells.map((line) => line.map(sizeOf))
  for (;;) {
    const exposed = exposedCell(answers, lines, cells, sizes, hidden, k)
    if (!exposed) return true
    if (!hideRectangle(sizes, hidden, exposed)) return false
  }
}

type Place = readonly [row: number, column: number]

/** A hidden cell that can be worked out, or that helps to work out one. */
function exposedCell(
  answers: ScoredAnswers,
  lines: CrossedLines,
  cells: readonly (readonly RowSet[])[],
  sizes: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  k: number,
): Place | null {
  const places = cells.flatMap((line, i) => line.flatMap((cell, j): Place[] => (hidden[i]![j] && !isEmpty(cell) ? [[i, j]] : [])))
  const isRestSafe = (total: RowSet, line: readonly RowSet[], shown: (at: number) => boolean): boolean => {
    const rest = without(total, line.filter((_, at) => shown(at)))
    return isEmpty(rest) || isSafe(answers, rest, k)
  }
  for (const [i, row] of lines.rows.entries()) {
    if (!lines.hiddenRows[i] && !isRestSafe(row, cells[i]!, (j) => !hidden[i]![j])) return places.find(([at]) => at === i)!
  }
  for (const [j, column] of lines.columns.entries()) {
    if (!lines.hiddenColumns[j] && !isRestSafe(column, cells.map((line) => line[j]!), (i) => !hidden[i]![j])) return places.find(([, at]) => at === j)!
  }
  const table = { ...lines, hidden }
  const unsafe = places.filter(([i, j]) => !isSafe(answers, cells[i]![j]!, k))
  const others = unsafe.length === 0 ? [] : [0, 1, 2].map((group) => besideGroup(answers, cells, table, group))
  for (const [i, j] of unsafe) {
    const { low, high } = feasibleRange({ ...table, cells: sizes }, i, j, k)
    if (high - low < k || others.some((of) => feasibleRange(of, i, j, 1).high === 0)) return [i, j]
  }
  return null
}

/** The same table of the answers that are not of the group. */
function besideGroup({ count, groups }: ScoredAnswers, cells: readonly (readonly RowSet[])[], table: Omit<PartlyHidden, 'cells'>, group: number): PartlyHidden {
  const beside = setOf(count, (row) => groups[row] !== group)
  return { ...table, cells: cells.map((line) => line.map((cell) => sizeOf(both(cell, beside)))) }
}

/** Hides the rectangle at a cell that costs fewest answers; false where all of them are hidden already. */
function hideRectangle(sizes: readonly (readonly number[])[], hidden: boolean[][], [row, column]: Place): boolean {
  let best: { readonly corners: readonly Place[]; readonly cost: number } | null = null
  for (let i = 0; i < sizes.length; i++) {
    for (let j = 0; j < sizes[i]!.length; j++) {
      if (i === row || j === column) continue
      const corners = ([[row, j], [i, column], [i, j]] as const).filter(([at, to]) => !hidden[at]![to])
      const cost = corners.reduce((sum, [at, to]) => sum + sizes[at]![to]!, 0)
      if (corners.length > 0 && (best === null || cost < best.cost)) best = { corners, cost }
    }
  }
  for (const [i, j] of best?.corners ?? []) hidden[i]![j] = true
  return best !== null
}
