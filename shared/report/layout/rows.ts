import type { RowsSlide } from '../outline'
import type { Block } from './blocks'
import { footBlock } from './frame'
import { gridOf } from './grid'
import { PAGE } from './look'

const [HEAD, AXIS, GAP] = [0.46, 0.28, 0.12]

/** Column widths in inches; the chart takes what is left of the page. */
const WIDTHS: Readonly<Record<RowsSlide['kind'], readonly number[]>> = {
  groups: [2.6, 1.1, 1.2, 1.2],
  segment: [3.05, 0.85, 0.98, 0.85, 1.02, 0.65, 1.3],
  league: [3.1, 1.6, 0.85, 0.65, 1.3, 1.8],
  change: [4.1, 1.05, 1.05, 1.05],
  themes: [3.05, 0.95, 0.75, 1.15, 1.2, 1.5],
  growth: [2.4, 1.15, 1.15, 2.1, 2.1],
}

/** Each bar lies beside the table row it belongs to. Few rows stand taller, so that the page is used. */
export function rowsBlocks({ kind, chart, table, foot }: RowsSlide): readonly Block[] {
  const count = Math.max(1, table.rows.length)
  const own = WIDTHS[kind]
  const wide = own.reduce((sum, width) => sum + width, 0)
  // Without a chart the table has the page to itself.
  const columns = chart === null ? own.map((width) => (width * PAGE.width) / wide) : own
  const left = PAGE.left + columns.reduce((sum, width) => sum + width, 0) + GAP
  const row = Math.min(1, (PAGE.bottom - PAGE.top - HEAD - AXIS) / Math.max(count, 4))
  const height = count * row + AXIS
  const grid = gridOf(table, {
    x: PAGE.left,
    y: PAGE.top,
    columns,
    headHeight: HEAD,
    rowHeight: row,
    fontSize: row < 0.5 ? 11 : row < 0.6 ? 12 : kind === 'groups' ? 16 : kind === 'growth' ? 12 : 13,
    name: 'Figures by group',
  })
  const drawn: Block[] =
    chart === null
      ? []
      : [
          {
            kind: 'chart',
            box: { x: left, y: PAGE.top + HEAD, w: PAGE.left + PAGE.width - left, h: height },
            frame: {
              chart,
              plot: { x: 0.04, y: 0, w: 0.92, h: (count * row) / height },
              lying: true,
              axisLabels: true,
              gap: 90,
            },
          },
        ]
  return [grid, ...footBlock(foot), ...drawn]
}
