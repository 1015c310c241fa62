import type { ChartColors } from './chart-colors'
import { paintPicture, PICTURE_RATIO, type PictureWords } from './picture'

const HEAD = 24
const GAP = 24
const MOST_ACROSS = 2

/** A panel of a trend as it was drawn, under its name. */
export interface DrawnPanel {
  readonly title: string
  readonly canvas: HTMLCanvasElement
}

/** A picture of the panels of a trend, two beside each other. */
export function trendPicture(words: PictureWords, panels: readonly DrawnPanel[], colors: ChartColors): HTMLCanvasElement {
  const size = ({ canvas }: DrawnPanel): readonly [number, number] => [
    canvas.width / PICTURE_RATIO,
    canvas.height / PICTURE_RATIO,
  ]
  const across = Math.min(MOST_ACROSS, panels.length)
  const wide = Math.max(...panels.map((panel) => size(panel)[0]))
  const high = Math.max(...panels.map((panel) => size(panel)[1])) + HEAD
  const rows = Math.ceil(panels.length / across)
  const frame = { width: wide * across + GAP * (across - 1), height: high * rows + GAP * (rows - 1), colors }
  return paintPicture(words, frame, ({ context, write }) => {
    panels.forEach((panel, at) => {
      const left = (at % across) * (wide + GAP)
      const top = Math.floor(at / across) * (high + GAP)
      const [width, height] = size(panel)
      write(panel.title, left, top + HEAD / 2, { width: wide, weight: 600 })
      context.drawImage(panel.canvas, left, top + HEAD, width, height)
    })
  })
}
