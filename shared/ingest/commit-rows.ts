import { cellAt, testText, type TextColumn } from '../table/column'
import type { LeftOutRow, RowBatch } from '../table/row-batch'
import { FATE, type ImportPlan } from './types'

/**
 * What the plan stores: accepted and set-aside rows in file order, and beside them every row that is not stored.
 * The table's own columns when no row is dropped.
 */
export function rowsToStore(plan: ImportPlan): RowBatch {
  const { table, scores, answered, asides } = plan
  const isKept = (fate: number): boolean => fate === FATE.accepted || fate === FATE.setAside
  if (plan.fates.every(isKept)) {
    const { lines, columns, rows } = table
    return { rows, lines, scores, answered, asides, columns, leftOut: leftOut(plan) }
  }
  const kept = new Uint32Array(plan.fates.reduce((sum, fate) => sum + (isKept(fate) ? 1 : 0), 0))
  let next = 0
  plan.fates.forEach((fate, row) => {
    if (!isKept(fate)) return
    kept[next] = row
    next += 1
  })
  return {
    rows: kept.length,
    lines: kept.map((row) => table.lines[row]!),
    scores: Int8Array.from(kept, (row) => scores[row]!),
    answered: Float64Array.from(kept, (row) => answered[row]!),
    asides: new Map([...kept].flatMap((row, at) => (asides.has(row) ? [[at, asides.get(row)!] as const] : []))),
    columns: table.columns.map((column) => pickRows(column, kept)),
    leftOut: leftOut(plan),
  }
}

/** The cells of some rows. */
export const pickRows = (column: TextColumn, rows: Uint32Array): TextColumn =>
  column.kind === 'coded'
    ? { kind: 'coded', codes: rows.map((row) => column.codes[row]!), values: column.values }
    : {
        kind: 'plain',
        rows: rows.length,
        cell: (row) => (row < rows.length ? column.cell(rows[row]!) : ''),
        isFilled: (row) => row < rows.length && column.isFilled(rows[row]!),
        everyPlace: (test) => rows.every((row) => testText(column.cell(row), test)),
        sizes: () => {
          const sizes = column.sizes()
          return rows.map((row) => sizes[row]!)
        },
        copy: (row, into, at) => column.copy(rows[row]!, into, at),
      }

/** Every row of the file that is not stored, in file order: nothing is dropped without being listed. */
function leftOut(plan: ImportPlan): readonly LeftOutRow[] {
  const { table } = plan
  const rejected = table.rejected.map(
    ({ line, code, cells }): LeftOutRow => ({ line, fate: 'rejected', code, repeats: null, cells }),
  )
  const duplicates = [...plan.duplicateOf].map(
    ([row, line]): LeftOutRow => ({
      line: table.lines[row]!,
      fate: 'duplicate',
      code: 'duplicate',
      repeats: line || null,
      cells: table.columns.map((column) => cellAt(column, row)),
    }),
  )
  return [...rejected, ...duplicates].toSorted((a, b) => a.line - b.line)
}
