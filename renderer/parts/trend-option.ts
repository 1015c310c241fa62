import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Figure } from '../../shared/nps/types'
import type { ChartColors } from './chart-colors'
import { besideSeries, markedDot, NAMES_WIDE, type TrendBeside } from './trend-beside'

export type TrendOption = ComposeOption<BarSeriesOption | CustomSeriesOption | LineSeriesOption | GridComponentOption>

/** Left and right of the plot, in CSS pixels; the style sheet has the same. */
const LEFT = 60
const RIGHT = 36
const TOP = 14
const BARS = 44
const BELOW = 28
const BETWEEN = 24
const DOT = 9

export interface TrendScene {
  readonly labels: readonly string[]
  readonly figures: readonly Figure[]
  /** Scores to compare with, at every period; null where there is none. */
  readonly reference: readonly (number | null)[]
  readonly beside: TrendBeside
  /** Periods that are not picked while others are. */
  readonly faded: readonly boolean[]
  readonly low: number
  readonly high: number
  /** The most answers that a bar can stand for. */
  readonly most: number
  readonly answersLabel: string
  readonly formatTick: (points: number) => string
  readonly formatCount: (n: number) => string
}

/** Stretches of neighbouring periods that have a score: the band does not cross a gap. */
export function runsOf(figures: readonly Figure[]): readonly (readonly number[])[] {
  const runs: number[][] = []
  figures.forEach(({ base }, at) => {
    if (base === 'tiny') return
    const last = runs.at(-1)
    if (last?.at(-1) === at - 1) last.push(at)
    else runs.push([at])
  })
  return runs
}

/** The intervals as a band; of a period that stands alone, as a whisker. */
function band({ figures }: TrendScene, colors: ChartColors): CustomSeriesOption {
  const runs = runsOf(figures)
  return {
    type: 'custom',
    silent: true,
    data: runs.map((_, run) => [run]),
    encode: { x: [], y: [] },
    renderItem: (_, api) => {
      const run = runs[Number(api.value(0))] ?? []
      const at = (place: number, points: number | null | undefined): number[] => api.coord([place, points ?? 0])
      const upper = run.map((place) => at(place, figures[place]?.high))
      const lower = run.map((place) => at(place, figures[place]?.low))
      const [top, bottom] = [upper[0], lower[0]]
      if (!top || !bottom) return null
      if (run.length > 1) {
        return {
          type: 'polygon',
          shape: { points: [...upper, ...lower.toReversed()] },
          style: { fill: colors.mark, opacity: 0.16 },
        }
      }
      const [x = 0, y1 = 0] = top
      return { type: 'line', shape: { x1: x, y1, x2: x, y2: bottom[1] ?? y1 }, style: { stroke: colors.mark, lineWidth: 1.5 } }
    },
  }
}

/** Round points between the ends of the axis, nought among them if it is there. */
export function ticksOf(low: number, high: number): number[] {
  const step = high - low > 100 ? 50 : 20
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => (first + at) * step)
}

function line({ figures, faded, beside }: TrendScene, colors: ChartColors): LineSeriesOption {
  const fading = faded.includes(true)
  return {
    type: 'line',
    silent: true,
    z: 4,
    showAllSymbol: true,
    symbol: 'circle',
    symbolSize: figures.length > 60 ? 5 : DOT,
    lineStyle: { color: fading ? colors.faded : colors.mark, width: 2 },
    data: figures.map(({ nps, base }, at) => {
      const color = faded[at] ? colors.faded : base === 'ok' ? colors.mark : colors.muted
      const solid = base === 'ok'
      return {
        value: base === 'tiny' || nps === null ? '-' : nps,
        itemStyle: {
          color: solid ? color : colors.ground,
          borderColor: solid ? colors.ground : color,
          borderWidth: solid ? 1 : 1.5,
        },
        ...(base === 'tiny' ? {} : markedDot(beside, at, faded[at] ?? false, colors)),
      }
    }),
  }
}

function bars({ figures, faded, formatCount }: TrendScene, colors: ChartColors): BarSeriesOption {
  return {
    type: 'bar',
    silent: true,
    xAxisIndex: 1,
    yAxisIndex: 1,
    barMaxWidth: 32,
    barCategoryGap: '30%',
    data: figures.map(({ n }, at) => ({
      value: n,
      itemStyle: { color: faded[at] ? colors.grid : colors.faded },
    })),
    label: {
      show: true,
      position: 'top',
      distance: 2,
      color: colors.text,
      fontFamily: colors.font,
      fontSize: 11,
      formatter: ({ value }) => (typeof value === 'number' && value > 0 ? formatCount(value) : ''),
    },
    labelLayout: { hideOverlap: true },
  }
}

/** A line with its band over time, and under it the number of answers of each period. */
export function trendOption(scene: TrendScene, colors: ChartColors): TrendOption {
  const { labels, reference, beside, low, high, most } = scene
  const text = { color: colors.text, fontFamily: colors.font, fontSize: 12 }
  const category = { type: 'category' as const, data: [...labels], axisTick: { show: false } }
  const ticks = ticksOf(low, high)
  const plot = { left: LEFT, right: beside.names.length > 0 ? NAMES_WIDE : RIGHT, outerBoundsMode: 'none' } as const
  return {
    animation: false,
    grid: [
      { ...plot, top: TOP, bottom: BELOW + BARS + BETWEEN },
      { ...plot, height: BARS, bottom: BELOW },
    ],
    xAxis: [
      { ...category, axisLabel: { show: false }, axisLine: { lineStyle: { color: colors.grid }, onZero: false } },
      {
        ...category,
        gridIndex: 1,
        axisLine: { lineStyle: { color: colors.faded } },
        axisLabel: { ...text, hideOverlap: true },
      },
    ],
    yAxis: [
      {
        type: 'value',
        min: low,
        max: high,
        // The lines of the grid follow the ticks.
        axisTick: { show: false, customValues: ticks },
        splitLine: { lineStyle: { color: colors.grid } },
        axisLabel: { ...text, customValues: ticks, formatter: scene.formatTick },
      },
      {
        type: 'value',
        gridIndex: 1,
        min: 0,
        max: Math.max(most, 1),
        splitLine: { show: false },
        axisLabel: { ...text, fontSize: 11, customValues: [Math.max(most, 1) / 2], formatter: () => scene.answersLabel },
      },
    ],
    series: [
      band(scene, colors),
      ...besideSeries(beside, colors),
      {
        type: 'line',
        silent: true,
        symbol: 'none',
        lineStyle: { color: colors.text, width: 1, type: [4, 3] },
        data: reference.map((points) => points ?? '-'),
      },
      line(scene, colors),
      bars(scene, colors),
    ],
  }
}
