/** Cells of a table of counts with the totals of its lines; `hidden` ones are to be guessed from all others. */
export interface PartlyHidden {
  readonly cells: readonly (readonly number[])[]
  readonly hidden: readonly (readonly boolean[])[]
  /** Lines whose totals are not shown; of these only the sum is known. All of their cells are hidden. */
  readonly hiddenRows: readonly boolean[]
  readonly hiddenColumns: readonly boolean[]
}

export interface CellRange {
  readonly low: number
  readonly high: number
}

/**
 * The least and the most that a hidden cell can hold, given all that is shown and that no cell is below 0: exact, for the
 * counts of a table with totals are a flow in a network (rows to columns), and what a cell can gain or lose is the largest flow
 * back or along through the other hidden cells (Ford and Fulkerson). Differences beyond `enough` are not told apart.
 */
export function feasibleRange(table: PartlyHidden, row: number, column: number, enough = Infinity): CellRange {
  const { cells, hidden, hiddenRows, hiddenColumns } = table
  const columns = hiddenColumns.length
  // Lines without a total are one: only their sum is known.
  const rowNode = (at: number): number => (hiddenRows[at] ? hiddenRows.indexOf(true) : at)
  const columnNode = (at: number): number => hiddenRows.length + (hiddenColumns[at] ? hiddenColumns.indexOf(true) : at)
  const nodes = hiddenRows.length + columns
  const capacity = Array.from({ length: nodes }, () => new Float64Array(nodes))
  cells.forEach((line, i) =>
    line.forEach((count, j) => {
      if (!hidden[i]![j] || (i === row && j === column)) return
      const [from, to] = [rowNode(i), columnNode(j)]
      capacity[from]![to] = Infinity
      capacity[to]![from]! += count
    }),
  )
  const own = cells[row]![column]!
  const [from, to] = [rowNode(row), columnNode(column)]
  const gain = largestFlow(capacity.map((line) => line.slice()), to, from, enough)
  const loss = Math.min(own, largestFlow(capacity, from, to, Math.min(enough, own)))
  return { low: own - loss, high: own + gain }
}

/** By shortest paths (Edmonds and Karp); stops at `enough`. `capacity` is used up. */
function largestFlow(capacity: readonly Float64Array[], from: number, to: number, enough: number): number {
  let flow = 0
  while (flow < enough) {
    const path = shortestPath(capacity, from, to)
    if (!path) break
    const most = Math.min(enough - flow, ...path.map(([one, next]) => capacity[one]![next]!))
    if (most === Infinity) return Infinity
    for (const [one, next] of path) {
      capacity[one]![next]! -= most
      capacity[next]![one]! += most
    }
    flow += most
  }
  return flow
}

function shortestPath(capacity: readonly Float64Array[], from: number, to: number): readonly (readonly [number, number])[] | null {
  const before = new Int32Array(capacity.length).fill(-1)
  before[from] = from
  const queue = [from]
  for (const node of queue) {
    if (node === to) break
    for (let next = 0; next < capacity.length; next++) {
      if (before[next]! >= 0 || capacity[node]![next]! <= 0) continue
      before[next] = node
      queue.push(next)
    }
  }
  if (before[to]! < 0) return null
  const path: [number, number][] = []
  for (let node = to; node !== from; node = before[node]!) path.unshift([before[node]!, node])
  return path
}
