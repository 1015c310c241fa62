import type { ControlChart } from '../../../shared/nps/control-chart'
import { FULL_RANGE, type AxisRange } from '../figures/axis-range'

export interface PeriodLimits {
  /** Those that count: wider where periods vary more than their samples do. */
  readonly outer: AxisRange
  /** Those of chance alone, where the others are wider. */
  readonly inner: AxisRange | null
}

const within = (points: number): number => Math.max(FULL_RANGE.low, Math.min(FULL_RANGE.high, points))

/** The limits of the period at that place, no further than a score can go; null for one without answers. */
export function limitsAt({ center, widening, periods }: ControlChart, at: number): PeriodLimits | null {
  const { lower, upper } = periods[at] ?? { lower: null, upper: null }
  if (lower === null || upper === null) return null
  const around = (times: number): AxisRange => ({ low: within(center - (center - lower) * times), high: within(center + (upper - center) * times) })
  return { outer: around(widening), inner: widening > 1 ? around(1) : null }
}
