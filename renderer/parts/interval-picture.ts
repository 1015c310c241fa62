import type { ChartColors } from './chart-colors'
import type { IntervalMark } from './interval-chart'
import { AXIS_HEIGHT } from './interval-option'
import { write, type Drawing, type Picture, type PictureWords } from './picture'

const LABEL = 260
const VALUE = 120

/** A picture of an interval chart: its drawing between the names and the values of its rows. */
export function intervalPicture(words: PictureWords, marks: readonly IntervalMark[], drawing: Drawing, colors: ChartColors): Picture {
  const { height } = drawing
  const width = LABEL + drawing.width + VALUE
  const rowHeight = (height - AXIS_HEIGHT) / marks.length
  return {
    ...words,
    width,
    height,
    colors,
    paint: (pen) => {
      marks.forEach(({ label, base, warning, score, interval, verdict }, row) => {
        const top = AXIS_HEIGHT + rowHeight * row
        const middle = top + rowHeight / 2
        pen.rect({ x: 0, y: top, width, height: 1 }, colors.grid)
        const color = warning ? colors.text : colors.ink
        write(pen, label, 0, middle - 7, { width: LABEL - 12, weight: 500, color })
        const under = warning ? `${base} · ${warning}` : base
        write(pen, under, 0, middle + 9, { width: LABEL - 12, size: 12, color: colors.text })
        const end = { width: VALUE - 8, align: 'right' } as const
        write(pen, `${verdict ? `${verdict.sign} ` : ''}${score ?? '–'}`, width, middle - 7, { ...end, weight: 600, color })
        write(pen, interval ?? '', width, middle + 9, { ...end, size: 12, color: colors.text })
      })
      pen.drawing(drawing, LABEL, 0)
    },
  }
}
