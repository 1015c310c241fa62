/**
 * The cells of one column of text. Few distinct values: each once, plus one index per row. Mostly distinct values:
 * as they are. Either way the cells are the file's own text.
 */
export type TextColumn =
  | { readonly kind: 'coded'; readonly codes: Uint32Array; readonly values: readonly string[] }
  | { readonly kind: 'plain'; readonly cells: readonly string[] }

/** The text in `row`, 0-based. */
export function cellAt(column: TextColumn, row: number): string {
  return column.kind === 'coded' ? (column.values[column.codes[row] ?? 0] ?? '') : (column.cells[row] ?? '')
}

/** Number of rows in `column`. */
export const lengthOf = (column: TextColumn): number =>
  column.kind === 'coded' ? column.codes.length : column.cells.length

/** Calls `visit` with every distinct value and how many rows hold it (a plain column may repeat values). */
export function eachValue(column: TextColumn, visit: (value: string, rows: number) => void): void {
  if (column.kind === 'plain') {
    for (const cell of column.cells) visit(cell, 1)
    return
  }
  const counts = new Uint32Array(column.values.length)
  for (const code of column.codes) counts[code]! += 1
  column.values.forEach((value, code) => {
    if (counts[code]! > 0) visit(value, counts[code]!)
  })
}

/** Column with one number per row computed from its text, each distinct value computed once. */
export function mapColumn(column: TextColumn, compute: (text: string) => number, out: Float64Array | Int8Array): void {
  if (column.kind === 'plain') {
    column.cells.forEach((cell, row) => {
      out[row] = compute(cell)
    })
    return
  }
  const computed = column.values.map(compute)
  column.codes.forEach((code, row) => {
    out[row] = computed[code]!
  })
}
