import type { ChartColors } from './chart-colors'
import { wrap, write, type Picture, type PictureWords } from './picture'

const LABEL = 200
const CELL = 136
const ROW = 44
const STRONGEST = 0.5

export interface GridCell {
  readonly value: string
  readonly detail: string
  readonly tone: 'good' | 'bad' | 'none'
  /** How strong the colour is, 0 to 1. */
  readonly strength: number
}

/** A picture of a table of counts: rows, columns, and what stands where they meet. */
export function gridPicture(
  words: PictureWords,
  { corner, columns, rows }: {
    readonly corner: string
    readonly columns: readonly string[]
    readonly rows: readonly { readonly label: string; readonly cells: readonly GridCell[] }[]
  },
  colors: ChartColors,
): Picture {
  const width = LABEL + CELL * columns.length
  return {
    ...words,
    width,
    height: ROW * (rows.length + 1),
    colors,
    paint: (pen) => {
      write(pen, corner, 0, ROW / 2, { width: LABEL - 12, size: 12, color: colors.text })
      columns.forEach((column, at) =>
        wrap(pen, column, LABEL + CELL * (at + 0.5), ROW / 2, 2, { width: CELL - 8, size: 12, weight: 600, align: 'center' }),
      )
      rows.forEach(({ label, cells }, down) => {
        const top = ROW * (down + 1)
        pen.rect({ x: 0, y: top, width, height: 1 }, colors.grid)
        wrap(pen, label, 0, top + ROW / 2, 2, { width: LABEL - 12, weight: 500 })
        cells.forEach(({ value, detail, tone, strength }, across) => {
          const left = LABEL + CELL * across
          if (tone !== 'none') pen.rect({ x: left, y: top + 1, width: CELL - 2, height: ROW - 2 }, colors[tone], strength * STRONGEST)
          const middle = left + CELL / 2
          write(pen, value, middle, top + ROW / 2 - (detail === '' ? 0 : 8), { width: CELL - 8, weight: 600, align: 'center' })
          write(pen, detail, middle, top + ROW / 2 + 9, { width: CELL - 8, size: 12, color: colors.text, align: 'center' })
        })
      })
    },
  }
}
