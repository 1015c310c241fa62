import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { ChartColors } from './chart-colors'
import { apart } from './apart'

/** What a chart of scores over time shows beside them. Points; null where there is none. */
export interface TrendBeside {
  readonly rolling: readonly (number | null)[] | null
  readonly limits: TrendLimits | null
  /** Of each period what marks it, if anything does. */
  readonly signals: readonly (TrendSignal | null)[]
  /** Periods that are not complete, and the word for it. */
  readonly open: readonly boolean[]
  readonly soFar: string
  readonly levels: readonly DrawnLevel[]
  /** Names of the lines, at their right ends. None: the plot has no room for them. */
  readonly names: readonly LineName[]
}

export interface TrendLimits {
  readonly center: number
  readonly outer: readonly (Ends | null)[]
  /** Those of chance alone, where the outer ones are wider. */
  readonly inner: readonly (Ends | null)[] | null
}

interface Ends {
  readonly low: number
  readonly high: number
}

export interface TrendSignal {
  readonly kind: 'above' | 'below' | 'shift'
  /** Solid; hollow where it is none with the wider limits. */
  readonly survives: boolean
  readonly word: string
}

/** A line, or a band where the ends differ, over some of the periods. */
export interface DrawnLevel extends Ends {
  readonly kind: 'target' | 'benchmark'
  readonly from: number
  readonly to: number
}

export interface LineName {
  readonly text: string
  readonly points: number
  readonly tone: 'strong' | 'plain'
}

/** Right of the plot, for the names; the style sheet has the same. */
export const NAMES_WIDE = 148
const LINE = 14
const LEAD = 10

type Place = readonly [x: number, y: number]

function stepped(values: readonly (number | null)[], colors: ChartColors, style: NonNullable<LineSeriesOption['lineStyle']>): LineSeriesOption {
  return {
    type: 'line',
    silent: true,
    step: 'middle',
    symbol: 'none',
    z: 2,
    lineStyle: { color: colors.faded, width: 1, ...style },
    data: values.map((points) => points ?? '-'),
  }
}

function limitLines({ center, outer, inner }: TrendLimits, colors: ChartColors): readonly LineSeriesOption[] {
  const sides = (limits: readonly (Ends | null)[], style: NonNullable<LineSeriesOption['lineStyle']>): readonly LineSeriesOption[] =>
    (['low', 'high'] as const).map((side) => stepped(limits.map((ends) => ends?.[side] ?? null), colors, style))
  return [
    ...sides(outer, { width: 1.25, color: colors.text }),
    ...(inner ? sides(inner, { type: [1, 3], color: colors.text }) : []),
    stepped(outer.map((ends) => ends && center), colors, { color: colors.text, opacity: 0.6 }),
  ]
}

/** The line of pooled answers. */
const rollingLine = (rolling: readonly (number | null)[], colors: ChartColors): LineSeriesOption => ({
  type: 'line',
  silent: true,
  symbol: 'none',
  z: 3,
  lineStyle: { color: colors.ink, width: 1.5 },
  data: rolling.map((points) => points ?? '-'),
})

/** Targets as dashed lines, benchmarks as light bands, each as wide as its periods. */
function levelMarks(levels: readonly DrawnLevel[], colors: ChartColors): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 1,
    data: levels.map((_, at) => [at]),
    encode: { x: [], y: [] },
    renderItem: (_, api) => {
      const level = levels[Number(api.value(0))]
      if (!level) return null
      const step = widthOf(api.size?.([1, 0]))
      const [left, low] = api.coord([level.from, level.low]) as unknown as Place
      const [right, high] = api.coord([level.to, level.high]) as unknown as Place
      const [x1, x2] = [left - step / 2, right + step / 2]
      if (level.kind === 'benchmark' && low - high >= 1)
        return { type: 'rect', shape: { x: x1, y: high, width: x2 - x1, height: low - high }, style: { fill: colors.faded, opacity: 0.22 } }
      const style =
        level.kind === 'target'
          ? { stroke: colors.ink, lineWidth: 1.5, lineDash: [7, 5] }
          : { stroke: colors.faded, lineWidth: 3, opacity: 0.6 }
      return { type: 'line', shape: { x1, y1: low, x2, y2: low }, style }
    },
  }
}

const widthOf = (size: number | number[] | undefined): number => (Array.isArray(size) ? (size[0] ?? 0) : (size ?? 0))

/** Names of the lines in the margin, a lead to each, none over another. */
function lineNames(names: readonly LineName[], colors: ChartColors): CustomSeriesOption {
  const sorted = names.toSorted((a, b) => b.points - a.points)
  return {
    type: 'custom',
    silent: true,
    z: 4,
    data: [[0]],
    encode: { x: [], y: [] },
    renderItem: (params, api) => {
      const plot = params.coordSys as unknown as { x: number; y: number; width: number; height: number }
      const end = plot.x + plot.width
      // A zoomed axis may end before a line.
      const placed = sorted
        .map((name) => ({ ...name, y: (api.coord([0, name.points]) as unknown as Place)[1] }))
        .filter(({ y }) => y >= plot.y - 1 && y <= plot.y + plot.height + 1)
      const wanted = placed.map(({ y }) => y)
      const at = apart(wanted, LINE, plot.y, plot.y + plot.height)
      return {
        type: 'group',
        children: placed.flatMap(({ text, tone }, place) => {
          const [from = 0, to = 0] = [wanted[place], at[place]]
          return [
            { type: 'polyline' as const, shape: { points: [[end, from], [end + LEAD - 3, to]] }, style: { stroke: colors.faded, lineWidth: 1, fill: 'none' } },
            {
              type: 'text' as const,
              style: {
                text,
                x: end + LEAD,
                y: to,
                textVerticalAlign: 'middle' as const,
                fill: tone === 'strong' ? colors.ink : colors.text,
                font: `11px ${colors.font}`,
                width: NAMES_WIDE - LEAD - 4,
                overflow: 'truncate' as const,
                ellipsis: '…',
              },
            },
          ]
        }),
      }
    },
  }
}

/** Everything beside the scores, from the back to the front. */
export function besideSeries({ rolling, limits, levels, names }: TrendBeside, colors: ChartColors): readonly (CustomSeriesOption | LineSeriesOption)[] {
  return [
    ...(levels.length === 0 ? [] : [levelMarks(levels, colors)]),
    ...(limits ? limitLines(limits, colors) : []),
    ...(rolling ? [rollingLine(rolling, colors)] : []),
    ...(names.length === 0 ? [] : [lineNames(names, colors)]),
  ]
}

const SYMBOLS = { above: 'triangle', below: 'triangle', shift: 'diamond' } as const
const SIGNAL = 15

/** How the dot of a period is drawn that is a signal, or not complete: by its shape and a word. Undefined for every other. */
export function markedDot({ signals, open, soFar }: TrendBeside, at: number, faded: boolean, colors: ChartColors) {
  const word = (text: string, below: boolean) => ({
    show: true,
    formatter: text,
    position: below ? ('bottom' as const) : ('top' as const),
    distance: 6,
    color: colors.ink,
    fontSize: 11,
    fontFamily: colors.font,
    textBorderColor: colors.ground,
    textBorderWidth: 3,
  })
  const signal = signals[at]
  if (signal) {
    const { kind, survives } = signal
    const ink = faded ? colors.faded : colors.ink
    const itemStyle = { color: survives ? ink : colors.ground, borderColor: survives ? colors.ground : ink, borderWidth: survives ? 1 : 2 }
    return { symbol: SYMBOLS[kind], symbolSize: SIGNAL, symbolRotate: kind === 'below' ? 180 : 0, itemStyle, label: word(signal.word, kind === 'below') }
  }
  if (!open[at]) return undefined
  return { itemStyle: { color: colors.ground, borderColor: faded ? colors.faded : colors.mark, borderWidth: 2 }, label: word(soFar, true) }
}
