import type { ChartColors } from './chart-colors'

/** Pixels of a picture to one CSS pixel: sharp on a slide. */
export const PICTURE_RATIO = 2

/** What stands above and below a chart in a picture of it: what it shows, and what must be known to read it. */
export interface PictureWords {
  readonly title: string
  readonly notes: readonly string[]
}

/** A chart that can give a picture of itself; null while there is nothing to see. */
export interface Pictured {
  readonly picture: (words: PictureWords) => HTMLCanvasElement | null
}

const MARGIN = 16
const TITLE = 32
const NOTE = 18

export interface Pen {
  readonly context: CanvasRenderingContext2D
  readonly colors: ChartColors
  /** Writes into a width, cut with an ellipsis where it is too long. */
  readonly write: (text: string, x: number, y: number, how: PenText) => void
  /** The same over several lines around a middle height, broken between words. */
  readonly wrap: (text: string, x: number, middle: number, lines: number, how: PenText) => void
}

interface PenText {
  readonly width: number
  readonly size?: number
  readonly weight?: number
  readonly color?: string
  readonly align?: CanvasTextAlign
}

function cut(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  const letters = [...text]
  let [from, to] = [0, letters.length]
  while (from < to) {
    const half = Math.ceil((from + to) / 2)
    if (context.measureText(`${letters.slice(0, half).join('')}…`).width <= width) from = half
    else to = half - 1
  }
  return `${letters.slice(0, from).join('').trimEnd()}…`
}

/** Breaks between words where the next would not fit; what is left after the last line stays on it. */
function broken(context: CanvasRenderingContext2D, text: string, width: number, lines: number): readonly string[] {
  const found: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = found.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    const fits = last !== undefined && (found.length === lines || context.measureText(longer).width <= width)
    if (fits) found[found.length - 1] = longer
    else found.push(word)
  }
  return found
}

const LINE = 1.3

/** Paints a chart `width` by `height` CSS pixels large between its title and its notes. `paint` starts at its top left. */
export function paintPicture(
  { title, notes }: PictureWords,
  { width, height, colors }: { readonly width: number; readonly height: number; readonly colors: ChartColors },
  paint: (pen: Pen) => void,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = (width + 2 * MARGIN) * PICTURE_RATIO
  canvas.height = (height + 2 * MARGIN + TITLE + NOTE * notes.length + (notes.length > 0 ? 8 : 0)) * PICTURE_RATIO
  const context = canvas.getContext('2d')
  if (!context) return canvas
  context.scale(PICTURE_RATIO, PICTURE_RATIO)
  context.fillStyle = colors.ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(MARGIN, MARGIN)
  const dip = ({ size = 14, weight = 400, color = colors.ink, align = 'left' }: PenText): number => {
    context.font = `${weight} ${size}px ${colors.font}`
    context.fillStyle = color
    context.textAlign = align
    context.textBaseline = 'middle'
    return size
  }
  const pen: Pen = {
    context,
    colors,
    write: (text, x, y, how) => {
      dip(how)
      context.fillText(cut(context, text, how.width), x, y)
    },
    wrap: (text, x, middle, most, how) => {
      const size = dip(how)
      const lines = broken(context, text, how.width, most)
      lines.forEach((line, at) => {
        const y = middle + (at - (lines.length - 1) / 2) * size * LINE
        context.fillText(cut(context, line, how.width), x, y)
      })
    },
  }
  pen.write(title, 0, 10, { width, size: 16, weight: 600 })
  notes.forEach((note, at) =>
    pen.write(note, 0, TITLE + height + 8 + NOTE * (at + 0.5), { width, size: 12, color: colors.text }),
  )
  context.translate(0, TITLE)
  paint(pen)
  return canvas
}
