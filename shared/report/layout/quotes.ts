import { widthOf } from '../cut'
import type { OutlineQuote, QuotesSlide } from '../outline'
import type { Block } from './blocks'
import { footBlock } from './frame'
import { GREY, INK, PAGE, TONE_COLORS } from './look'

const [TOP, GUTTER, BAR] = [1.4, 0.5, 0.2]
/** Sizes of the quoted words, the first that fits. Few quotes are set larger, so that the page is used. */
const [FEW, MANY] = [
  [22, 20, 18, 16, 15, 14, 13, 12, 11],
  [16, 15, 14, 13, 12, 11],
] as const
/** Of the size of the letters: how wide one is on average, and how high a line. */
const [LETTER, LEADING] = [0.54, 1.36]
const SMALL = { head: 12, source: 10.5 } as const
const [LEAST_GAP, MOST_GAP] = [0.16, 0.6]

/** One column up to three quotes, two beyond; a bar in the group's colour beside the group's word. */
export function quotesBlocks({ quotes, foot }: QuotesSlide): readonly Block[] {
  const columns = quotes.length > 3 ? 2 : 1
  const rows = Array.from({ length: Math.ceil(quotes.length / columns) }, (_, row) => quotes.slice(row * columns, (row + 1) * columns))
  const width = (PAGE.width - (columns - 1) * GUTTER) / columns
  const sizes = columns === 1 ? FEW : MANY
  const room = PAGE.bottom - TOP
  const heightsAt = (size: number): readonly number[] => rows.map((row) => Math.max(...row.map((quote) => heightOf(quote, size, width - BAR))))
  const total = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0)
  const gaps = Math.max(1, rows.length - 1)
  const size = sizes.find((each) => total(heightsAt(each)) + gaps * LEAST_GAP <= room) ?? sizes.at(-1)!
  const wanted = heightsAt(size)
  const gap = Math.max(0, Math.min(MOST_GAP, (room - total(wanted)) / gaps))
  const shrunk = Math.min(1, room / Math.max(total(wanted), 1e-9))
  const blocks = rows.flatMap((row, at) => {
    const y = TOP + (total(wanted.slice(0, at)) + at * gap) * shrunk
    return row.flatMap((quote, column) => cardBlocks(quote, size, { x: PAGE.left + column * (width + GUTTER), y, w: width, h: (wanted[at] ?? 0) * shrunk }))
  })
  return [...blocks, ...footBlock(foot)]
}

/** Inches that head, words and source of a quote take. */
function heightOf({ head, text, source }: OutlineQuote, size: number, width: number): number {
  const line = (words: string, letters: number): number => Math.max(1, Math.ceil((widthOf(words) * letters * LETTER) / (72 * width))) * letters * LEADING
  return (line(head, SMALL.head) + line(text, size) + line(source, SMALL.source) + 7) / 72 + 0.05
}

function cardBlocks({ tone, head, text, source }: OutlineQuote, size: number, { x, y, w, h }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }): readonly Block[] {
  return [
    { kind: 'rect', box: { x, y: y + 0.03, w: 0.06, h: h - 0.06 }, color: TONE_COLORS[tone] },
    {
      kind: 'text',
      box: { x: x + BAR, y, w: w - BAR, h },
      valign: 'top',
      align: 'left',
      paragraphs: [
        { runs: [{ text: head, size: SMALL.head, color: INK, bold: true }], after: 3 },
        { runs: [{ text, size, color: INK }], after: 3 },
        { runs: [{ text: source, size: SMALL.source, color: GREY }], after: 0 },
      ],
      place: null,
    },
  ]
}
