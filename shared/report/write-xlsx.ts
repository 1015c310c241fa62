import { widthOf } from './cut'
import { FONT, THEME_COLORS } from './layout/look'
import { officeWorkbook } from './office-workbook'
import type { OfficeSheet } from './office-workbook'
import type { CellType, Outline, Sheet } from './outline'
import { cellSafe } from './sanitize'
import { longSheetXml, withLongSheet, type LongSheet } from './xlsx/long-sheet'

type Cell = OfficeSheet['data'][number][number]

/** Display format and column width in characters. Numbers are stored in full whatever is shown. */
const LOOKS: Readonly<Record<CellType, { readonly format: string | null; readonly width: number }>> = {
  label: { format: null, width: 32 },
  text: { format: null, width: 24 },
  'long-text': { format: null, width: 96 },
  count: { format: '#,##0', width: 12 },
  points: { format: '+0.0;-0.0;0.0', width: 12 },
  effect: { format: '+0.00;-0.00;0.00', width: 12 },
  share: { format: '0.0%', width: 12 },
  probability: { format: '0.0000', width: 12 },
  number: { format: 'General', width: 12 },
  day: { format: 'yyyy-mm-dd', width: 12 },
  id: { format: null, width: 12 },
}

const [LINE_HEIGHT, MAX_HEIGHT] = [14.5, 409]
const INK = { textColor: `#${THEME_COLORS.dk1}` } as const
const GREY = { textColor: `#${THEME_COLORS.dk2}` } as const
const LINK = { textColor: `#${THEME_COLORS.accent1}`, textDecoration: { underline: true } } as const
const HEAD = {
  ...INK,
  fontWeight: 'bold',
  backgroundColor: `#${THEME_COLORS.lt2}`,
  bottomBorderStyle: 'thin',
  bottomBorderColor: `#${THEME_COLORS.accent5}`,
  wrap: true,
  alignVertical: 'center',
} as const

/**
 * The summary as an XLSX workbook: a list of sheets, then one sheet per table, header row frozen. Numbers are stored in
 * full and shown rounded; text is never a formula. `long` comes last: a table of too many rows to hold as cells.
 */
export function writeXlsx(outline: Outline, long: LongSheet | null = null): Promise<Uint8Array> {
  const sheets = long === null ? outline.sheets : withLongSheet(outline.sheets, long)
  return officeWorkbook(
    sheets.map((sheet, at) => officeSheet(sheet, at === 0 ? heading(outline) : [], at === 0)),
    { family: FONT, size: 10 },
    {
      links: (sheets[0]?.rows ?? []).map(([name], at) => ({ cell: `A${heading(outline).length + at + 2}`, sheet: String(name) })),
      last: long === null ? null : (xml) => longSheetXml(xml, long),
    },
  )
}

const heading = ({ project, footer }: Outline): Cell[][] => [
  [{ ...text(project), ...INK, fontWeight: 'bold', fontSize: 16, height: 26 }],
  [{ ...text(footer), ...GREY }],
  [],
]

function officeSheet({ name, columns, rows }: Sheet, above: Cell[][], isContents: boolean): OfficeSheet {
  const height = heightOf(columns.map(({ label, type }) => Math.ceil((widthOf(label) + 2) / LOOKS[type].width)))
  const head = columns.map(({ label }, at): Cell => ({
    ...text(label),
    ...HEAD,
    ...alignOf(columns, at),
    height: Math.max(20, height),
  }))
  return {
    sheet: name,
    data: [...above, head, ...rows.map((row) => officeRow(row, columns, isContents))],
    columns: columns.map(({ type }) => ({ width: LOOKS[type].width })),
    stickyRowsCount: above.length + 1,
    orientation: 'landscape',
  }
}

function officeRow(row: Sheet['rows'][number], columns: Sheet['columns'], isLinked: boolean): Cell[] {
  const looks = columns.map(({ type }) => LOOKS[type])
  const lines = row.map((value, at) => (typeof value === 'string' ? linesOf(value, looks[at]?.width ?? 1) : 1))
  const shared = { height: heightOf(lines), alignVertical: 'top' } as const
  return row.map((value, at): Cell => {
    if (value === null) return null
    if (typeof value === 'string') return { ...text(value), ...shared, ...alignOf(columns, at), ...(isLinked && at === 0 ? LINK : {}), wrap: true }
    const format = looks[at]?.format ?? null
    return { value, type: Number, ...shared, align: 'right', ...(format === null ? {} : { format }) }
  })
}

/** Numbers to the right; text to the left, a little off when it follows a number. */
function alignOf(
  columns: Sheet['columns'],
  at: number,
): { readonly align: 'left' | 'right'; readonly indent?: number } {
  const numeric = (column: Sheet['columns'][number] | undefined): boolean =>
    column !== undefined && LOOKS[column.type].format !== null
  if (numeric(columns[at])) return { align: 'right' }
  return numeric(columns[at - 1]) ? { align: 'left', indent: 1 } : { align: 'left' }
}

const text = (value: string): { value: string; type: typeof String } => ({ value: cellSafe(value), type: String })

/** Lines that a text wraps to in its column; readers do not all work it out themselves. */
const linesOf = (value: string, width: number): number =>
  value
    .slice(0, 4000)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * 1.1) / width)), 0)

/** Points; Excel allows no row over 409. */
const heightOf = (lines: readonly number[]): number => Math.min(MAX_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + 1)
