import fc from 'fast-check'
import { expect, it } from 'vitest'
import { feasibleRange } from '../../../../shared/query/anonymous/feasible-range'
import { isSafe, setOf } from '../../../../shared/query/anonymous/row-set'
import { settleLine } from '../../../../shared/query/anonymous/settle-line'
import { cellsOf, settleTable, type CrossedLines } from '../../../../shared/query/anonymous/settle-table'
import { loadCase } from '../../../helpers/statistics-cases'
import { everyTable, filling, scored, setsOf, type MadeAnswer } from './tables'

const evenAnswers = fc.array(fc.record({ group: fc.nat(2), values: fc.tuple(fc.nat(2), fc.nat(2)) }), { minLength: 10, maxLength: 22 })

const RUNS = process.env['EARSHOT_SOAK'] ? 20_000 : 1000

/** Of more tables than a call takes arguments. */
const rangeOf = (counts: readonly number[]) => ({
  low: counts.reduce((least, one) => Math.min(least, one), Infinity),
  high: counts.reduce((most, one) => Math.max(most, one), -Infinity),
})

const linesOf = (made: readonly MadeAnswer[], rows: number, columns: number, k: number): CrossedLines => {
  const total = setOf(made.length, () => true)
  const settled = [setsOf(made, 0, rows), setsOf(made, 1, columns)].map((sets) => {
    const hidden = sets.map(() => false)
    settleLine(scored(made), total, sets, hidden, k)
    return { sets, hidden }
  })
  const [first, second] = [settled[0]!, settled[1]!]
  return { rows: first.sets, columns: second.sets, hiddenRows: first.hidden, hiddenColumns: second.hidden }
}

it('sup-001: hides the three others that cost fewest answers, and leaves the first between 0 and 9', () => {
  interface Expected {
    readonly min_suppressed_count_pattern: readonly (readonly [string, string])[]
    readonly feasible_interval_of_primary_cell_after_suppression: readonly [number, number]
  }
  const { input, expected } = loadCase<{ threshold: number; rows: string[]; cols: string[]; table: number[][] }, Expected>('sup-001')
  const made = filling(input.table)
  const lines = linesOf(made, 3, 3, input.threshold)
  const hidden = input.table.map((line) => line.map(() => false))
  expect(settleTable(scored(made), lines, hidden, input.threshold)).toBe(true)
  const names = hidden.flatMap((line, i) => line.flatMap((is, j) => (is ? [`${input.rows[i]} ${input.cols[j]}`] : [])))
  expect(names.toSorted()).toEqual(expected.min_suppressed_count_pattern.map((cell) => cell.join(' ')).toSorted())
  const [low, high] = expected.feasible_interval_of_primary_cell_after_suppression
  expect(feasibleRange({ ...lines, cells: input.table, hidden }, 0, 1)).toEqual({ low, high })
})

it('knows the range of each hidden cell as trying all tables does', () => {
  const small = fc.array(fc.array(fc.nat(4), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 })
  fc.assert(
    fc.property(small, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), fc.tuple(fc.boolean(), fc.boolean(), fc.nat(4)), (cells, drawn, [hidesRow, hidesColumn, more]) => {
      const hiddenRows = cells.map((_, i) => hidesRow && i === 0)
      const hiddenColumns = [0, 1, 2].map((j) => hidesColumn && (j === 0 || (j === 1 && more > 2)))
      const hidden = cells.map((line, i) => line.map((_, j) => hiddenRows[i]! || hiddenColumns[j]! || (drawn[i * 3 + j]! && i + j < 4)))
      const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
      const tables = everyTable(
        cells,
        hidden,
        cells.map((line, i) => (hiddenRows[i] ? null : sum(line))),
        hiddenColumns.map((is, j) => (is ? null : sum(cells.map((line) => line[j]!)))),
        sum(cells.flat()),
      )
      hidden.forEach((line, i) =>
        line.forEach((is, j) => {
          if (!is) return
          const all = tables.map((table) => table[i]![j]!)
          expect(feasibleRange({ cells, hidden, hiddenRows, hiddenColumns }, i, j)).toEqual(rangeOf(all))
        }),
      )
    }),
    { numRuns: RUNS / 2 },
  )
})

it('shows no unsafe cell, and no hidden one can be worked out from the totals', () => {
  let shownCells = 0
  fc.assert(
    fc.property(evenAnswers, fc.integer({ min: 2, max: 3 }), (made, k) => {
      const answers = scored(made)
      const lines = linesOf(made, 3, 3, k)
      const hidden = lines.rows.map(() => lines.columns.map(() => false))
      if (!settleTable(answers, lines, hidden, k)) return
      const sets = cellsOf(lines)
      // Counts of all, and of all but those of one group: each is a table of its own.
      const tablesOf = (counts: (answer: MadeAnswer) => boolean): readonly (readonly (readonly number[])[])[] => {
        const cells = sets.map((line, i) => line.map((_, j) => made.filter((one) => counts(one) && one.values[0] === i && one.values[1] === j).length))
        const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0)
        const rows = cells.map((line, i) => (lines.hiddenRows[i] ? null : sum(line)))
        const columns = lines.hiddenColumns.map((is, j) => (is ? null : sum(cells.map((line) => line[j]!))))
        return everyTable(cells, hidden, rows, columns, sum(cells.flat()))
      }
      const all = tablesOf(() => true)
      const others = [0, 1, 2].map((group) => tablesOf((one) => one.group !== group))
      sets.forEach((line, i) =>
        line.forEach((cell, j) => {
          const isUnsafe = !isSafe(answers, cell, k)
          if (!hidden[i]![j]) {
            shownCells += 1
            expect(isUnsafe).toBe(false)
            return
          }
          const isEmpty = made.every((one) => one.values[0] !== i || one.values[1] !== j)
          if (!isUnsafe || isEmpty) return
          const counts = rangeOf(all.map((table) => table[i]![j]!))
          expect(counts.high - counts.low).toBeGreaterThanOrEqual(k)
          for (const tables of others) expect(tables.some((table) => table[i]![j]! > 0)).toBe(true)
        }),
      )
    }),
    { numRuns: RUNS },
  )
  expect(shownCells).toBeGreaterThan(RUNS / 2)
}, 1_800_000)
