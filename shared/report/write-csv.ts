import { formulaSafe } from '../base/formula-cell'

const CHUNK = 1 << 16

export type CsvCell = string | number | null

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formulaSafe(value)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function line(cells: readonly CsvCell[]): string {
  const text = cells.map(cell).join(',')
  return `${text === '' ? '""' : text}\r\n`
}

/**
 * A table as RFC 4180 text in pieces of about 64 K characters: comma, CRLF, quotes where needed. Text is made safe from
 * being read as a formula; numbers are written in full as they are; null is an empty cell. The caller encodes UTF-8
 * and puts the byte order mark first.
 */
export function* writeCsv(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Generator<string, void> {
  let text = line(header)
  for (const row of rows) {
    text += line(row)
    if (text.length >= CHUNK) {
      yield text
      text = ''
    }
  }
  if (text !== '') yield text
}
