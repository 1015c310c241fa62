import { invariant } from '../base/assert'
import { daysOf, isoDay } from '../base/day'
import { PERIOD_UNITS, type PeriodUnit } from './types'

/** A period and the answers in it. */
export interface PeriodCount {
  readonly period: string
  readonly n: number
}

const SHAPE = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})))?$/
const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The last month of a period, counted from the year 0. */
function lastMonthOf(period: string): number {
  const [, year, quarter, half, month] = SHAPE.exec(period) ?? []
  invariant(year, `a period, not ${period}`)
  const last = quarter ? Number(quarter) * 3 : half ? Number(half) * 6 : month ? Number(month) : 12
  return Number(year) * 12 + last - 1
}

/** The last day of a period, as ISO: `2026-Q3` ends on `2026-09-30`. */
export function lastDayOf(period: string): string {
  const next = lastMonthOf(period) + 1
  return isoDay(daysOf({ year: Math.floor(next / 12), month: (next % 12) + 1, day: 1 }) - 1)
}

/** Whether the periods, of one unit, follow one another without a gap. */
export const areInARow = (periods: readonly string[], unit: PeriodUnit): boolean =>
  periods.every((period, at) => {
    const before = periods[at - 1]
    return before === undefined || lastMonthOf(period) - lastMonthOf(before) === MONTHS[unit]
  })

/** Whether all of the period lies before `today` (an ISO day or time). */
export const isOver = (period: string, today: string): boolean => lastDayOf(period) < today.slice(0, 10)

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
const spanOf = (points: readonly PeriodCount[], unit: PeriodUnit): number =>
  (lastMonthOf(points.at(-1)!.period) - lastMonthOf(points[0]!.period)) / MONTHS[unit] + 1

/**
 * The unit to look at time by: the shortest of which four periods in five have at least 30 answers, sixteen periods at
 * most, with answers in every other period or more (a survey held each quarter is no matter of months); else years. Null where not even two years have enough. `pointsOf` gives the periods with answers, in order.
 */
export function chooseUnit(pointsOf: (unit: PeriodUnit) => readonly PeriodCount[]): PeriodUnit | null {
  const sound = PERIOD_UNITS.find((unit) => {
    const points = pointsOf(unit)
    const enough = points.filter(({ n }) => n >= ENOUGH).length
    if (points.length < 2 || points.length > MOST) return false
    return enough >= SOUND_SHARE * points.length && points.length >= spanOf(points, unit) / 2
  })
  return sound ?? (withoutStubs(pointsOf('year').slice(-MOST)).length < 2 ? null : 'year')
}

/**
 * The two periods to compare: the last two with enough answers that are over. Where there are no two, the one that is
 * still going on counts as well. Null for fewer than two.
 */
export function choosePair<P extends PeriodCount>(points: readonly P[], today: string): readonly [from: P, to: P] | null {
  const sound = withoutStubs(points)
  const over = sound.filter(({ period }) => isOver(period, today))
  const [from, to] = (over.length >= 2 ? over : sound).slice(-2)
  return from && to ? [from, to] : null
}
