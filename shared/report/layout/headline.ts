import { widthOf } from '../cut'
import type { HeadlineSlide, Statement } from '../outline'
import { lineOf, paragraphsOf, type Block, type Paragraph, type TextBlock } from './blocks'
import { ACCENT, GREY, INK, LINE, PAGE, TONE_COLORS } from './look'

const LEFT = 4.1
const RIGHT = PAGE.left + LEFT + 0.5
const WIDTH = PAGE.width - LEFT - 0.5

/** The score at left; at right the three groups, the change, what goes with the score and what to look into. */
export function headlineBlocks(slide: HeadlineSlide): readonly Block[] {
  if (slide.explained !== null || (slide.change !== null && slide.todo !== null)) return fullBlocks(slide)
  const down = slide.change === null ? 0.8 : 0
  return [...scoreBlocks(slide, down), ...groupBlocks(slide, 1.6 + down, slide.change === null ? 1 : 0.5), ...changeBlocks(slide, 3.78), ...(slide.todo === null ? [] : todoBlocks(5.2, slide.todo, 16))]
}

const TOP = 1.35
const CHANGE_TOP = TOP + 1.35

/** Words that somebody wrote may be longer than ours: then all of the page's are smaller. */
const SCALES = [1, 0.93, 0.86, 0.79, 0.72] as const
/** What is left over goes between the parts, up to so much at each. */
const SPREAD = 0.3

/** Everything on one page, from the surest to what to do about it. */
function fullBlocks(slide: HeadlineSlide): readonly Block[] {
  const { change, explained, todo } = slide
  const places = SCALES.map((scale) => placesOf(slide, scale))
  const { size, small, below, todoTop, end } = places.find((place) => place.end <= PAGE.footer) ?? places.at(-1)!
  const gap = Math.max(0, Math.min(SPREAD, (PAGE.bottom - end) / 3))
  return [
    ...scoreBlocks(slide, -0.2),
    ...groupBlocks(slide, TOP, 0.3),
    ...(change === null ? [] : sectionBlocks(CHANGE_TOP + gap, change.title, change.lines.map((text) => ({ text, ref: null })), size, 1)),
    ...(explained === null ? [] : sectionBlocks(below + (change === null ? gap : 2 * gap), explained.title, explained.statements, small, 0)),
    ...(todo === null ? [] : todoBlocks(Math.min(todoTop + 3 * gap, PAGE.footer - todoHeight(todo, size) - 0.07), todo, size)),
  ]
}

/** Where the parts below the groups begin, and where the last of them ends. */
function placesOf({ change, explained, todo }: HeadlineSlide, scale: number) {
  const [size, small] = [halves(14 * scale), halves(13.5 * scale)]
  const below = change === null ? CHANGE_TOP : CHANGE_TOP + 0.35 + heightOf(change.lines, size) + 0.12
  const todoTop = below + (explained === null ? 0 : 0.42 + heightOf(explained.statements.map(({ text }) => text), small) + 0.1)
  return { size, small, below, todoTop, end: todoTop + (todo === null ? 0 : todoHeight(todo, size) + 0.07) }
}

/** Sizes of letters come in half points. */
const halves = (size: number): number => Math.round(size * 2) / 2

const todoHeight = ({ statement }: NonNullable<HeadlineSlide['todo']>, size: number): number => 0.3 + heightOf([statement.text], size)

/** Inches that the lines take at the right, with room between them. */
const heightOf = (lines: readonly string[], size: number): number =>
  lines.reduce((sum, text) => sum + (linesOf(text, size, WIDTH) * size * 1.24 + 5) / 72, 0)

const linesOf = (text: string, size: number, width: number): number => Math.max(1, Math.ceil((widthOf(text) * size * 0.53) / (72 * width)))

/** A rule, a quiet heading and its lines; the first `strong` of them stand out. */
function sectionBlocks(top: number, title: string, statements: readonly Statement[], size: number, strong: number): readonly Block[] {
  return [
    { kind: 'line', x: RIGHT, y: top, w: WIDTH, color: LINE, width: 1 },
    {
      kind: 'text',
      box: { x: RIGHT, y: top + 0.08, w: WIDTH, h: Math.min(0.34 + heightOf(statements.map(({ text }) => text), size), PAGE.footer - top - 0.1) },
      valign: 'top',
      align: 'left',
      paragraphs: [
        { runs: [{ text: title, size: 11, color: GREY, bold: true }], after: 3 },
        ...statements.map(({ text, ref }, at): Paragraph => ({
          runs: [{ text, size, color: strong > 0 && at >= strong ? GREY : INK, ...(at < strong ? { bold: true } : {}) }],
          after: 4,
          ...(ref === null ? {} : { ref }),
        })),
      ],
      place: null,
    },
  ]
}

/** What to look into, set apart by a bar. */
function todoBlocks(top: number, todo: NonNullable<HeadlineSlide['todo']>, size: number): readonly Block[] {
  const { title, statement } = todo
  const height = todoHeight(todo, size)
  return [
    { kind: 'rect', box: { x: RIGHT, y: top + 0.06, w: 0.06, h: height - 0.02 }, color: ACCENT },
    {
      kind: 'text',
      box: { x: RIGHT + 0.2, y: top + 0.03, w: WIDTH - 0.2, h: height + 0.04 },
      valign: 'top',
      align: 'left',
      paragraphs: [
        { runs: [{ text: title, size: 11, color: GREY, bold: true }], after: 3 },
        { runs: [{ text: statement.text, size, color: INK, bold: true }], after: 0, ...(statement.ref === null ? {} : { ref: statement.ref }) },
      ],
      place: null,
    },
  ]
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
            { x: PAGE.left, y: top + 0.4, w: LEFT, h: 1.84 },
            { size: 100, color: muted ? GREY : ACCENT, bold: true },
          ),
        ].map((block) => withRef(block, score.ref))
  return [
    lineOf(label, { x: PAGE.left, y: top - 0.1, w: LEFT, h: 0.5 }, { size: 13, color: GREY }),
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

function groupBlocks({ groups, chart }: HeadlineSlide, top: number, thick: number): readonly Block[] {
  const bar = chart === null ? 0 : thick
  const figure = thick < 0.5 ? 20 : 28
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
      box: { x: RIGHT + at * column, y: top + bar + 0.1, w: column - 0.1, h: thick < 0.5 ? 0.92 : 1.3 },
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
        { runs: [{ text: share, size: figure, color: INK, bold: true }], after: 0 },
        { runs: [{ text: count, size: 12, color: GREY }], after: 0 },
      ],
      place: null,
    })),
  ]
}

/** The text with the query that its number was counted from. */
const withRef = (block: TextBlock, ref: string | null): TextBlock =>
  ref === null ? block : { ...block, paragraphs: block.paragraphs.map((paragraph) => ({ ...paragraph, ref })) }

function changeBlocks({ change }: HeadlineSlide, top: number): readonly Block[] {
  if (change === null) return []
  const title: Paragraph = { runs: [{ text: change.title, size: 13, color: GREY }], after: 5 }
  const lines = paragraphsOf(
    change.lines,
    { size: 18, color: INK, bold: true },
    { size: 13, color: GREY },
    { first: 8, rest: 4 },
  )
  return [
    { kind: 'line', x: RIGHT, y: top, w: WIDTH, color: LINE, width: 1 },
    {
      kind: 'text',
      box: { x: RIGHT, y: top + 0.17, w: WIDTH, h: 2.8 },
      valign: 'top',
      align: 'left',
      paragraphs: [title, ...lines],
      place: null,
    },
  ]
}
