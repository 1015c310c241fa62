import type { Box, ChartFrame } from '../../shared/report/layout/blocks'
import { BAR, GREY, hexOf, INK, LINE, PAPER, TONE_COLORS, type Color } from '../../shared/report/layout/look'
import type { Chart, Tone } from '../../shared/report/outline'

const POINTS = 72
const CAP = 3

/** Where things lie, in points: `along` the categories from their start, `across` by value. */
interface Scene {
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

/** A chart of a slide, drawn as the slide has it. */
export function DeckChart({ box, frame }: { readonly box: Box; readonly frame: ChartFrame }) {
  const [width, height] = [box.w * POINTS, box.h * POINTS]
  const { chart, lying, gap } = frame
  const plot = { x: frame.plot.x * width, y: frame.plot.y * height, w: frame.plot.w * width, h: frame.plot.h * height }
  const { min, max } = chart.axis
  const share = (value: number): number => (value - min) / (max - min)
  const band = (lying ? plot.h : plot.w) / Math.max(1, chart.categories.length)
  const scene: Scene = {
    frame,
    plot,
    width,
    height,
    across: (value) => (lying ? plot.x + share(value) * plot.w : plot.y + (1 - share(value)) * plot.h),
    along: (at) => (lying ? plot.y : plot.x) + (at + 0.5) * band,
    thick: band / (1 + gap / 100),
  }
  return (
    <svg className="deck-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={chart.alt}>
      {frame.axisLabels ? <Axis {...scene} /> : null}
      {chart.kind === 'line' ? <Line {...scene} /> : <Bars {...scene} />}
      <Intervals {...scene} />
    </svg>
  )
}

const fillOf = (chart: Chart, tone: Tone): Color => (chart.kind === 'bars' && tone === 'score' ? BAR : TONE_COLORS[tone])

function tickText(value: number, { unit }: Chart): string {
  if (unit === 'share') return `${Math.round(value * 100)}%`
  return value > 0 ? `+${value}` : value < 0 ? `\u2212${-value}` : '0'
}

/** Grid lines with their values, and the line of the categories at zero. */
function Axis({ frame, plot, height, across }: Scene) {
  const { chart, lying } = frame
  const { min, max, step } = chart.axis
  const ticks = Array.from({ length: Math.round((max - min) / step) + 1 }, (_, at) => min + at * step)
  const zero = across(Math.max(min, Math.min(0, max)))
  const ends = { x1: plot.x, x2: plot.x + plot.w, y1: plot.y, y2: plot.y + plot.h }
  return (
    <g>
      {ticks.map((tick) => {
        const place = across(tick)
        return (
          <g key={tick}>
            <line
              stroke={hexOf(LINE)}
              strokeWidth={0.5}
              {...(lying ? { ...ends, x1: place, x2: place } : { ...ends, y1: place, y2: place })}
            />
            <text
              className="deck-tick"
              fill={hexOf(GREY)}
              fontSize={10}
              x={lying ? place : plot.x - 6}
              y={lying ? Math.min(height - 3, plot.y + plot.h + 14) : place + 3.5}
              textAnchor={lying ? 'middle' : 'end'}
            >
              {tickText(tick, chart)}
            </text>
          </g>
        )
      })}
      <line
        stroke={hexOf(GREY)}
        strokeWidth={0.75}
        {...(lying ? { ...ends, x1: zero, x2: zero } : { ...ends, y1: zero, y2: zero })}
      />
    </g>
  )
}

/** Bars from zero; stacked ones from where the one before ends. */
function Bars({ frame, across, along, thick }: Scene) {
  const { chart, lying } = frame
  const isStacked = chart.kind === 'stacked'
  return (
    <g>
      {chart.categories.map((_, at) => {
        let from = 0
        return chart.series.map(({ values, tones }, place) => {
          const value = values[at] ?? null
          if (value === null) return null
          const start = isStacked ? from : Math.max(chart.axis.min, Math.min(0, chart.axis.max))
          const end = isStacked ? from + value : value
          from = end
          const [low, high] = [across(start), across(end)].sort((a, b) => a - b)
          if (low === undefined || high === undefined) return null
          const side = along(at) - thick / 2
          const size = { start: low, length: high - low }
          return (
            <rect
              key={place}
              fill={hexOf(fillOf(chart, tones[at] ?? 'low'))}
              stroke={isStacked ? hexOf(PAPER) : 'none'}
              strokeWidth={0.75}
              {...(lying
                ? { x: size.start, width: size.length, y: side, height: thick }
                : { x: side, width: thick, y: size.start, height: size.length })}
            />
          )
        })
      })}
    </g>
  )
}

/** Dots joined by lines; a gap where there is no value. */
function Line({ frame, across, along }: Scene) {
  const { chart } = frame
  return (
    <g>
      {chart.series.map(({ values, tones }, place) => {
        const dots = values.map((value, at) =>
          value === null ? null : { x: along(at), y: across(value), color: hexOf(TONE_COLORS[tones[at] ?? 'low']) },
        )
        return (
          <g key={place}>
            {dots.map((dot, at) => {
              const before = dots[at - 1]
              return dot && before ? (
                <line key={at} x1={before.x} y1={before.y} x2={dot.x} y2={dot.y} stroke={dot.color} strokeWidth={2.25} />
              ) : null
            })}
            {dots.map((dot, at) =>
              dot ? (
                <circle key={at} cx={dot.x} cy={dot.y} r={4} fill={dot.color} stroke={hexOf(PAPER)} strokeWidth={1} />
              ) : null,
            )}
          </g>
        )
      })}
    </g>
  )
}

/** The interval of each value, over bars and dots. */
function Intervals({ frame, across, along }: Scene) {
  const { chart, lying } = frame
  const stroke = { stroke: hexOf(INK), strokeWidth: 1.25 }
  return (
    <g>
      {chart.series.flatMap(({ values, interval }, place) =>
        values.map((value, at) => {
          const [low, high] = [interval?.low[at] ?? null, interval?.high[at] ?? null]
          if (value === null || low === null || high === null) return null
          const [from, to, middle] = [across(Math.min(low, value)), across(Math.max(high, value)), along(at)]
          const line = (a: number, b: number, c: number, d: number) =>
            lying ? { x1: a, x2: b, y1: c, y2: d } : { y1: a, y2: b, x1: c, x2: d }
          return (
            <g key={`${place} ${at}`} {...stroke}>
              <line {...line(from, to, middle, middle)} />
              <line {...line(from, from, middle - CAP, middle + CAP)} />
              <line {...line(to, to, middle - CAP, middle + CAP)} />
            </g>
          )
        }),
      )}
    </g>
  )
}
