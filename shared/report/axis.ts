import type { Axis, Chart } from './outline'

const STEPS = [1, 2, 5, 10, 20, 25, 50, 100] as const
const MAX_STEPS = 6

/** An axis in points that holds all `values`, in at most six round steps; from zero where bars stand on it. */
export function pointsAxis(values: readonly (number | null)[], fromZero: boolean): Axis {
  const known = values.filter((value) => value !== null)
  const all = fromZero || known.length === 0 ? [...known, 0] : known
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const [from, to] = low === high ? [low - 5, high + 5] : [low, high]
  for (const step of STEPS) {
    const axis = { min: Math.floor(from / step) * step + 0, max: Math.ceil(to / step) * step + 0, step }
    if ((axis.max - axis.min) / step <= MAX_STEPS) return axis
  }
  return { min: -100, max: 100, step: 50 }
}

/** The chart, if it has anything to draw. */
export const drawn = (chart: Chart): Chart | null =>
  chart.series.some(({ values }) => values.some((value) => value !== null)) ? chart : null

export const SHARE_AXIS: Axis = { min: 0, max: 1, step: 0.25 }
