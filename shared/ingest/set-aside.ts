import { cellAt } from '../table/column'
import { headerKey, recognisePreset } from './presets'
import type { AsideCode, RawTable } from './types'

/** Rows that the survey tool itself marks as unfinished, preview or spam; only in exports of tools it recognises. */
export function findAsides(table: RawTable): ReadonlyMap<number, AsideCode> {
  const asides = new Map<number, AsideCode>()
  const preset = recognisePreset(table.headers)
  for (const { header, cells, code } of preset?.asides ?? []) {
    const at = table.headers.findIndex((name) => headerKey(name) === header)
    const column = table.columns[at]
    if (!column) continue
    for (let row = 0; row < table.rows; row++) {
      if (!asides.has(row) && cells.test(cellAt(column, row).trim())) asides.set(row, code)
    }
  }
  return asides
}
