import { assertNever } from '../../base/assert'
import { signed } from '../../nps/round'
import { cut, widthOf } from '../cut'
import type { Chart } from '../outline'
import { markColor, sceneOf, sceneShapes, tickText, type Scene, type Shape, type WordShape } from './chart-shapes'
import { GREY, INK, PAPER, TONE_COLORS } from './look'

/** A chart that stands by itself: with the names of its categories, a key and its values. Sizes are points. */
export interface ChartPicture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

const SIZE = 10
/** Of the size of the letters: how wide one is on average. */
const LETTER = 0.56
const KEY_HEIGHT = 22
/** From a line of a name to the next. */
const LINE = 12
/** A phone's width. */
const SLIM = 360

const roomOf = (text: string, size = SIZE): number => widthOf(text) * size * LETTER

/** `chart` drawn `width` points wide and as high as it needs; without its key where the words beside it are one. */
export function chartAlone(chart: Chart, width: number, hasKey = true): ChartPicture {
  switch (chart.kind) {
    case 'bars':
    case 'waterfall':
      return lyingBars(chart, width)
    case 'stacked':
      return chart.categories.length === 1 ? oneBar(chart, width, hasKey) : standing(chart, width)
    case 'line':
      return standing(chart, width)
    default:
      return assertNever(chart.kind, 'chart')
  }
}

const word = (text: string, x: number, y: number, look: Partial<WordShape> = {}): WordShape => ({
  kind: 'word',
  x,
  y,
  size: SIZE,
  color: GREY,
  anchor: 'start',
  text,
  ...look,
})

const moved = (shapes: readonly Shape[], down: number): readonly Shape[] =>
  shapes.map((shape) =>
    shape.kind === 'line' ? { ...shape, y1: shape.y1 + down, y2: shape.y2 + down } : { ...shape, y: shape.y + down },
  )

/** The names of the series with their colours, in as many lines as they need; nothing for one series. */
function keyOf(chart: Chart, width: number): { readonly shapes: readonly Shape[]; readonly height: number } {
  // What falls and rises below zero has the colour of what does so above it.
  const shown = seriesShown(chart).filter(({ tones }, at, all) => chart.kind !== 'waterfall' || all.findIndex((other) => other.tones[0] === tones[0]) === at)
  if (shown.length < 2) return { shapes: [], height: 0 }
  const shapes: Shape[] = []
  let [x, y] = [0, 0]
  for (const { name, tones } of shown) {
    const room = 14 + roomOf(name) + 16
    if (x > 0 && x + room > width) [x, y] = [0, y + 16]
    shapes.push(
      { kind: 'rect', x, y: y + 2, w: 9, h: 9, color: markColor(chart, tones[0] ?? 'low'), parted: false },
      word(name, x + 14, y + 10, { color: INK }),
    )
    x += room
  }
  return { shapes, height: y + KEY_HEIGHT }
}

/** `name` on one line or two, the second cut where it would be longer than `room`. */
function linesOf(name: string, room: number): readonly string[] {
  if (roomOf(name) <= room) return [name]
  const most = Math.floor(room / (SIZE * LETTER))
  let [first, used] = ['', 0]
  for (const char of name) {
    used += widthOf(char)
    if (used > most) break
    first += char
  }
  const word = first.lastIndexOf(' ')
  const head = word > first.length * 0.4 ? first.slice(0, word) : first
  const rest = name.slice(head.length).trim()
  return rest === '…' ? [`${head.slice(0, -1)}…`] : [head.trim(), cut(rest, most)]
}

/** A bar for each category from top to bottom, its name before and its value behind it. */
function lyingBars(chart: Chart, width: number): ChartPicture {
  const key = keyOf(chart, width)
  const longest = Math.max(...chart.categories.map((name) => roomOf(name)), 1)
  const names = Math.min(longest, width * (width < SLIM ? 0.42 : 0.4))
  const lines = chart.categories.map((name) => linesOf(name, names))
  const row = lines.some(({ length }) => length > 1) ? 30 : 20
  const [left, right, foot] = [names + 12, 40, 20]
  const body = chart.categories.length * row
  const height = body + foot
  const plot = { x: left / width, y: 0, w: (width - left - right) / width, h: body / height }
  const scene = sceneOf({ chart, plot, lying: true, axisLabels: true, gap: row > 20 ? 180 : 90 }, width, height)
  const words = chart.categories.flatMap((_, at): readonly Shape[] => {
    const value = valueOf(chart, at)
    const y = scene.along(at) + 3.5
    const own = lines[at] ?? []
    return [
      ...own.map((line, place) => word(line, left - 12, y + (place - (own.length - 1) / 2) * LINE, { anchor: 'end', color: INK })),
      word(value === null ? '–' : valueText(chart, value), width, y, { anchor: 'end', color: INK, bold: true }),
    ]
  })
  return { width, height: height + key.height, shapes: [...key.shapes, ...moved([...sceneShapes(scene), ...words], key.height)] }
}

/** What lifts the bars of a waterfall is not shown. */
const seriesShown = ({ kind, series }: Chart): Chart['series'] => (kind === 'waterfall' ? series.slice(1) : series)

/** What a bar stands for: in a waterfall the step, which falls where it has the colour of a fall. */
function valueOf(chart: Chart, at: number): number | null {
  if (chart.kind !== 'waterfall') return chart.series[0]?.values[at] ?? null
  const parts = seriesShown(chart).flatMap(({ values, tones }) => {
    const value = values[at] ?? null
    return value === null ? [] : [tones[at] === 'score' ? value : tones[at] === 'detractors' ? -Math.abs(value) : Math.abs(value)]
  })
  return parts.length === 0 ? 0 : parts.reduce((sum, part) => sum + part, 0)
}

/** A value as the tables say it: scores in whole points, effects, which have the colours of the groups, to a tenth. */
function valueText(chart: Chart, value: number): string {
  const { unit, series } = chart
  if (unit === 'share') return tickText(value, chart)
  const isEffect = series.some(({ tones }) => tones.some((tone) => tone === 'promoters' || tone === 'detractors'))
  return signed(value, isEffect ? 1 : 0)
}

/** The parts of a whole, as one bar with its key below. */
function oneBar(chart: Chart, width: number, hasKey: boolean): ChartPicture {
  const bar = 30
  const key = keyOf(chart, width)
  const scene = sceneOf(
    { chart, plot: { x: 0, y: 0, w: 1, h: 1 }, lying: true, axisLabels: false, gap: 0 },
    width,
    bar,
  )
  return {
    width,
    height: hasKey ? bar + 8 + key.height : bar,
    shapes: [...sceneShapes(scene), ...shareWords(scene), ...(hasKey ? moved(key.shapes, bar + 8) : [])],
  }
}

/** Periods from left to right, their names below. */
function standing(chart: Chart, width: number): ChartPicture {
  const key = keyOf(chart, width)
  const body = Math.max(150, Math.min(230, width * 0.33))
  const [left, top, foot] = [38, 16, 22]
  const height = top + body + foot
  const plot = { x: left / width, y: top / height, w: (width - left) / width, h: body / height }
  const count = chart.categories.length
  const scene = sceneOf(
    { chart, plot, lying: false, axisLabels: true, gap: count <= 3 ? 200 : count <= 6 ? 110 : 60 },
    width,
    height,
  )
  const band = scene.plot.w / Math.max(1, count)
  const longest = Math.max(...chart.categories.map((name) => roomOf(name)), 1)
  // The last period is the one that matters: it keeps its name where there is no room for all.
  const pushed = Math.max(0, scene.along(count - 1) + longest / 2 - width)
  const every = Math.max(1, Math.ceil((longest + 3 + pushed) / band))
  const names = chart.categories.flatMap((name, at): readonly Shape[] =>
    (count - 1 - at) % every === 0
      ? [word(name, Math.min(scene.along(at), width - roomOf(name) / 2), height - 6, { anchor: 'middle', color: INK })]
      : [],
  )
  const values = chart.kind === 'stacked' ? shareWords(scene) : scoreWords(scene, band)
  return {
    width,
    height: height + key.height,
    shapes: [...key.shapes, ...moved([...sceneShapes(scene), ...names, ...values], key.height)],
  }
}

/** Scores above their intervals, where they have room. */
function scoreWords({ frame: { chart }, across, along }: Scene, band: number): readonly Shape[] {
  return chart.series.flatMap(({ values, interval, isReference }) =>
    (isReference ? [] : values).flatMap((value, at): readonly Shape[] => {
      if (value === null || band < 30) return []
      const top = across(Math.max(value, interval?.high[at] ?? value))
      return [word(valueText(chart, value), along(at), Math.max(10, top - 6), { anchor: 'middle', color: INK, bold: true })]
    }),
  )
}

/** Shares inside the parts that have room for them. */
function shareWords({ frame: { chart, lying }, across, along, thick }: Scene): readonly Shape[] {
  return chart.categories.flatMap((_, at) => {
    let from = 0
    return chart.series.flatMap(({ values, tones }): readonly Shape[] => {
      const value = values[at] ?? null
      if (value === null) return []
      const [start, end] = [across(from), across(from + value)]
      from += value
      const long = Math.abs(end - start)
      if (lying ? long < 34 || thick < 14 : long < 14 || thick < 26) return []
      const color = markColor(chart, tones[at] ?? 'low')
      const onLight = color === TONE_COLORS.passives || color === TONE_COLORS.low
      const [middle, side] = [(start + end) / 2, along(at)]
      const [x, y] = lying ? [middle, side] : [side, middle]
      return [
        word(tickText(value, chart), x, y + 3.5, { anchor: 'middle', color: onLight ? INK : PAPER, bold: true }),
      ]
    })
  })
}
