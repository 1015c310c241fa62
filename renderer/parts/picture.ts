import type { ChartColors } from './chart-colors'

/** What stands above and below a chart in a picture of it: what it shows, and what must be known to read it. */
export interface PictureWords {
  readonly title: string
  readonly notes: readonly string[]
}

/** A picture as it is to be painted, by whichever pen: pixels on a canvas, or lines of an SVG. */
export interface Picture extends PictureWords {
  /** Of the chart without what stands around it, in CSS pixels. */
  readonly width: number
  readonly height: number
  readonly colors: ChartColors
  /** Paints the chart from its top left corner. */
  readonly paint: (pen: Pen) => void
}

/** A chart that can give a picture of itself; null while there is nothing to see. */
export interface Pictured {
  readonly picture: (words: PictureWords) => Picture | null
}

/** What another library has drawn, as it can be put into a picture. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly canvas: () => HTMLCanvasElement
  /** A whole SVG document. */
  readonly svg: () => string
}

export interface Font {
  readonly size?: number
  readonly weight?: number
}

export interface PenText extends Font {
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
}

export interface Stroke {
  readonly color: string
  readonly width?: number
  readonly dash?: readonly number[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Pen {
  readonly colors: ChartColors
  /** How wide a text becomes. */
  readonly measure: (text: string, font: Font) => number
  /** Writes a line of text around a middle height. */
  readonly text: (text: string, x: number, y: number, how: PenText) => void
  readonly rect: (box: Box, color: string, opacity?: number) => void
  readonly line: (x1: number, y1: number, x2: number, y2: number, stroke: Stroke) => void
  readonly circle: (x: number, y: number, radius: number, fill: string, stroke?: Stroke) => void
  readonly polygon: (corners: readonly (readonly [x: number, y: number])[], fill: string, stroke: Stroke) => void
  readonly drawing: (drawing: Drawing, x: number, y: number) => void
  /** Paints from another corner. */
  readonly within: (x: number, y: number, paint: () => void) => void
}

export const TEXT_SIZE = 14
export const TEXT_WEIGHT = 400

const MARGIN = 16
const TITLE = 32
const NOTE = 18
const NOTE_SIZE = 12
const NOTE_LINES = 3
const LINE = 1.3
/** Of the width: where the font is not there another one is a little wider. */
const NOTE_WIDTH = 0.9

type Measure = Pen['measure']

function cut(measure: Measure, text: string, width: number, font: Font): string {
  if (measure(text, font) <= width) return text
  const letters = [...text]
  let [from, to] = [0, letters.length]
  while (from < to) {
    const half = Math.ceil((from + to) / 2)
    if (measure(`${letters.slice(0, half).join('')}…`, font) <= width) from = half
    else to = half - 1
  }
  return `${letters.slice(0, from).join('').trimEnd()}…`
}

/** Breaks between words where the next would not fit; what is left after the last line stays on it. */
function broken(measure: Measure, text: string, width: number, lines: number, font: Font): readonly string[] {
  const found: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = found.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    const fits = last !== undefined && (found.length === lines || measure(longer, font) <= width)
    if (fits) found[found.length - 1] = longer
    else found.push(word)
  }
  return found
}

/** Writes into a width, cut with an ellipsis where it is too long. */
export function write(pen: Pen, text: string, x: number, y: number, how: PenText & { readonly width: number }): void {
  if (text !== '') pen.text(cut(pen.measure, text, how.width, how), x, y, how)
}

/** The same over several lines around a middle height, broken between words. */
export function wrap(pen: Pen, text: string, x: number, middle: number, most: number, how: PenText & { readonly width: number }): void {
  const lines = broken(pen.measure, text, how.width, most, how)
  const step = (how.size ?? TEXT_SIZE) * LINE
  lines.forEach((line, at) => write(pen, line, x, middle + (at - (lines.length - 1) / 2) * step, how))
}

/** A picture with its margins, title and notes: how large it becomes, and how all of it is painted. */
export function framed(picture: Picture, measure: Measure): Pick<Picture, 'width' | 'height' | 'paint'> {
  const { title, notes, width, height, colors } = picture
  const small = { size: NOTE_SIZE }
  const lines = notes.flatMap((note) => broken(measure, note, width * NOTE_WIDTH, NOTE_LINES, small))
  const below = lines.length === 0 ? 0 : NOTE * lines.length + 8
  const whole = { x: 0, y: 0, width: width + 2 * MARGIN, height: height + 2 * MARGIN + TITLE + below }
  const paint = (pen: Pen): void => {
    pen.rect(whole, colors.ground)
    pen.within(MARGIN, MARGIN, () => {
      write(pen, title, 0, 10, { width, size: 16, weight: 600 })
      pen.within(0, TITLE, () => picture.paint(pen))
      lines.forEach((line, at) => write(pen, line, 0, TITLE + height + 8 + NOTE * (at + 0.5), { width, ...small, color: colors.text }))
    })
  }
  return { width: whole.width, height: whole.height, paint }
}
