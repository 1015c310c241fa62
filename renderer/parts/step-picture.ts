import type { ChartColors } from './chart-colors'
import type { Picture, PictureWords } from './picture'
import type { WhiskerAxis } from './row-axis'
import { ROW, rowPicture } from './row-picture'
import type { StepMark } from './step-rows'

const BAR = 18
const DOT = 6
const LEAST = 2

/** A picture of a waterfall. */
export const stepPicture = (
  words: PictureWords,
  { marks, axis, formatTick }: { readonly marks: readonly StepMark[]; readonly axis: WhiskerAxis; readonly formatTick: (value: number) => string },
  colors: ChartColors,
): Picture =>
  rowPicture(
    words,
    { rows: marks.map((mark) => ({ ...mark, detail: '', quiet: false })), axis, formatTick, colors },
    (pen, { kind, from, to }, place, middle, at) => {
      const color = { level: colors.muted, up: colors.good, down: colors.bad }[kind]
      const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))]
      if (kind === 'level') pen.circle(place(to), middle, DOT, color)
      else pen.rect({ x: left, y: middle - BAR / 2, width: Math.max(LEAST, right - left), height: BAR }, color)
      if (at + 1 < marks.length) pen.line(place(to), middle + BAR / 2, place(to), middle + ROW - BAR / 2, { color: colors.muted, dash: [2, 2] })
    },
  )
