import type { TextColumn } from '../table/column'
import { cellAt } from '../table/column'
import type { AsideCode, ImportPlan, RejectCode } from './types'
import { FATE } from './types'

export interface StoredRows {
  readonly rows: number
  readonly lines: Uint32Array
  readonly scores: Int8Array
  readonly answered: Float64Array
  /** Why rows are set aside, by stored row; null when none is. */
  readonly asides: readonly (AsideCode | null)[] | null
  /** All columns of the file, in order. */
  readonly columns: readonly TextColumn[]
}

/** A row of the file that is not stored as a response. */
export interface LeftOutRow {
  readonly line: number
  readonly fate: 'rejected' | 'duplicate'
  readonly code: RejectCode | 'duplicate'
  /** The line that a duplicate repeats; 0 for a response of an earlier wave, and for rejected rows. */
  readonly of: number
  readonly cells: readonly string[]
}

/** What the plan stores: accepted and set-aside rows in file order. The table's own columns when nothing is dropped. */
export function rowsToStore(plan: ImportPlan): StoredRows {
  const { table } = plan
  if (plan.duplicateOf.size === 0) {
    const { lines, columns, rows } = table
    return { rows, lines, scores: plan.scores, answered: plan.answered, asides: asidesOf(plan, null), columns }
  }
  const kept = new Uint32Array(table.rows - plan.duplicateOf.size)
  let next = 0
  plan.fates.forEach((fate, row) => {
    if (fate === FATE.duplicate) return
    kept[next] = row
    next += 1
  })
  return {
    rows: kept.length,
    lines: kept.map((row) => table.lines[row]!),
    scores: Int8Array.from(kept, (row) => plan.scores[row]!),
    answered: Float64Array.from(kept, (row) => plan.answered[row]!),
    asides: asidesOf(plan, kept),
    columns: table.columns.map((column) => pick(column, kept)),
  }
}

function asidesOf(plan: ImportPlan, kept: Uint32Array | null): readonly (AsideCode | null)[] | null {
  if (plan.asides.size === 0) return null
  const rows = kept ?? Uint32Array.from({ length: plan.table.rows }, (_, row) => row)
  return Array.from(rows, (row) => plan.asides.get(row) ?? null)
}

const pick = (column: TextColumn, rows: Uint32Array): TextColumn =>
  column.kind === 'coded'
    ? { kind: 'coded', codes: rows.map((row) => column.codes[row]!), values: column.values }
    : { kind: 'plain', cells: Array.from(rows, (row) => column.cells[row]!) }

/** Every row of the file that is not stored, in file order: nothing is dropped without being listed. */
export function leftOut(plan: ImportPlan): readonly LeftOutRow[] {
  const { table } = plan
  const rejected = table.rejected.map(
    ({ line, code, cells }): LeftOutRow => ({ line, fate: 'rejected', code, of: 0, cells }),
  )
  const duplicates = [...plan.duplicateOf].map(
    ([row, of]): LeftOutRow => ({
      line: table.lines[row]!,
      fate: 'duplicate',
      code: 'duplicate',
      of,
      cells: table.columns.map((column) => cellAt(column, row)),
    }),
  )
  return [...rejected, ...duplicates].toSorted((a, b) => a.line - b.line)
}
