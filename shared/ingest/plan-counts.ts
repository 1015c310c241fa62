import type { WaveCounts } from '../model/records'
import type { ImportPlan } from './types'
import { FATE, NO_SCORE } from './types'

/** How many rows of the file meet which fate, and what the accepted ones hold. */
export function countPlan(plan: ImportPlan): WaveCounts {
  const commented = rowsWithComment(plan)
  let accepted = 0
  let scored = 0
  let withComment = 0
  plan.fates.forEach((fate, row) => {
    if (fate !== FATE.accepted) return
    accepted += 1
    if (plan.scores[row] !== NO_SCORE) scored += 1
    withComment += commented[row]!
  })
  return {
    accepted,
    setAside: plan.asides.size,
    duplicates: plan.duplicateOf.size,
    rejected: plan.table.rejected.length,
    scored,
    commented: withComment,
  }
}

/** 1 per row of the table that has something in a comment column. */
function rowsWithComment(plan: ImportPlan): Uint8Array {
  const commented = new Uint8Array(plan.table.rows)
  for (const { index, role } of plan.columns) {
    if (role !== 'comment') continue
    const column = plan.table.columns[index - 1]!
    const filled = column.kind === 'coded' ? column.values.map((value) => value.trim() !== '') : null
    for (let row = 0; row < plan.table.rows; row++) {
      if (column.kind === 'coded' ? filled![column.codes[row]!] : column.isFilled(row)) commented[row] = 1
    }
  }
  return commented
}
