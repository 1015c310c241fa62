import { joinedBytes } from '../../base/joined-bytes'
import type { Sheet } from '../outline'
import { escapeXml } from '../pptx/xml'
import { cellSafe } from '../sanitize'
import { sheetNames } from '../sheet-names'
import { columnName } from './parts'

/** A table whose rows come one after the other, because there may be too many of them to hold as cells. */
export interface LongSheet extends Omit<Sheet, 'rows'> {
  readonly size: number
  readonly rows: () => Iterable<readonly (string | number | null)[]>
}

const NUMBERS = new Set<Sheet['columns'][number]['type']>(['count', 'points', 'effect', 'share', 'probability', 'number', 'day'])
const AT_A_TIME = 1000

/** The sheets with the long one behind them: named in the contents, and so far with one row that shows how its cells look. */
export function withLongSheet(sheets: readonly Sheet[], { name: wanted, about, columns, size }: LongSheet): readonly Sheet[] {
  const [contents, ...others] = sheets
  const name = sheetNames([...sheets.map((sheet) => sheet.name), wanted]).at(-1) ?? wanted
  const pattern: Sheet = { name, about, columns, rows: [columns.map(({ type }) => (NUMBERS.has(type) ? 0 : '-'))] }
  return contents === undefined ? [pattern] : [{ ...contents, rows: [...contents.rows, [name, about, size]] }, ...others, pattern]
}

const PATTERN = /<row r="2"[^>]*>([\s\S]*?)<\/row>/

/** The sheet's XML with all of its rows in the place of the one that shows how they look. */
export function longSheetXml(xml: string, { rows }: LongSheet): Uint8Array {
  const pattern = PATTERN.exec(xml)
  const from = pattern?.index ?? xml.indexOf('</sheetData>')
  const looks = [...(pattern?.[1] ?? '').matchAll(/<c r="[A-Z]+2"([^>]*?)\/?>/g)].map(([, attributes = '']) => / s="\d+"/.exec(attributes)?.[0] ?? '')
  const encoder = new TextEncoder()
  const chunks = [encoder.encode(xml.slice(0, from))]
  let [text, at] = ['', 1]
  for (const row of rows()) {
    at += 1
    text += rowXml(row, at, looks)
    if (at % AT_A_TIME === 0) {
      chunks.push(encoder.encode(text))
      text = ''
    }
  }
  chunks.push(encoder.encode(text), encoder.encode(xml.slice(from + (pattern?.[0].length ?? 0)).replace(/<dimension [^>]*\/>/, '')))
  return joinedBytes(chunks)
}

function rowXml(row: readonly (string | number | null)[], at: number, looks: readonly string[]): string {
  const cells = row.map((value, column) => {
    if (value === null) return ''
    const start = `<c r="${columnName(column)}${at}"${looks[column] ?? ''}`
    return typeof value === 'number' ? `${start}><v>${value}</v></c>` : `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellSafe(value))}</t></is></c>`
  })
  return `<row r="${at}">${cells.join('')}</row>`
}
