import type { Table } from '../outline'
import type { GridBlock, GridCell, Run } from './blocks'
import { GREY, heatTint, INK, LINE, TONE_COLORS } from './look'

export interface GridLayout {
  readonly x: number
  readonly y: number
  readonly columns: readonly number[]
  readonly headHeight: number
  readonly rowHeight: number
  readonly fontSize: number
  /** Numbers stand in the middle of their column, as under a chart, rather than at its right edge. */
  readonly centred?: boolean
  readonly name: string
}

const WIDE = [0.02, 0.06, 0.02, 0.04] as const
const TIGHT = [0.02, 0.02, 0.02, 0.02] as const
const RULE = { color: LINE, width: 0.5 } as const
const HEAD_RULE = { color: GREY, width: 1 } as const

/** A table: quiet head, hairlines between rows, numbers aligned; a low base in grey with its word. */
export function gridOf(table: Table, layout: GridLayout): GridBlock {
  const { x, y, columns, name, fontSize } = layout
  const centred = layout.centred === true
  const cell = (runs: readonly Run[], at: number, valign: GridCell['valign'], ref: string | null = null): GridCell => {
    const numeric = table.columns[at]?.numeric ?? false
    return {
      runs,
      align: !numeric ? 'left' : centred ? 'center' : 'right',
      valign,
      margin: numeric && centred ? TIGHT : WIDE,
      ...(ref === null ? {} : { ref }),
    }
  }
  const headSize = 10
  return {
    kind: 'grid',
    name,
    x,
    y,
    columns,
    rows: [
      {
        isHead: true,
        height: layout.headHeight,
        rule: HEAD_RULE,
        cells: table.columns.map(({ label }, at) =>
          cell([{ text: label, size: headSize, color: GREY, bold: true }], at, 'bottom'),
        ),
      },
      ...table.rows.map((row) => ({
        isHead: false,
        height: layout.rowHeight,
        rule: RULE,
        cells: row.cells.map((text, at): GridCell => {
          const heat = row.heats?.[at] ?? null
          return { ...cell(at === 0 ? named(row, text, fontSize) : [plain(row, text, fontSize)], at, 'middle', row.refs?.[at] ?? null), ...(heat === null ? {} : { fill: heatTint(heat) }) }
        }),
      })),
    ],
  }
}

type Row = Table['rows'][number]

const plain = ({ muted }: Row, text: string, size: number): Run => ({ text, size, color: muted ? GREY : INK })

/** The cell that names the row: with the colour of its marks before it, and a word of caution behind it. */
function named(row: Row, text: string, size: number): readonly Run[] {
  const sign: Run[] = row.key === null ? [] : [{ text: '■ ', size, color: TONE_COLORS[row.key], isSign: true }]
  const mark: Run[] = row.mark === null ? [] : [{ text: `  ${row.mark}`, size: Math.max(10, size - 2), color: GREY, italic: true }]
  return [...sign, plain(row, text, size), ...mark]
}
