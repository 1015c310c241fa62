import { answersOf, baseOf, pointsOf } from './figure'
import type { GroupCounts } from './types'
import { pooled, varianceOf } from './variance'

/** Limits as far from the centre as chance goes once in 370 periods. */
const SIGMAS = 3
/** Mean range of two neighbours over the standard deviation, of normal values. */
const RANGE_OF_TWO = 1.128
/** From here on periods vary by more than their samples do. */
const VARIED = 1.2
/** Periods needed to draw limits, to speak of signals, and for a shift on one side of the centre. */
const FEWEST_TO_DRAW = 8
const FEWEST_TO_SIGNAL = 12
const RUN = 8

export interface ControlPeriod {
  /** Points; null for a period without answers, which is a gap. */
  readonly lower: number | null
  readonly upper: number | null
  /** Standard errors from the centre. */
  readonly z: number | null
  readonly signal: 'above' | 'below' | 'shift' | null
  /** Whether the signal would be one with the wider limits, too. */
  readonly survives: boolean
}

export interface ControlChart {
  readonly center: number
  /** How much more periods vary than samples of their size would. */
  readonly sigmaZ: number
  /** What the limits' distance from the centre is to be multiplied by: sigmaZ from 1.2 on (Laney 2002), else 1. */
  readonly widening: number
  /** Too few periods (8) for limits to mean much, or (12) for signals: those are null. */
  readonly canDraw: boolean
  readonly canSignal: boolean
  readonly periods: readonly ControlPeriod[]
}

/**
 * Control chart of periods of unequal size: centre = the pooled score, limits = centre -/+ 3 sqrt(s^2 / n) with the pooled
 * variance; where periods really differ, `widening` says how much wider they would be. Signals are a period beyond its limits and eight in a row on one
 * side of the centre, and no other rule, for each adds false alarms. Periods that are still `open` have limits, but are no part
 * of what these rest on, and no signal; neither is one with too few answers for a score. Null without answers.
 */
export function controlChart(periods: readonly GroupCounts[], open: readonly boolean[] = []): ControlChart | null {
  const all = pooled(periods.filter((_, at) => open[at] !== true))
  if (answersOf(all) === 0) return null
  const center = pointsOf(all)
  const variance = varianceOf(all)
  const errors = periods.map((period) => (answersOf(period) === 0 ? null : 100 * Math.sqrt(variance / answersOf(period))))
  const zs = periods.map((period, at) => {
    const error = errors[at]!
    return error === null ? null : error === 0 ? 0 : (pointsOf(period) - center) / error
  })
  const sound = zs.filter((z, at) => z !== null && open[at] !== true).map((z) => z!)
  const sigmaZ = rangesOf(sound) / RANGE_OF_TWO
  const widening = sigmaZ > VARIED ? sigmaZ : 1
  const canSignal = sound.length >= FEWEST_TO_SIGNAL
  const runs = runsOf(zs.map((z, at) => (open[at] === true ? null : z)))
  return {
    center,
    sigmaZ,
    widening,
    canDraw: sound.length >= FEWEST_TO_DRAW,
    canSignal,
    periods: zs.map((z, at): ControlPeriod => {
      const error = errors[at]!
      if (z === null || error === null) return { lower: null, upper: null, z: null, signal: null, survives: false }
      const found = z > SIGMAS ? 'above' : z < -SIGMAS ? 'below' : runs[at]! >= RUN ? 'shift' : null
      const isSound = open[at] !== true && baseOf(answersOf(periods[at]!)) !== 'tiny'
      const signal = canSignal && isSound ? found : null
      const survives = signal === 'shift' || (signal !== null && Math.abs(z) > SIGMAS * widening)
      return { lower: center - SIGMAS * error, upper: center + SIGMAS * error, z, signal, survives }
    }),
  }
}

/** Mean distance of neighbours. */
export const rangesOf = (values: readonly number[]): number =>
  values.length < 2 ? 0 : values.slice(1).reduce((sum, value, at) => sum + Math.abs(value - values[at]!), 0) / (values.length - 1)

/** How many in a row, up to each, lie on its side of the centre; a gap does not end a row. */
function runsOf(zs: readonly (number | null)[]): readonly number[] {
  let side = 0
  let length = 0
  return zs.map((z) => {
    if (z === null) return length
    const mine = Math.sign(z)
    length = mine !== 0 && mine === side ? length + 1 : mine === 0 ? 0 : 1
    side = mine
    return length
  })
}
