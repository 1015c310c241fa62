import type PptxGenJS from 'pptxgenjs'
import type { Table } from '../outline'
import { GREY, INK, LINE, TONE_COLORS } from './look'
import type { Canvas } from './canvas'
import { clean } from './canvas'

export interface TableLayout {
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

const NONE = { type: 'none' } as const
const RULE = { type: 'solid', pt: 0.5, color: LINE } as const
const HEAD_RULE = { type: 'solid', pt: 1, color: GREY } as const
type Margin = [top: number, right: number, bottom: number, left: number]
const WIDE: Margin = [0.02, 0.06, 0.02, 0.04]
const TIGHT: Margin = [0.02, 0.01, 0.02, 0.01]

/** A real, editable table: quiet head, hairlines between rows, numbers aligned; a low base in grey with its word. */
export function placeTable({ slide, lang }: Canvas, table: Table, layout: TableLayout): void {
  const { fontSize, centred } = layout
  const margin = (numeric: boolean): Margin => (numeric && centred === true ? [...TIGHT] : [...WIDE])
  const align = (numeric: boolean): 'left' | 'right' | 'center' =>
    !numeric ? 'left' : centred === true ? 'center' : 'right'
  const head = table.columns.map(({ label, numeric }): PptxGenJS.TableCell => ({
    text: clean(label),
    options: {
      align: align(numeric),
      valign: 'bottom',
      color: GREY,
      fontSize: Math.max(9, Math.min(fontSize - 1, 10)),
      bold: true,
      border: [NONE, NONE, HEAD_RULE, NONE],
      margin: margin(numeric),
      lang,
    },
  }))
  const rows = table.rows.map((row) =>
    row.cells.map((text, at): PptxGenJS.TableCell => {
      const numeric = table.columns[at]?.numeric ?? false
      const base = {
        align: align(numeric),
        valign: 'middle',
        border: [NONE, NONE, RULE, NONE],
        margin: margin(numeric),
        fontSize,
      } as const
      const color = row.muted ? GREY : INK
      const runs: PptxGenJS.TableCell[] = [{ text: clean(text), options: { color, lang } }]
      if (at === 0 && row.key !== null) runs.unshift({ text: '■ ', options: { color: TONE_COLORS[row.key], lang } })
      if (at === 0 && row.mark !== null)
        runs.push({
          text: `  ${clean(row.mark)}`,
          options: { color: GREY, italic: true, fontSize: fontSize - 2, lang },
        })
      return { text: runs, options: { ...base, border: [...base.border], color } }
    }),
  )
  slide.addTable([head, ...rows], {
    x: layout.x,
    y: layout.y,
    w: layout.columns.reduce((sum, width) => sum + width, 0),
    colW: [...layout.columns],
    rowH: [layout.headHeight, ...rows.map(() => layout.rowHeight)],
    objectName: layout.name,
  })
}
