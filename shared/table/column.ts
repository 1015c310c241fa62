import { copyBytes, utf8Scratch } from '../base/utf8'

/**
 * The cells of one column of text. Few distinct values: each once, plus one index per row. Mostly distinct values:
 * as they are, cut out of the file's bytes when asked for. Either way the cells are the file's own text.
 */
export type TextColumn = CodedColumn | PlainColumn

export interface CodedColumn {
  readonly kind: 'coded'
  readonly codes: Uint32Array
  readonly values: readonly string[]
}

export interface PlainColumn {
  readonly kind: 'plain'
  readonly rows: number
  /** The text in a row, 0-based. */
  readonly cell: (row: number) => string
  /** Whether the text in a row is more than white space; cheaper than cutting it out. */
  readonly isFilled: (row: number) => boolean
  /** Whether all cells pass `test`, which is told where their bytes lie; stops at the first that does not. */
  readonly everyPlace: (test: PlaceTest) => boolean
  /** UTF-8 bytes of each cell. */
  readonly sizes: () => Uint32Array
  /** Writes the UTF-8 bytes of the cell in a row. */
  readonly copy: (row: number, into: Uint8Array, at: number) => void
}

/** Told where a cell's UTF-8 bytes lie, for as long as the call lasts. */
export type PlaceTest = (bytes: Uint8Array, start: number, end: number) => boolean

/** The text in `row`, 0-based. */
export function cellAt(column: TextColumn, row: number): string {
  return column.kind === 'coded' ? (column.values[column.codes[row] ?? 0] ?? '') : column.cell(row)
}

/** Number of rows in `column`. */
export const lengthOf = (column: TextColumn): number => (column.kind === 'coded' ? column.codes.length : column.rows)

/** All cells, in order. */
export const cellsOf = (column: TextColumn): string[] =>
  Array.from({ length: lengthOf(column) }, (_, row) => cellAt(column, row))

const counted = new WeakMap<CodedColumn, Uint32Array>()

/** Rows of each value of a coded column; columns never change, so they are counted once. */
function countsOf(column: CodedColumn): Uint32Array {
  let counts = counted.get(column)
  if (!counts) {
    counts = new Uint32Array(column.values.length)
    const { codes } = column
    // A plain loop: an iterator costs several times as much, and these columns are long.
    for (let row = 0; row < codes.length; row++) counts[codes[row]!]! += 1
    counted.set(column, counts)
  }
  return counts
}

/** Calls `visit` with every distinct value and how many rows hold it (a plain column may repeat values). */
export function eachValue(column: TextColumn, visit: (value: string, rows: number) => void): void {
  if (column.kind === 'plain') {
    for (let row = 0; row < column.rows; row++) visit(column.cell(row), 1)
    return
  }
  const counts = countsOf(column)
  column.values.forEach((value, code) => {
    if (counts[code]! > 0) visit(value, counts[code]!)
  })
}

/** True when every value passes `test`; stops at the first that does not. */
export function everyValue(column: TextColumn, test: (value: string) => boolean): boolean {
  if (column.kind === 'coded') return column.values.every(test)
  for (let row = 0; row < column.rows; row++) if (!test(column.cell(row))) return false
  return true
}

/** Column with one number per row computed from its text, each distinct value computed once. */
export function mapColumn(column: TextColumn, compute: (text: string) => number, out: Float64Array | Int8Array): void {
  if (column.kind === 'plain') {
    for (let row = 0; row < column.rows; row++) out[row] = compute(column.cell(row))
    return
  }
  const computed = column.values.map(compute)
  column.codes.forEach((code, row) => {
    out[row] = computed[code]!
  })
}

/** A plain column of texts that are there already. */
export const plainColumn = (cells: readonly string[]): PlainColumn => ({
  kind: 'plain',
  rows: cells.length,
  cell: (row) => cells[row] ?? '',
  isFilled: (row) => (cells[row] ?? '').trim() !== '',
  everyPlace: (test) => cells.every((cell) => testText(cell, test)),
  sizes: () => Uint32Array.from(cells, (cell) => utf8Scratch(cell).length),
  copy: (row, into, at) => copyText(cells[row] ?? '', into, at),
})

/** Writes the UTF-8 bytes of a text. */
export function copyText(text: string, into: Uint8Array, at: number): void {
  const { bytes, length } = utf8Scratch(text)
  copyBytes(bytes, 0, length, into, at)
}

/** Puts a text to a test of places. */
export function testText(text: string, test: PlaceTest): boolean {
  const { bytes, length } = utf8Scratch(text)
  return test(bytes, 0, length)
}
