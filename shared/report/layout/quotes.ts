import { widthOf } from '../cut'
import type { QuotesSlide } from '../outline'
import type { Block } from './blocks'
import { footBlock } from './frame'
import { GREY, INK, PAGE, TONE_COLORS } from './look'

const [TOP, GUTTER] = [1.4, 0.5]

/** One column up to three quotes, two beyond; a bar in the group's colour beside the group's word. */
export function quotesBlocks({ quotes, foot }: QuotesSlide): readonly Block[] {
  const columns = quotes.length > 3 ? 2 : 1
  const rows = Math.max(1, Math.ceil(quotes.length / columns))
  const width = (PAGE.width - (columns - 1) * GUTTER) / columns
  const height = Math.min(2.4, (PAGE.bottom - TOP) / rows)
  const size = rows <= 2 || columns === 1 ? 15 : 13
  const blocks = quotes.flatMap(({ tone, head, text, source }, at): readonly Block[] => {
    const x = PAGE.left + (at % columns) * (width + GUTTER)
    const y = TOP + Math.floor(at / columns) * height
    const lines = Math.ceil(widthOf(text) / ((width * 72) / (size * 0.52)))
    const bar = Math.min(height - 0.2, 0.5 + (lines * size * 1.36) / 72)
    return [
      { kind: 'rect', box: { x, y: y + 0.03, w: 0.06, h: bar }, color: TONE_COLORS[tone] },
      {
        kind: 'text',
        box: { x: x + 0.2, y, w: width - 0.2, h: height - 0.2 },
        valign: 'top',
        align: 'left',
        paragraphs: [
          { runs: [{ text: head, size: 11, color: INK, bold: true }], after: 3 },
          { runs: [{ text, size, color: INK }], after: 3 },
          { runs: [{ text: source, size: 10, color: GREY }], after: 0 },
        ],
        place: null,
      },
    ]
  })
  return [...blocks, ...footBlock(foot)]
}
