import type { ChartColors } from './chart-colors'
import { write, type Pen, type Picture, type PictureWords } from './picture'
import { placeOn, type WhiskerAxis } from './row-axis'

const LABEL = 240
const PLOT = 480
const VALUE = 200
const GAP = 20
const AXIS = 28
export const ROW = 40

/** What stands around the plot of a row. */
export interface PaintedRow {
  readonly label: string
  readonly note: string
  readonly value: string
  readonly detail: string
  readonly quiet: boolean
  /** The name of the rows that follow: as wide as there is room, and nothing else. */
  readonly isTitle?: boolean
}

/** A picture of rows that share an axis. `paintRow` gets the place of a value, and the middle height of its row. */
export function rowPicture<Row extends PaintedRow>(
  words: PictureWords,
  { rows, axis, formatTick, colors }: {
    readonly rows: readonly Row[]
    readonly axis: WhiskerAxis
    readonly formatTick: (value: number) => string
    readonly colors: ChartColors
  },
  paintRow: (pen: Pen, row: Row, place: (value: number) => number, middle: number, at: number) => void,
): Picture {
  const plot = LABEL + GAP
  const width = plot + PLOT + GAP + VALUE
  const height = AXIS + ROW * rows.length
  const place = (value: number): number => plot + (PLOT * placeOn(axis, value)) / 100
  const paint = (pen: Pen): void => {
    for (const tick of axis.ticks) {
      const x = place(tick)
      pen.text(formatTick(tick), x, AXIS / 2, { size: 12, color: colors.text, align: 'center' })
      pen.line(x, AXIS, x, height, { color: tick === 0 ? colors.faded : colors.grid })
    }
    rows.forEach((row, at) => {
      const top = AXIS + ROW * at
      const middle = top + ROW / 2
      pen.rect({ x: 0, y: top, width, height: 1 }, colors.grid)
      if (row.isTitle) return write(pen, row.label, 0, middle, { width, weight: 600, size: 13 })
      const color = row.quiet ? colors.text : colors.ink
      const [first, second] = [middle - 8, middle + 9]
      write(pen, row.label, 0, row.note === '' ? middle : first, { width: LABEL, weight: 500, color })
      write(pen, row.note, 0, second, { width: LABEL, size: 12, color: colors.text })
      const end = { width: VALUE, align: 'right' } as const
      write(pen, row.value, width, row.detail === '' ? middle : first, { ...end, weight: 600, color })
      write(pen, row.detail, width, second, { ...end, size: 12, color: colors.text })
      paintRow(pen, row, place, middle, at)
    })
  }
  return { ...words, width, height, colors, paint }
}
