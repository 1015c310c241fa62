import { assertNever } from '../../shared/base/assert'
import type { Box, ChartFrame } from '../../shared/report/layout/blocks'
import { chartShapes, type Shape } from '../../shared/report/layout/chart-shapes'
import { PAPER } from '../../shared/report/layout/look'
import { deckColor } from './deck-color'

const POINTS = 72

/** A chart of a slide, drawn of the same shapes as in the files. */
export function DeckChart({ box, frame }: { readonly box: Box; readonly frame: ChartFrame }) {
  return (
    <svg className="deck-chart" viewBox={`0 0 ${box.w * POINTS} ${box.h * POINTS}`} role="img" aria-label={frame.chart.alt}>
      {chartShapes(box, frame).map((shape, at) => (
        <DeckShape key={at} shape={shape} />
      ))}
    </svg>
  )
}

function DeckShape({ shape }: { readonly shape: Shape }) {
  const color = deckColor(shape.color)
  switch (shape.kind) {
    case 'line':
      return <line x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} stroke={color} strokeWidth={shape.width} />
    case 'rect':
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.w}
          height={shape.h}
          fill={color}
          {...(shape.parted ? { stroke: deckColor(PAPER), strokeWidth: 0.75 } : {})}
        />
      )
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={shape.r} fill={color} />
    case 'word':
      return (
        <text
          className="deck-tick"
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          fontWeight={shape.bold ? 700 : 400}
          fill={color}
          textAnchor={shape.anchor}
        >
          {shape.text}
        </text>
      )
    default:
      return assertNever(shape, 'shape')
  }
}
