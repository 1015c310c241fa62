import type { RowsSlide } from '../outline'
import { PAGE } from './look'
import type { Canvas } from './canvas'
import { placeChart, placeFoot } from './canvas'
import { placeTable } from './table'

const [HEAD, AXIS, GAP] = [0.46, 0.28, 0.12]

/** Column widths in inches; the chart takes what is left of the page. */
const WIDTHS: Readonly<Record<RowsSlide['kind'], readonly number[]>> = {
  groups: [2.6, 1.1, 1.2, 1.2],
  segment: [2.95, 0.85, 0.98, 0.85, 1.02, 0.65, 1.3],
  themes: [2.95, 0.95, 0.75, 1.15, 1.2, 1.5],
}

/** Each bar lies beside the table row it belongs to. Few rows stand taller, so that the page is used. */
export function placeRows(canvas: Canvas, slide: RowsSlide): void {
  const { chart, table } = slide
  const count = Math.max(1, table.rows.length)
  const columns = WIDTHS[slide.kind]
  const left = PAGE.left + columns.reduce((sum, width) => sum + width, 0) + GAP
  const width = PAGE.left + PAGE.width - left
  const row = Math.min(1, (PAGE.bottom - PAGE.top - HEAD - AXIS) / Math.max(count, 5))
  placeTable(canvas, table, {
    x: PAGE.left,
    y: PAGE.top,
    columns,
    headHeight: HEAD,
    rowHeight: row,
    fontSize: row < 0.6 ? 11 : slide.kind === 'groups' ? 16 : 13,
    name: 'Figures by group',
  })
  placeFoot(canvas, slide.foot)
  if (chart === null) return
  const height = count * row + AXIS
  placeChart(
    canvas,
    chart,
    { x: left, y: PAGE.top + HEAD, w: width, h: height },
    {
      plot: { x: 0.04, y: 0, w: 0.92, h: (count * row) / height },
      lying: true,
      axisLabels: true,
      gap: 90,
    },
  )
}
