import type { ChartColors } from './chart-colors'
import { write, type Drawing, type Picture, type PictureWords } from './picture'

const HEAD = 24
const GAP = 24
const MOST_ACROSS = 2

/** A panel of a trend as it was drawn, under its name. */
export interface DrawnPanel {
  readonly title: string
  readonly drawing: Drawing
}

/** A picture of the panels of a trend, two beside each other. */
export function trendPicture(words: PictureWords, panels: readonly DrawnPanel[], colors: ChartColors): Picture {
  const across = Math.min(MOST_ACROSS, panels.length)
  const wide = Math.max(...panels.map(({ drawing }) => drawing.width))
  const high = Math.max(...panels.map(({ drawing }) => drawing.height)) + HEAD
  const rows = Math.ceil(panels.length / across)
  return {
    ...words,
    width: wide * across + GAP * (across - 1),
    height: high * rows + GAP * (rows - 1),
    colors,
    paint: (pen) =>
      panels.forEach(({ title, drawing }, at) => {
        const left = (at % across) * (wide + GAP)
        const top = Math.floor(at / across) * (high + GAP)
        write(pen, title, left, top + HEAD / 2, { width: wide, weight: 600 })
        pen.drawing(drawing, left, top + HEAD)
      }),
  }
}
