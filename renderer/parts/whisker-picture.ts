import type { ChartColors } from './chart-colors'
import type { Picture, PictureWords } from './picture'
import type { WhiskerAxis } from './row-axis'
import { rowPicture } from './row-picture'
import type { WhiskerMark, WhiskerTone } from './whisker-rows'

const CAP = 5

const toneColor = (tone: WhiskerTone, colors: ChartColors): string =>
  ({ score: colors.mark, up: colors.good, down: colors.bad, noise: colors.muted })[tone]

/** A picture of dots on their intervals. */
export const whiskerPicture = (
  words: PictureWords,
  { marks, axis, formatTick }: { readonly marks: readonly WhiskerMark[]; readonly axis: WhiskerAxis; readonly formatTick: (value: number) => string },
  colors: ChartColors,
): Picture =>
  rowPicture(
    words,
    {
      rows: marks.map((mark) => ({ ...mark, note: mark.warning === null ? mark.note : `${mark.note} · ${mark.warning}`, quiet: mark.warning !== null })),
      axis,
      formatTick,
      colors,
    },
    (pen, { low, middle: value, high, tone, quiet }, place, y) => {
      const stroke = { color: toneColor(tone, colors), width: 1.5 }
      pen.line(place(low), y, place(high), y, stroke)
      for (const end of [low, high]) pen.line(place(end), y - CAP, place(end), y + CAP, stroke)
      const isHollow = tone === 'noise' || quiet
      pen.circle(place(value), y, CAP, isHollow ? colors.ground : stroke.color, isHollow ? stroke : { color: colors.ground })
    },
  )
