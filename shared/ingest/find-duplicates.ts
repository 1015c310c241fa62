import type { TextColumn } from '../table/column'
import { cellAt, testText } from '../table/column'
import type { AsideCode, ColumnProfile, RawTable } from './types'

/** A response id as it is compared: the same characters, whatever the spaces around and the Unicode form. */
export const responseKey = (text: string): string => text.trim().normalize('NFC')

/**
 * Rows whose response id is not blank and was there before: in the file, by the line it repeats, or in the project
 * (0). Rows that are set aside neither repeat nor are repeated: an unfinished answer may be finished later. Where rows
 * that the survey tool marks are imported all the same, the answer without a mark comes first.
 */
export function findDuplicates(
  table: RawTable,
  id: ColumnProfile,
  asides: ReadonlyMap<number, AsideCode>,
  known: ReadonlySet<string>,
  marked: ReadonlyMap<number, AsideCode> = asides,
): ReadonlyMap<number, number> {
  const duplicateOf = new Map<number, number>()
  const column = table.columns[id.index - 1]!
  if (known.size === 0 && id.distinct === table.rows - id.blank && isPlain(column)) return duplicateOf
  const lineOf = new Map<string, number>()
  const look = (row: number): void => {
    const key = responseKey(cellAt(column, row))
    if (key === '' || asides.has(row)) return
    const first = known.has(key) ? 0 : lineOf.get(key)
    if (first === undefined) lineOf.set(key, table.lines[row]!)
    else duplicateOf.set(row, first)
  }
  for (let row = 0; row < table.rows; row++) if (!marked.has(row)) look(row)
  if (marked.size === 0) return duplicateOf
  for (const row of marked.keys()) look(row)
  return new Map([...duplicateOf].toSorted(([a], [b]) => a - b))
}

/** True when no cell changes under `responseKey`, so that different cells are different ids. */
const isPlain = (column: TextColumn): boolean =>
  column.kind === 'coded' ? column.values.every((value) => testText(value, isPrintable)) : column.everyPlace(isPrintable)

/** ASCII without white space and controls. */
function isPrintable(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! < 0x21 || bytes[at]! > 0x7e) return false
  return true
}
