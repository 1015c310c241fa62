import type { HeadlineSlide } from '../outline'
import { lineOf, paragraphsOf, type Block, type Paragraph } from './blocks'
import { ACCENT, GREY, INK, LINE, PAGE, TONE_COLORS } from './look'

const LEFT = 4.5
const RIGHT = PAGE.left + LEFT + 0.5
const WIDTH = PAGE.width - LEFT - 0.5

/** The score at left; the three groups and the change at right. */
export function headlineBlocks(slide: HeadlineSlide): readonly Block[] {
  const down = slide.change === null ? 0.5 : 0
  return [...scoreBlocks(slide, down), ...groupBlocks(slide, 1.6 + down), ...changeBlocks(slide)]
}

function scoreBlocks({ score }: HeadlineSlide, down: number): readonly Block[] {
  const { label, value, muted, lines } = score
  const top = 1.55 + down
  const figure: Block[] =
    value === null
      ? []
      : [
          lineOf(
            value,
            { x: PAGE.left, y: top + 0.4, w: LEFT, h: 1.75 },
            { size: 100, color: muted ? GREY : ACCENT, bold: true },
          ),
        ]
  return [
    lineOf(label, { x: PAGE.left, y: top, w: LEFT, h: 0.3 }, { size: 13, color: GREY }),
    ...figure,
    {
      kind: 'text',
      box: { x: PAGE.left, y: top + (value === null ? 0.4 : 2.35), w: LEFT, h: 2.2 },
      valign: 'top',
      align: 'left',
      paragraphs: paragraphsOf(lines, { size: 17, color: INK, bold: true }, { size: 13, color: GREY }),
      place: null,
    },
  ]
}

function groupBlocks({ groups, chart, change }: HeadlineSlide, top: number): readonly Block[] {
  const bar = chart === null ? 0 : change === null ? 1 : 0.5
  const column = WIDTH / Math.max(1, groups.length)
  const drawn: Block[] =
    chart === null
      ? []
      : [
          {
            kind: 'chart',
            box: { x: RIGHT, y: top, w: WIDTH, h: bar },
            frame: { chart, plot: { x: 0, y: 0, w: 1, h: 1 }, lying: true, axisLabels: false, gap: 0 },
          },
        ]
  return [
    ...drawn,
    ...groups.map(({ tone, name, share, count }, at): Block => ({
      kind: 'text',
      box: { x: RIGHT + at * column, y: top + bar + 0.1, w: column - 0.1, h: 1.3 },
      valign: 'top',
      align: 'left',
      paragraphs: [
        {
          runs: [
            { text: '■ ', size: 13, color: TONE_COLORS[tone], isSign: true },
            { text: name, size: 13, color: INK },
          ],
          after: 0,
        },
        { runs: [{ text: share, size: 28, color: INK, bold: true }], after: 0 },
        { runs: [{ text: count, size: 12, color: GREY }], after: 0 },
      ],
      place: null,
    })),
  ]
}

function changeBlocks({ change }: HeadlineSlide): readonly Block[] {
  if (change === null) return []
  const title: Paragraph = { runs: [{ text: change.title, size: 13, color: GREY }], after: 5 }
  const lines = paragraphsOf(
    change.lines,
    { size: 18, color: INK, bold: true },
    { size: 13, color: GREY },
    { first: 8, rest: 4 },
  )
  return [
    { kind: 'line', x: RIGHT, y: 3.78, w: WIDTH, color: LINE, width: 1 },
    {
      kind: 'text',
      box: { x: RIGHT, y: 3.95, w: WIDTH, h: 2.8 },
      valign: 'top',
      align: 'left',
      paragraphs: [title, ...lines],
      place: null,
    },
  ]
}
