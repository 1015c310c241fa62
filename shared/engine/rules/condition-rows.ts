import { isoDay } from '../../base/day'
import { meetsCondition, type Condition } from '../../coding/condition'
import { NO_DAY } from '../../query/columns'
import { cellAt } from '../../table/column'
import type { Columns } from '../columns/columns'
import { DATE, SCORE } from './ready-rule'

const known = new WeakMap<Columns, Map<string, Uint8Array>>()

/**
 * 1 for every row whose response meets the condition on its score, its day or the field of that id. Of several answers
 * in a cell one must be equal, for `!=` none.
 */
export function conditionRows(columns: Columns, condition: Condition): Uint8Array {
  const ofColumns = known.get(columns) ?? new Map<string, Uint8Array>()
  known.set(columns, ofColumns)
  const key = JSON.stringify([condition.field, condition.operator, condition.value])
  let rows = ofColumns.get(key)
  if (!rows) ofColumns.set(key, (rows = rowsThat(columns, condition)))
  return rows
}

function rowsThat(columns: Columns, { field, operator, value }: Condition): Uint8Array {
  const rows = new Uint8Array(columns.rows)
  const meets = remembered(meetsCondition({ operator, value }))
  if (field === SCORE) {
    // Without a score nothing is said about it.
    for (let row = 0; row < rows.length; row++) rows[row] = columns.scores[row]! >= 0 && meets(String(columns.scores[row])) ? 1 : 0
    return rows
  }
  if (field === DATE) {
    for (let row = 0; row < rows.length; row++) rows[row] = columns.days[row] !== NO_DAY && meets(isoDay(columns.days[row]!)) ? 1 : 0
    return rows
  }
  const { codes, labels, options } = columns.dimension({ kind: 'field', field })
  if (!options) {
    const cells = columns.text(field)
    for (let row = 0; row < rows.length; row++) rows[row] = meets(cellAt(cells, row)) ? 1 : 0
    return rows
  }
  const meetsOption = options.names.map(meets)
  const meetsLabel = labels.map((_, label) => {
    const own = options.of[label]!
    return operator === '!=' ? own.every((name) => meetsOption[name]) : own.some((name) => meetsOption[name])
  })
  for (let row = 0; row < rows.length; row++) rows[row] = meetsLabel[codes[row]!] ? 1 : 0
  return rows
}

/** Cells repeat; each is looked at once. */
function remembered(test: (cell: string) => boolean): (cell: string) => boolean {
  const answers = new Map<string, boolean>()
  return (cell) => {
    let answer = answers.get(cell)
    if (answer === undefined) answers.set(cell, (answer = test(cell)))
    return answer
  }
}
