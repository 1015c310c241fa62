import type { ChartColors } from './chart-colors'
import type { IntervalMark } from './interval-chart'
import { AXIS_HEIGHT } from './interval-option'
import { paintPicture, PICTURE_RATIO, type PictureWords } from './picture'

const LABEL = 260
const VALUE = 120

/** A picture of an interval chart: its drawing between the names and the values of its rows. */
export function intervalPicture(
  words: PictureWords,
  marks: readonly IntervalMark[],
  drawing: HTMLCanvasElement,
  colors: ChartColors,
): HTMLCanvasElement {
  const [drawnWidth, height] = [drawing.width / PICTURE_RATIO, drawing.height / PICTURE_RATIO]
  const width = LABEL + drawnWidth + VALUE
  const rowHeight = (height - AXIS_HEIGHT) / marks.length
  return paintPicture(words, { width, height, colors }, ({ context, write }) => {
    marks.forEach(({ label, base, warning, score, interval, verdict }, row) => {
      const top = AXIS_HEIGHT + rowHeight * row
      const middle = top + rowHeight / 2
      context.fillStyle = colors.grid
      context.fillRect(0, top, width, 1)
      const color = warning ? colors.text : colors.ink
      write(label, 0, middle - 7, { width: LABEL - 12, weight: 500, color })
      const under = warning ? `${base} · ${warning}` : base
      write(under, 0, middle + 9, { width: LABEL - 12, size: 12, color: colors.text })
      const end = { width: VALUE - 8, align: 'right' } as const
      write(`${verdict ? `${verdict.sign} ` : ''}${score ?? '–'}`, width, middle - 7, { ...end, weight: 600, color })
      write(interval ?? '', width, middle + 9, { ...end, size: 12, color: colors.text })
    })
    context.drawImage(drawing, LABEL, 0, drawnWidth, height)
  })
}
