import type { Chart } from '../outline'
import type { Color, Tint } from './look'

/** Inches from the top left corner of the slide. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Text of one look; sizes are points. */
export interface Run {
  readonly text: string
  readonly size: number
  readonly color: Color
  readonly bold?: boolean
  readonly italic?: boolean
  /** A coloured mark that repeats the word beside it. */
  readonly isSign?: boolean
}

export interface Paragraph {
  readonly runs: readonly Run[]
  /** Room below, in points. */
  readonly after: number
  /** The query that its numbers were counted from. */
  readonly ref?: string
}

export interface TextBlock {
  readonly kind: 'text'
  readonly box: Box
  readonly valign: 'top' | 'middle'
  readonly align: 'left' | 'right'
  readonly paragraphs: readonly Paragraph[]
  /** The placeholder of the master that holds it, which then gives box, size and colour. */
  readonly place: 'title' | 'body' | null
}

export interface GridCell {
  readonly runs: readonly Run[]
  readonly align: 'left' | 'right' | 'center'
  readonly valign: 'top' | 'middle' | 'bottom'
  /** Inches: top, right, bottom, left. */
  readonly margin: readonly [number, number, number, number]
  readonly fill?: Tint
  /** The query that its number was counted from. */
  readonly ref?: string
}

export interface GridRow {
  readonly isHead: boolean
  /** Inches; null: as high as its text. */
  readonly height: number | null
  /** The line below. */
  readonly rule: { readonly color: Color; readonly width: number }
  readonly cells: readonly GridCell[]
}

/** A real table. */
export interface GridBlock {
  readonly kind: 'grid'
  readonly name: string
  readonly x: number
  readonly y: number
  readonly columns: readonly number[]
  readonly rows: readonly GridRow[]
}

/** Where the plot lies inside its frame, as shares of it: it lines up with the table beside or below. */
export interface ChartFrame {
  readonly chart: Chart
  readonly plot: Box
  /** Bars lie and read from the top; columns stand. */
  readonly lying: boolean
  readonly axisLabels: boolean
  /** Room between bars in per cent of their width. */
  readonly gap: number
}

export interface ChartBlock {
  readonly kind: 'chart'
  readonly box: Box
  readonly frame: ChartFrame
}

export interface RectBlock {
  readonly kind: 'rect'
  readonly box: Box
  readonly color: Color
}

/** A level line; its width in points. */
export interface LineBlock {
  readonly kind: 'line'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly color: Color
  readonly width: number
}

/** A picture that says what its text says, such as a logo. */
export interface PictureBlock {
  readonly kind: 'picture'
  readonly box: Box
  readonly type: 'image/png' | 'image/jpeg'
  /** Base64. */
  readonly data: string
  readonly alt: string
}

export type Block = TextBlock | GridBlock | ChartBlock | RectBlock | LineBlock | PictureBlock

/** Paragraphs of one run each: the first as `first`, the others as `rest`. */
export const paragraphsOf = (
  lines: readonly string[],
  first: Omit<Run, 'text'>,
  rest: Omit<Run, 'text'> = first,
  after: { readonly first: number; readonly rest: number } = { first: 4, rest: 4 },
): readonly Paragraph[] =>
  lines.map((text, at) => ({
    runs: [{ ...(at === 0 ? first : rest), text }],
    after: at === 0 ? after.first : after.rest,
  }))

/** One line of text in a box of its own. */
export const lineOf = (
  text: string,
  box: Box,
  run: Omit<Run, 'text'>,
  align: TextBlock['align'] = 'left',
): TextBlock => ({
  kind: 'text',
  box,
  valign: 'middle',
  align,
  paragraphs: [{ runs: [{ ...run, text }], after: 0 }],
  place: null,
})
