import type { CustomSeriesOption } from 'echarts/charts'
import type { GridComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { ChartColors } from './chart-colors'
import { placeLabels } from './place-labels'
import type { WhiskerAxis } from './row-axis'

export type SeverityOption = ComposeOption<CustomSeriesOption | GridComponentOption>

/** Around the plot, in CSS pixels; the style sheet has the same. */
const PLOT = { left: 60, right: 48, top: 16, bottom: 52 }
const RADIUS = 5.5
const FONT_SIZE = 12
const LABEL_HEIGHT = 16
const STEPS = 48

export interface SeverityPoint {
  readonly label: string
  /** Share of those who mention it, 0 to 1, and points against the rest. */
  readonly share: number
  readonly gap: number
  readonly tone: 'up' | 'down' | 'noise'
}

export interface SeverityScene {
  /** The most important first: their names are placed first. */
  readonly points: readonly SeverityPoint[]
  readonly shares: WhiskerAxis
  readonly gaps: WhiskerAxis
  /** Contributions whose lines are drawn. */
  readonly lines: readonly number[]
  readonly shareTitle: string
  readonly gapTitle: string
  readonly formatShare: (share: number) => string
  readonly formatPoints: (points: number) => string
}

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>
type Api = Parameters<RenderItem>[1]

let pen: CanvasRenderingContext2D | null = null

function widthOf(text: string, font: string): number {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return text.length * FONT_SIZE
  pen.font = font
  return pen.measureText(text).width
}

const at = (api: Api, share: number, gap: number): readonly [number, number] => {
  const [x = 0, y = 0] = api.coord([share, gap])
  return [x, y]
}

/** The line of all points with one contribution, within the axes. */
function contributionLine(scene: SeverityScene, value: number, colors: ChartColors, api: Api) {
  const { shares, gaps, formatPoints } = scene
  const first = value / (value > 0 ? gaps.high : gaps.low)
  if (first >= shares.high) return []
  const points = Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = first * (shares.high / first) ** (step / STEPS)
    return [...at(api, share, value / share)]
  })
  const [x, y] = at(api, shares.high, value / shares.high)
  const text = { text: formatPoints(value), x: x + 6, y, fill: colors.text, font: `11px ${colors.font}`, verticalAlign: 'middle' as const }
  return [
    { type: 'polyline' as const, shape: { points }, style: { stroke: colors.faded, lineWidth: 1, lineDash: [3, 4], fill: 'none', opacity: 0.7 } },
    { type: 'text' as const, style: text },
  ]
}

function dots({ points }: SeverityScene, colors: ChartColors, api: Api) {
  return points.map(({ share, gap, tone }) => {
    const [cx, cy] = at(api, share, gap)
    const color = tone === 'up' ? colors.good : tone === 'down' ? colors.bad : colors.muted
    const hollow = tone === 'noise'
    return {
      type: 'circle' as const,
      shape: { cx, cy, r: RADIUS },
      style: { fill: hollow ? colors.ground : color, stroke: hollow ? color : colors.ground, lineWidth: hollow ? 1.5 : 1 },
    }
  })
}

function names({ points, shares, gaps }: SeverityScene, colors: ChartColors, api: Api) {
  const font = `${FONT_SIZE}px ${colors.font}`
  const [left, top] = at(api, shares.low, gaps.high)
  const [right, bottom] = at(api, shares.high, gaps.low)
  const named = points.map(({ label, share, gap }) => {
    const [x, y] = at(api, share, gap)
    return { x, y, radius: RADIUS, width: widthOf(label, font), height: LABEL_HEIGHT }
  })
  return placeLabels(named, { left, top, right, bottom }).flatMap((place, point) =>
    place === null
      ? []
      : [
          {
            type: 'text' as const,
            style: {
              text: points[point]?.label ?? '',
              x: place.x,
              y: place.y + LABEL_HEIGHT / 2,
              verticalAlign: 'middle' as const,
              fill: colors.ink,
              font,
              // Over the lines it stays readable.
              stroke: colors.ground,
              lineWidth: 3,
            },
          },
        ],
  )
}

/** Points by how many mention them and how far their score lies from the rest's, with the names that find room. */
export function severityOption(scene: SeverityScene, colors: ChartColors): SeverityOption {
  const { shares, gaps, lines } = scene
  const text = { color: colors.text, fontFamily: colors.font, fontSize: FONT_SIZE }
  const axis = (of: WhiskerAxis) => ({ type: 'value' as const, min: of.low, max: of.high, axisTick: { show: false, customValues: [...of.ticks] } })
  return {
    animation: false,
    grid: { ...PLOT, outerBoundsMode: 'none' },
    xAxis: {
      ...axis(shares),
      name: scene.shareTitle,
      nameLocation: 'middle',
      nameGap: 30,
      nameTextStyle: text,
      axisLine: { onZero: true, lineStyle: { color: colors.faded } },
      splitLine: { show: false },
      axisLabel: { ...text, customValues: [...shares.ticks], formatter: scene.formatShare, margin: 8 },
      position: 'bottom',
    },
    yAxis: {
      ...axis(gaps),
      name: scene.gapTitle,
      nameLocation: 'middle',
      nameGap: 44,
      nameTextStyle: text,
      axisLine: { show: true, lineStyle: { color: colors.grid } },
      splitLine: { lineStyle: { color: colors.grid } },
      axisLabel: { ...text, customValues: [...gaps.ticks], formatter: scene.formatPoints },
    },
    series: [
      {
        type: 'custom',
        silent: true,
        data: [[0, 0]],
        renderItem: (_, api) => ({
          type: 'group',
          children: [...lines.flatMap((value) => contributionLine(scene, value, colors, api)), ...dots(scene, colors, api), ...names(scene, colors, api)],
        }),
      },
    ],
  }
}
