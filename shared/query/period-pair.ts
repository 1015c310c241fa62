import { isOver, placeOfPeriod } from './period'
import { PERIOD_UNITS, type PeriodUnit } from './types'

/** A period and the answers in it. */
export interface PeriodCount {
  readonly period: string
  readonly n: number
}

const ENOUGH = 30
const MOST = 16
const SOUND_SHARE = 0.8
const STUB_SHARE = 0.05

/** Periods that a survey only touched, with a few answers beside hundreds, say nothing about a change. */
function withoutStubs<P extends PeriodCount>(points: readonly P[]): readonly P[] {
  const most = Math.max(0, ...points.map(({ n }) => n))
  return points.filter(({ n }) => n >= Math.max(ENOUGH, most * STUB_SHARE) || most < ENOUGH)
}

/** Periods from the first to the last, those without answers counted as well. */
const spanOf = (points: readonly PeriodCount[]): number =>
  placeOfPeriod(points.at(-1)!.period) - placeOfPeriod(points[0]!.period) + 1

/**
 * The unit to look at time by: the shortest of which four periods in five have at least 30 answers, sixteen periods at
 * most, with answers in every other period or more (a survey held each quarter is no matter of months); else years. Null where not even two years have enough. `pointsOf` gives the periods with answers, in order.
 */
export function chooseUnit(pointsOf: (unit: PeriodUnit) => readonly PeriodCount[]): PeriodUnit | null {
  const sound = PERIOD_UNITS.find((unit) => {
    const points = pointsOf(unit)
    const enough = points.filter(({ n }) => n >= ENOUGH).length
    if (points.length < 2 || points.length > MOST) return false
    return enough >= SOUND_SHARE * points.length && points.length >= spanOf(points) / 2
  })
  return sound ?? (withoutStubs(pointsOf('year').slice(-MOST)).length < 2 ? null : 'year')
}

/**
 * The two periods to compare: the last two with enough answers that are over. Where there are no two, the one that is
 * still going on counts as well. Null for fewer than two. `start`: the month in which the fiscal year begins.
 */
export function choosePair<P extends PeriodCount>(points: readonly P[], today: string, start: number): readonly [from: P, to: P] | null {
  const sound = withoutStubs(points)
  const over = sound.filter(({ period }) => isOver(period, today, start))
  const [from, to] = (over.length >= 2 ? over : sound).slice(-2)
  return from && to ? [from, to] : null
}
