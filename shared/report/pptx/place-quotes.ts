import { widthOf } from '../cut'
import type { QuotesSlide } from '../outline'
import { GREY, INK, PAGE, TONE_COLORS } from './look'
import type { Canvas } from './canvas'
import { clean, placeFoot } from './canvas'

const [TOP, GUTTER] = [1.4, 0.5]

/** One column up to three quotes, two beyond; a bar in the group's colour beside the group's word. */
export function placeQuotes(canvas: Canvas, slide: QuotesSlide): void {
  const { quotes } = slide
  const columns = quotes.length > 3 ? 2 : 1
  const rows = Math.max(1, Math.ceil(quotes.length / columns))
  const width = (PAGE.width - (columns - 1) * GUTTER) / columns
  const height = Math.min(2.4, (PAGE.bottom - TOP) / rows)
  const fontSize = rows <= 2 || columns === 1 ? 15 : 13
  quotes.forEach(({ tone, head, text, source }, at) => {
    const x = PAGE.left + (at % columns) * (width + GUTTER)
    const y = TOP + Math.floor(at / columns) * height
    const { lang } = canvas
    const lines = Math.ceil(widthOf(text) / ((width * 72) / (fontSize * 0.52)))
    const bar = Math.min(height - 0.2, 0.5 + (lines * fontSize * 1.36) / 72)
    canvas.slide.addShape('rect', { x, y: y + 0.03, w: 0.06, h: bar, fill: { color: TONE_COLORS[tone] } })
    canvas.slide.addText(
      [
        {
          text: clean(head),
          options: { fontSize: 11, bold: true, color: INK, breakLine: true, paraSpaceAfter: 3, lang },
        },
        { text: clean(text), options: { fontSize, color: INK, breakLine: true, paraSpaceAfter: 3, lang } },
        { text: clean(source), options: { fontSize: 10, color: GREY, lang } },
      ],
      { x: x + 0.2, y, w: width - 0.2, h: height - 0.2, margin: 0, align: 'left', valign: 'top' },
    )
  })
  placeFoot(canvas, slide.foot)
}
