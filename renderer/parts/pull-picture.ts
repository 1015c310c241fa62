import type { ChartColors } from './chart-colors'
import type { Pen, Picture, PictureWords } from './picture'
import type { PullEstimate, PullGroup, PullMark } from './pull-rows'
import type { WhiskerAxis } from './row-axis'
import { rowPicture, type PaintedRow } from './row-picture'

const CAP = 4
const DOT = 5
const DIAMOND = 4.5
/** How far the two estimates of a row lie from its middle. */
const APART = 7

interface Row extends PaintedRow {
  /** Null: the title of a group. */
  readonly mark: PullMark | null
}

const titleOf = (title: string): Row => ({ label: title, note: '', value: '', detail: '', quiet: false, isTitle: true, mark: null })

const rowOf = (mark: PullMark): Row => ({
  label: mark.label,
  note: mark.note,
  value: `${mark.value} ${mark.detail}`,
  detail: mark.warning === null ? mark.adjustedText : `${mark.adjustedText} · ! ${mark.warning}`,
  quiet: mark.isLow,
  mark,
})

/** A picture of rows with two estimates each, by groups. */
export const pullPicture = (
  words: PictureWords,
  { groups, axis, formatTick }: { readonly groups: readonly PullGroup[]; readonly axis: WhiskerAxis; readonly formatTick: (value: number) => string },
  colors: ChartColors,
): Picture =>
  rowPicture(
    words,
    { rows: groups.flatMap(({ title, marks }) => (marks.length === 0 ? [] : [titleOf(title), ...marks.map(rowOf)])), axis, formatTick, colors },
    (pen, { mark }, place, middle) => {
      if (!mark) return
      paintPlain(pen, mark, place, mark.adjusted ? middle - APART : middle)
      if (mark.adjusted) paintAdjusted(pen, mark.adjusted, place, middle + APART)
    },
  )

function paintPlain(pen: Pen, { plain, tone, isLow }: PullMark, place: (value: number) => number, y: number): void {
  const { colors } = pen
  const stroke = { color: { up: colors.good, down: colors.bad, noise: colors.muted }[tone], width: 1.5 }
  pen.line(place(plain.low), y, place(plain.high), y, stroke)
  for (const end of [plain.low, plain.high]) pen.line(place(end), y - CAP, place(end), y + CAP, stroke)
  const isHollow = tone === 'noise' || isLow
  pen.circle(place(plain.middle), y, DOT, isHollow ? colors.ground : stroke.color, isHollow ? stroke : { color: colors.ground })
}

function paintAdjusted(pen: Pen, { middle, low, high }: PullEstimate, place: (value: number) => number, y: number): void {
  const { colors } = pen
  const x = place(middle)
  pen.line(place(low), y, place(high), y, { color: colors.muted })
  const corners = [[0, -DIAMOND], [DIAMOND, 0], [0, DIAMOND], [-DIAMOND, 0]] as const
  pen.polygon(corners.map(([right, down]) => [x + right, y + down] as const), colors.ground, { color: colors.muted, width: 1.5 })
}
