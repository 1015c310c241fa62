import type { MethodSlide } from '../outline'
import { GREY, INK, LINE, PAGE } from './look'
import type { Canvas } from './canvas'
import { clean, placeFoot } from './canvas'
import { placeTable } from './table'

const NONE = { type: 'none' } as const
const RULE = { type: 'solid', pt: 0.5, color: LINE } as const

/** Definitions at left, the source files at right. */
export function placeMethod(canvas: Canvas, slide: MethodSlide): void {
  const { lang } = canvas
  const rows = slide.facts.map(({ label, text }) =>
    [label, text].map((cell, at) => ({
      text: clean(cell),
      options: {
        fontSize: 11.5,
        bold: at === 0,
        color: at === 0 ? GREY : INK,
        valign: 'top' as const,
        margin: [0.05, 0.08, 0.05, 0] as [number, number, number, number],
        border: [NONE, NONE, RULE, NONE] as [typeof NONE, typeof NONE, typeof RULE, typeof NONE],
        lang,
      },
    })),
  )
  canvas.slide.addTable(rows, { x: PAGE.left, y: 1.4, w: 5.85, colW: [1.1, 4.75], objectName: 'Method' })
  if (slide.table.rows.length > 0)
    placeTable(canvas, slide.table, {
      x: PAGE.left + 6.15,
      y: 1.4,
      columns: [1.1, 1.5, 0.85, 0.75, 0.95, 0.83],
      headHeight: 0.4,
      rowHeight: 0.32,
      fontSize: 10,
      name: 'Source files',
    })
  placeFoot(canvas, slide.foot)
}
