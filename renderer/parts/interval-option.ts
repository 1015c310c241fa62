import type { CustomSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Figure } from '../../shared/nps/types'
import type { ChartColors } from './chart-colors'

export type IntervalOption = ComposeOption<CustomSeriesOption | GridComponentOption>

/** Height of the axis above the rows, in CSS pixels; the style sheet has the same. */
export const AXIS_HEIGHT = 28

export interface IntervalScene {
  readonly figures: readonly Figure[]
  /** Rows that are not picked while others are. */
  readonly faded: readonly boolean[]
  readonly total: number | null
  readonly low: number
  readonly high: number
  readonly formatTick: (points: number) => string
}

const DOT = 4.5
const CAP = 5
const SIDE = 16

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>

/** A dot on its interval; hollow and grey on a low base. */
function renderMark({ figures, faded }: IntervalScene, colors: ChartColors): RenderItem {
  return (_, api) => {
    const row = Number(api.value(3))
    const [x, y] = api.coord([Number(api.value(0)), row])
    const [low] = api.coord([Number(api.value(1)), row])
    const [high] = api.coord([Number(api.value(2)), row])
    if (x === undefined || y === undefined || low === undefined || high === undefined) return null
    const solid = figures[row]?.base === 'ok'
    const stroke = faded[row] ? colors.faded : solid ? colors.mark : colors.muted
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style: { stroke, lineWidth: 1.5 },
    })
    return {
      type: 'group',
      children: [
        line(low, y, high, y),
        line(low, y - CAP, low, y + CAP),
        line(high, y - CAP, high, y + CAP),
        {
          type: 'circle',
          shape: { cx: x, cy: y, r: DOT },
          style: {
            fill: solid ? stroke : colors.ground,
            stroke: solid ? colors.ground : stroke,
            lineWidth: solid ? 1 : 1.5,
          },
        },
      ],
    }
  }
}

/** The score of everybody, as a line down the rows. */
function renderTotal(colors: ChartColors): RenderItem {
  return (params, api) => {
    const [x] = api.coord([Number(api.value(0)), 0])
    if (x === undefined) return null
    const top = AXIS_HEIGHT
    const { height } = params.coordSys as unknown as { readonly height: number }
    return {
      type: 'line',
      silent: true,
      shape: { x1: x, y1: top, x2: x, y2: top + height },
      style: { stroke: colors.text, lineWidth: 1, lineDash: [4, 3] },
    }
  }
}

/** Dots and whiskers, one row each from the top, under an axis of points. Rows too small to score stay empty. */
export function intervalOption(scene: IntervalScene, colors: ChartColors): IntervalOption {
  const { figures, total, low, high } = scene
  const marks = figures.flatMap(({ nps, low: from, high: to, base }, row) =>
    base === 'tiny' || nps === null || from === null || to === null ? [] : [[nps, from, to, row]],
  )
  return {
    animation: false,
    grid: { left: SIDE, right: SIDE, top: AXIS_HEIGHT, bottom: 0 },
    xAxis: {
      type: 'value',
      position: 'top',
      min: low,
      max: high,
      interval: high - low === 200 ? 50 : 20,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: { color: colors.text, fontFamily: colors.font, fontSize: 12, formatter: scene.formatTick },
    },
    yAxis: { type: 'category', inverse: true, show: false, data: figures.map((_, row) => row) },
    series: [
      {
        type: 'custom',
        silent: true,
        clip: false,
        renderItem: renderTotal(colors),
        data: total === null ? [] : [[total]],
      },
      {
        type: 'custom',
        silent: true,
        clip: false,
        renderItem: renderMark(scene, colors),
        data: marks,
        encode: { x: [0, 1, 2], y: 3 },
      },
    ],
  }
}
