import { assertNever } from '../../base/assert'
import type { Chart, Tone } from '../outline'
import type { Box, ChartFrame } from './blocks'
import { BAR, GREY, INK, LINE, PAPER, TONE_COLORS, type Color } from './look'

/** What a chart is drawn of, whoever draws it. Points, from the top left corner; y of a word is its base line. */
export type Shape = LineShape | RectShape | DotShape | WordShape

interface LineShape {
  readonly kind: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly color: Color
  readonly width: number
}

interface RectShape {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly color: Color
  /** Whether a thin line in the paper's colour parts it from its neighbours. */
  readonly parted: boolean
}

interface DotShape {
  readonly kind: 'dot'
  readonly x: number
  readonly y: number
  readonly r: number
  readonly color: Color
}

export interface WordShape {
  readonly kind: 'word'
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: Color
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
  readonly bold?: boolean
}

const POINTS = 72
const CAP = 3
/** Room for a number of an axis. */
const TICK = 30

/** Where things lie, in points: `along` the categories from their start, `across` by value. */
export interface Scene {
  readonly frame: ChartFrame
  readonly plot: Box
  readonly width: number
  readonly height: number
  /** Place of a value on its axis. */
  readonly across: (value: number) => number
  /** The middle of a category. */
  readonly along: (at: number) => number
  /** How thick a bar is. */
  readonly thick: number
}

/** Where the values and categories of a chart lie in a frame of that size, in points. */
export function sceneOf(frame: ChartFrame, width: number, height: number): Scene {
  const { chart, lying, gap } = frame
  const plot = { x: frame.plot.x * width, y: frame.plot.y * height, w: frame.plot.w * width, h: frame.plot.h * height }
  const { min, max } = chart.axis
  const share = (value: number): number => (value - min) / (max - min)
  const band = (lying ? plot.h : plot.w) / Math.max(1, chart.categories.length)
  return {
    frame,
    plot,
    width,
    height,
    across: (value) => (lying ? plot.x + share(value) * plot.w : plot.y + (1 - share(value)) * plot.h),
    along: (at) => (lying ? plot.y : plot.x) + (at + 0.5) * band,
    thick: band / (1 + gap / 100),
  }
}

/** The chart of a block, its corner at 0, 0. */
export const chartShapes = ({ w, h }: Box, frame: ChartFrame): readonly Shape[] =>
  sceneShapes(sceneOf(frame, w * POINTS, h * POINTS))

/** Everything in the plot and its value axis. */
export const sceneShapes = (scene: Scene): readonly Shape[] => [
  ...(scene.frame.axisLabels ? axisShapes(scene) : []),
  ...markShapes(scene),
  ...intervalShapes(scene),
]

function markShapes(scene: Scene): readonly Shape[] {
  const { kind } = scene.frame.chart
  switch (kind) {
    case 'line':
      return lineShapes(scene)
    case 'bars':
    case 'stacked':
    case 'waterfall':
      return barShapes(scene)
    default:
      return assertNever(kind, 'chart')
  }
}

/** The colour of a mark. */
export const markColor = (chart: Chart, tone: Tone): Color =>
  (chart.kind === 'bars' || chart.kind === 'waterfall') && tone === 'score' ? BAR : TONE_COLORS[tone]

/** A value as the axis says it. */
export function tickText(value: number, { unit }: Chart): string {
  if (unit === 'share') return `${Math.round(value * 100)}%`
  return value > 0 ? `+${value}` : value < 0 ? `\u2212${-value}` : '0'
}

/** Grid lines with their values, and the line of the categories at zero. */
function axisShapes({ frame: { chart, lying }, plot, height, across }: Scene): readonly Shape[] {
  const { min, max, step } = chart.axis
  const rule = (place: number, color: Color, width: number): LineShape => ({
    kind: 'line',
    ...(lying
      ? { x1: place, y1: plot.y, x2: place, y2: plot.y + plot.h }
      : { x1: plot.x, y1: place, x2: plot.x + plot.w, y2: place }),
    color,
    width,
  })
  const steps = Math.round((max - min) / step)
  const ticks = Array.from({ length: steps + 1 }, (_, at) => min + at * step)
  // Where a narrow axis has no room for all numbers, zero is among those that stay.
  const every = lying ? Math.max(1, Math.ceil(TICK / (plot.w / Math.max(1, steps)))) : 1
  return [
    ...ticks.flatMap((tick): readonly Shape[] => {
      const place = across(tick)
      const line = rule(place, LINE, 0.5)
      if (Math.round(tick / step) % every !== 0) return [line]
      return [
        line,
        {
          kind: 'word',
          x: lying ? place : plot.x - 6,
          y: lying ? Math.min(height - 3, plot.y + plot.h + 14) : place + 3.5,
          size: 10,
          color: GREY,
          anchor: lying ? 'middle' : 'end',
          text: tickText(tick, chart),
        },
      ]
    }),
    rule(across(Math.max(min, Math.min(0, max))), GREY, 0.75),
  ]
}

/** Bars from zero; stacked ones from where the one before ends on that side of it. The first of a waterfall only lifts the others. */
function barShapes({ frame: { chart, lying }, across, along, thick }: Scene): readonly Shape[] {
  const isStacked = chart.kind !== 'bars'
  const onAxis = (value: number): number => Math.max(chart.axis.min, Math.min(value, chart.axis.max))
  return chart.categories.flatMap((_, at) => {
    const from = { up: 0, down: 0 }
    return chart.series.flatMap(({ values, tones }, place): readonly Shape[] => {
      const value = values[at] ?? null
      if (value === null) return []
      const way = value < 0 ? 'down' : 'up'
      const start = isStacked ? from[way] : 0
      from[way] = start + value
      if (chart.kind === 'waterfall' && place === 0) return []
      const ends = [across(onAxis(start)), across(onAxis(start + value))] as const
      const [low, high] = [Math.min(...ends), Math.max(...ends)]
      const side = along(at) - thick / 2
      return [
        {
          kind: 'rect',
          ...(lying ? { x: low, y: side, w: high - low, h: thick } : { x: side, y: low, w: thick, h: high - low }),
          color: markColor(chart, tones[at] ?? 'low'),
          parted: chart.kind === 'stacked',
        },
      ]
    })
  })
}

/** Dots joined by lines; a gap where there is no value. */
function lineShapes({ frame: { chart }, across, along }: Scene): readonly Shape[] {
  return chart.series.flatMap(({ values, tones, isReference }) => {
    const dots = values.map((value, at) =>
      value === null ? null : { x: along(at), y: across(value), color: TONE_COLORS[tones[at] ?? 'low'] },
    )
    return [
      ...dots.flatMap((dot, at): readonly Shape[] => {
        const before = dots[at - 1]
        if (isReference) return dot && before ? dashes(before, dot, dot.color) : []
        return dot && before
          ? [{ kind: 'line', x1: before.x, y1: before.y, x2: dot.x, y2: dot.y, color: dot.color, width: 2.25 }]
          : []
      }),
      ...dots.flatMap((dot): readonly Shape[] =>
        dot && !isReference ? [{ kind: 'dot', x: dot.x, y: dot.y, r: 5, color: PAPER }, { kind: 'dot', ...dot, r: 4 }] : [],
      ),
    ]
  })
}

const [DASH, SPACE] = [6, 4]

/** A dashed line: as pieces, so that whoever draws it needs to know no dashes. */
function dashes(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }, color: Color): readonly Shape[] {
  const long = Math.hypot(to.x - from.x, to.y - from.y)
  const count = Math.max(1, Math.ceil(long / (DASH + SPACE)))
  const at = (way: number): { readonly x: number; readonly y: number } => {
    const share = Math.min(1, way / Math.max(long, 1e-9))
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
  }
  return Array.from({ length: count }, (_, piece) => {
    const [start, end] = [at(piece * (DASH + SPACE)), at(piece * (DASH + SPACE) + DASH)]
    return { kind: 'line', x1: start.x, y1: start.y, x2: end.x, y2: end.y, color, width: 1.5 }
  })
}

/** The interval of each value, over bars and dots. */
function intervalShapes({ frame: { chart, lying }, across, along }: Scene): readonly Shape[] {
  return chart.series.flatMap(({ values, interval }) =>
    values.flatMap((value, at): readonly Shape[] => {
      const [low, high] = [interval?.low[at] ?? null, interval?.high[at] ?? null]
      if (value === null || low === null || high === null) return []
      const [from, to, middle] = [across(Math.min(low, value)), across(Math.max(high, value)), along(at)]
      const line = (a: number, b: number, c: number, d: number): LineShape => ({
        kind: 'line',
        ...(lying ? { x1: a, x2: b, y1: c, y2: d } : { y1: a, y2: b, x1: c, x2: d }),
        color: INK,
        width: 1.25,
      })
      return [
        line(from, to, middle, middle),
        line(from, from, middle - CAP, middle + CAP),
        line(to, to, middle - CAP, middle + CAP),
      ]
    }),
  )
}
