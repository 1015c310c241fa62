import type { ChartColors } from './chart-colors'
import type { Picture, PictureWords } from './picture'
import { rowPicture } from './row-picture'
import { wideEnough, type SharePart, type ShareRow } from './share-rows'

const BAR = 22
const WHOLE = { low: 0, high: 100, ticks: [0, 25, 50, 75, 100] }

const toneColor = (tone: SharePart['tone'], { good, passive, bad }: ChartColors): string =>
  ({ promoters: good, passives: passive, detractors: bad })[tone]

/** A picture of bars cut in parts, each as long as its share of the whole. */
export const sharePicture = (
  words: PictureWords,
  { rows, formatTick }: { readonly rows: readonly ShareRow[]; readonly formatTick: (percent: number) => string },
  colors: ChartColors,
): Picture =>
  rowPicture(
    words,
    { rows: rows.map((row) => ({ ...row, value: '', detail: '', quiet: false })), axis: WHOLE, formatTick, colors },
    (pen, { parts }, place, middle) => {
      const all = parts.reduce((sum, { n }) => sum + n, 0)
      let before = 0
      for (const { n, tone, label } of parts) {
        const [left, right] = [place((100 * before) / all), place((100 * (before + n)) / all)]
        before += n
        if (n === 0) continue
        pen.rect({ x: left, y: middle - BAR / 2, width: right - left, height: BAR }, toneColor(tone, colors))
        pen.line(left, middle - BAR / 2, left, middle + BAR / 2, { color: colors.ground, width: 1 })
        const ink = tone === 'passives' ? colors.ink : colors.ground
        if (wideEnough(n, all)) pen.text(label, (left + right) / 2, middle, { size: 12, weight: 600, color: ink, align: 'center' })
      }
    },
  )
