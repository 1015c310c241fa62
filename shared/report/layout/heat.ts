import { widthOf } from '../cut'
import type { HeatCell, HeatSlide } from '../outline'
import type { Block, GridCell, GridRow, Run } from './blocks'
import { footBlock } from './frame'
import { GREY, INK, LINE, PAGE, PAPER, TONE_COLORS, type Tint } from './look'

const HEAD = 0.52
const MARGIN = [0.02, 0.05, 0.02, 0.08] as const
/** Text stays readable on the strongest fill. */
const STRONGEST = 0.55

/** A real table: names at left and on top, each cell as strongly coloured as its score is far from that of all. */
export function heatBlocks({ corner, columns, rows, foot }: HeatSlide): readonly Block[] {
  const longest = Math.max(...rows.map(({ name }) => widthOf(name)))
  const names = Math.min(3.4, Math.max(1.8, longest * 0.095))
  const column = (PAGE.width - names) / Math.max(1, columns.length)
  const height = Math.min(0.72, (PAGE.bottom - PAGE.top - HEAD) / Math.max(1, rows.length))
  const size = columns.length > 6 ? 11 : 13
  const head = (text: string, at: number): GridCell => ({
    runs: [{ text, size: 10, color: GREY, bold: true }],
    align: at === 0 ? 'left' : 'center',
    valign: 'bottom',
    margin: MARGIN,
  })
  return [
    {
      kind: 'grid',
      name: 'Heat map',
      x: PAGE.left,
      y: PAGE.top,
      columns: [names, ...columns.map(() => column)],
      rows: [
        { isHead: true, height: HEAD, rule: { color: GREY, width: 1 }, cells: [corner, ...columns].map(head) },
        ...rows.map(({ name, cells }): GridRow => ({
          isHead: false,
          height,
          rule: { color: PAPER, width: 1.5 },
          cells: [
            { runs: [{ text: name, size: Math.min(size, 12), color: INK }], align: 'left', valign: 'middle', margin: MARGIN },
            ...cells.map((cell): GridCell => ({
              runs: cellRuns(cell, size),
              align: 'center',
              valign: 'middle',
              margin: MARGIN,
              fill: fillOf(cell),
              ...(cell.ref === null ? {} : { ref: cell.ref }),
            })),
          ],
        })),
      ],
    },
    ...footBlock(foot),
  ]
}

const cellRuns = ({ score, answers, muted }: HeatCell, size: number): readonly Run[] => [
  { text: score, size, color: muted ? GREY : INK, ...(muted ? {} : { bold: true }) },
  { text: `  ${answers}`, size: 9, color: muted ? GREY : INK },
]

const fillOf = ({ heat }: HeatCell): Tint =>
  heat === null
    ? { color: LINE, strength: 0.35 }
    : { color: heat < 0 ? TONE_COLORS.detractors : TONE_COLORS.promoters, strength: Math.min(1, Math.abs(heat)) * STRONGEST }
