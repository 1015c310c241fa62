import type { HeadlineSlide } from '../outline'
import { ACCENT, GREY, INK, LINE, PAGE, TONE_COLORS } from './look'
import type { Canvas } from './canvas'
import { clean, placeChart } from './canvas'

const LEFT = 4.5
const RIGHT = PAGE.left + LEFT + 0.5
const WIDTH = PAGE.width - LEFT - 0.5
const FLUSH = { margin: 0, align: 'left' } as const

/** The score at left; the three groups and the change at right. */
export function placeHeadline(canvas: Canvas, slide: HeadlineSlide): void {
  const { score, groups, chart, change } = slide
  const { lang } = canvas
  const down = change === null ? 0.5 : 0
  canvas.slide.addText(clean(score.label), {
    x: PAGE.left,
    y: 1.55 + down,
    w: LEFT,
    h: 0.3,
    ...FLUSH,
    fontSize: 13,
    color: GREY,
    valign: 'middle',
    lang,
  })
  if (score.value !== null) {
    const color = score.muted ? GREY : ACCENT
    canvas.slide.addText(clean(score.value), {
      x: PAGE.left,
      y: 1.95 + down,
      w: LEFT,
      h: 1.75,
      ...FLUSH,
      fontSize: 100,
      bold: true,
      color,
      valign: 'middle',
      lang,
    })
  }
  canvas.slide.addText(
    score.lines.map((line, at) => ({
      text: clean(line),
      options: {
        breakLine: true,
        fontSize: at === 0 ? 17 : 13,
        bold: at === 0,
        color: at === 0 ? INK : GREY,
        paraSpaceAfter: 4,
        lang,
      },
    })),
    { x: PAGE.left, y: (score.value === null ? 1.95 : 3.9) + down, w: LEFT, h: 2.2, ...FLUSH, valign: 'top' },
  )
  const top = 1.6 + down
  const bar = chart === null ? 0 : change === null ? 1 : 0.5
  if (chart !== null) {
    placeChart(
      canvas,
      chart,
      { x: RIGHT, y: top, w: WIDTH, h: bar },
      {
        plot: { x: 0, y: 0, w: 1, h: 1 },
        lying: true,
        axisLabels: false,
        gap: 0,
      },
    )
  }
  const column = WIDTH / Math.max(1, groups.length)
  groups.forEach(({ tone, name, share, count }, at) => {
    canvas.slide.addText(
      [
        { text: '■ ', options: { fontSize: 13, color: TONE_COLORS[tone], lang } },
        { text: clean(name), options: { fontSize: 13, color: INK, breakLine: true, lang } },
        { text: clean(share), options: { fontSize: 28, bold: true, color: INK, breakLine: true, lang } },
        { text: clean(count), options: { fontSize: 12, color: GREY, lang } },
      ],
      { x: RIGHT + at * column, y: top + bar + 0.1, w: column - 0.1, h: 1.3, ...FLUSH, valign: 'top' },
    )
  })
  if (change === null) return
  canvas.slide.addShape('line', { x: RIGHT, y: 3.78, w: WIDTH, h: 0, line: { color: LINE, width: 1 } })
  canvas.slide.addText(
    [
      { text: clean(change.title), options: { fontSize: 13, color: GREY, breakLine: true, paraSpaceAfter: 5, lang } },
      ...change.lines.map((line, at) => ({
        text: clean(line),
        options: {
          fontSize: at === 0 ? 18 : 13,
          bold: at === 0,
          color: at === 0 ? INK : GREY,
          breakLine: true,
          paraSpaceAfter: at === 0 ? 8 : 4,
          lang,
        },
      })),
    ],
    { x: RIGHT, y: 3.95, w: WIDTH, h: 2.8, ...FLUSH, valign: 'top' },
  )
}
