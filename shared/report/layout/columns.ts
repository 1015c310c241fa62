import { widthOf } from '../cut'
import type { ColumnsSlide } from '../outline'
import type { Block } from './blocks'
import { footBlock } from './frame'
import { gridOf } from './grid'
import { PAGE } from './look'

const [NAMES, HEAD, ROW] = [1.5, 0.42, 0.33]
/** With many periods their columns need the room, unless a name is long. */
const [SLIM, MANY, SHORT] = [1.2, 10, 13] as const

/** The chart's plot lies exactly over the table's period columns, so the table's head is its axis. */
export function columnsBlocks({ chart, table, foot }: ColumnsSlide): readonly Block[] {
  const count = Math.max(1, table.columns.length - 1)
  const longest = Math.max(...table.rows.map(({ cells }) => widthOf(cells[0] ?? '')))
  const names = count > MANY && longest <= SHORT ? SLIM : NAMES
  const column = (PAGE.width - names) / count
  const tableTop = chart === null ? PAGE.top : PAGE.bottom - HEAD - table.rows.length * ROW
  const drawn: Block[] =
    chart === null
      ? []
      : [
          {
            kind: 'chart',
            box: { x: PAGE.left, y: PAGE.top, w: PAGE.width, h: tableTop - PAGE.top - 0.05 },
            frame: {
              chart,
              plot: { x: names / PAGE.width, y: 0.04, w: (PAGE.width - names) / PAGE.width, h: 0.92 },
              lying: false,
              axisLabels: true,
              gap: count <= 3 ? 260 : count <= 6 ? 140 : 70,
            },
          },
        ]
  const grid = gridOf(table, {
    x: PAGE.left,
    y: tableTop,
    columns: [names, ...Array.from({ length: count }, () => column)],
    headHeight: HEAD,
    rowHeight: ROW,
    fontSize: count > 8 ? 10 : count > 4 ? 11 : 13,
    centred: true,
    name: 'Figures by period',
  })
  return [...drawn, grid, ...footBlock(foot)]
}
