import { cellsOf, testText, type TextColumn } from '../table/column'
import { columnOf } from '../table/column-builder'

const APOSTROPHE = 0x27

const opensOtherwise = (bytes: Uint8Array, start: number, end: number): boolean => start === end || bytes[start] !== APOSTROPHE

/** The column with `change` made to its cells; the same column where none begins with an apostrophe. */
export function mapTexts(column: TextColumn, change: (text: string) => string): TextColumn {
  const isSame = column.kind === 'coded' ? column.values.every((value) => testText(value, opensOtherwise)) : column.everyPlace(opensOtherwise)
  return isSame ? column : columnOf(cellsOf(column).map(change))
}
