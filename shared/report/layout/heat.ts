import { cut, widthOf } from '../cut'
import type { HeatCell, HeatSlide } from '../outline'
import type { Block, GridCell, GridRow, Run } from './blocks'
import { footBlock } from './frame'
import { GREY, heatTint, INK, LINE, PAGE, PAPER, TONE_COLORS, type Tint } from './look'

const HEAD = 0.52
const MARGIN = [0.02, 0.05, 0.02, 0.08] as const

/** A real table: names at left and on top, each cell as strongly coloured as its score is far from that of all. */
export function heatBlocks({ scale, corner, columns, rows, foot }: HeatSlide): readonly Block[] {
  const longest = Math.max(...rows.map(({ name }) => widthOf(name)))
  const names = Math.min(3.4, Math.max(1.8, longest * 0.1))
  const column = (PAGE.width - names) / Math.max(1, columns.length)
  const height = Math.min(0.95, (PAGE.bottom - PAGE.top - HEAD) / Math.max(1, rows.length))
  const size = columns.length > 6 ? 11 : 13
  // As many Latin letters as stand on two lines of a column's head.
  const room = Math.floor((2 * 72 * (column - 0.15)) / (10 * 0.58))
  const head = (text: string, at: number): GridCell => ({
    runs: [{ text: at === 0 ? text : cut(text, room), size: 10, color: GREY, bold: true }],
    align: at === 0 ? 'left' : 'center',
    valign: 'bottom',
    margin: MARGIN,
  })
  return [
    ...scaleBlocks(scale),
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

/** What the colours stand for, in the line over the table. */
const scaleBlocks = (scale: HeatSlide['scale']): readonly Block[] =>
  scale === null
    ? []
    : [
        {
          kind: 'text',
          box: { x: PAGE.left, y: PAGE.top - 0.4, w: PAGE.width, h: 0.3 },
          valign: 'middle',
          align: 'right',
          paragraphs: [
            {
              runs: [
                { text: '■ ', size: 11, color: TONE_COLORS.promoters, isSign: true },
                { text: `${scale.above}   `, size: 11, color: INK },
                { text: '■ ', size: 11, color: TONE_COLORS.detractors, isSign: true },
                { text: scale.below, size: 11, color: INK },
              ],
              after: 0,
            },
          ],
          place: null,
        },
      ]

const cellRuns = ({ score, answers, muted }: HeatCell, size: number): readonly Run[] => [
  { text: score, size, color: muted ? GREY : INK, ...(muted ? {} : { bold: true }) },
  { text: score === '' ? answers : `  ${answers}`, size: 10, color: muted ? GREY : INK },
]

const fillOf = ({ heat }: HeatCell): Tint =>
  heat === null ? { color: LINE, strength: 0.35 } : heatTint(heat)
