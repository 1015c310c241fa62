/** A cell of a table that is written to a file. */
export type Cell = string | number | null

/**
 * `text` short texts · `long-text` comments · `number` texts that are mostly numbers · `time` texts that are mostly ISO
 * days or times · `day` ISO days · `count` whole numbers · `mark` 1 has it, 0 has it not, null says nothing · `note` what only Earshot reads.
 */
export type ColumnType = 'text' | 'long-text' | 'number' | 'time' | 'day' | 'count' | 'mark' | 'note'

export interface TableColumn {
  readonly header: string
  readonly type: ColumnType
}

/** A table to be written. Rows are made as they are asked for, and may be asked for again. */
export interface Table {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly size: number
  readonly rows: () => Iterable<readonly Cell[]>
}

/** The number that `text` is, if a spreadsheet shows it as just this text (not `007`, `3.10` or an id of 16 digits); else null. */
export function exactNumber(text: string): number | null {
  // A digit at the end, which saves most texts from being parsed.
  const last = text.charCodeAt(text.length - 1)
  if (!(last >= 48 && last <= 57) || text.length > 24) return null
  const number = Number(text)
  return Number.isSafeInteger(Math.trunc(number)) && String(number) === text && String(Number(number.toPrecision(15))) === text
    ? number
    : null
}
