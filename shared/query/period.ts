import { invariant } from '../base/assert'
import { civilOf, daysOf, isoDay, parseIsoDay } from '../base/day'
import type { PeriodUnit } from './types'

/**
 * How periods are written. Months are always those of the calendar: `2026-07`. Where the fiscal year begins in January,
 * longer ones are the calendar's as well: `2026-Q3`, `2026-H2`, `2026`. Where it begins in another month, they are written
 * `FY2026-Q3`, `FY2026-H2`, `FY2026`, and the fiscal year is named after the calendar year in which it ends: with 4 for
 * April, `FY2026-Q1` is April to June 2025.
 */
const SHAPE = /^(FY)?(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/
const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** Beyond this a gap is more likely a wrong date than a pause: only periods that occur are listed. */
const MOST = 240

interface Parts {
  readonly unit: PeriodUnit
  readonly fiscal: boolean
  readonly year: number
  /** From 1 on, within the year. */
  readonly part: number
}

/** A period taken apart; null for what is not one. */
export function partsOfPeriod(period: string): Parts | null {
  const [, fiscal, year, quarter, half, month] = SHAPE.exec(period) ?? []
  if (year === undefined || (fiscal !== undefined && month !== undefined)) return null
  const unit = quarter ? 'quarter' : half ? 'half' : month ? 'month' : 'year'
  return { unit, fiscal: fiscal !== undefined, year: Number(year), part: Number(quarter ?? half ?? month ?? 1) }
}

function partsOf(period: string): Parts {
  const parts = partsOfPeriod(period)
  invariant(parts, `a period, not ${period}`)
  return parts
}

/** Unit of a period; null for anything else. */
export const unitOfPeriod = (period: string): PeriodUnit | null => partsOfPeriod(period)?.unit ?? null

/** Whether the period is written as those of fiscal years are that begin in that month, 1 to 12. Months are in every year. */
export function isOfYear(period: string, start: number): boolean {
  const parts = partsOfPeriod(period)
  return parts !== null && (parts.unit === 'month' || parts.fiscal === (start !== 1))
}

/** Months from the year 0 to the beginning of the fiscal year 0. */
const offsetOf = (start: number): number => (start === 1 ? 0 : start - 13)

/** Place of a period among those of its unit and notation: neighbours are one apart. */
export const placeOfPeriod = (period: string): number => placeOf(partsOf(period))

const placeOf = ({ unit, year, part }: Parts): number => (year * 12) / MONTHS[unit] + part - 1

/** The period at a place; `fiscal`: as of a year that does not begin in January. */
function periodAt(place: number, unit: PeriodUnit, fiscal: boolean): string {
  const inYear = 12 / MONTHS[unit]
  const year = String(Math.floor(place / inYear)).padStart(4, '0')
  const part = place - Math.floor(place / inYear) * inYear + 1
  const head = fiscal && unit !== 'month' ? 'FY' : ''
  switch (unit) {
    case 'month':
      return `${year}-${String(part).padStart(2, '0')}`
    case 'quarter':
      return `${head}${year}-Q${part}`
    case 'half':
      return `${head}${year}-H${part}`
    case 'year':
      return `${head}${year}`
  }
}

/** The period of a day (since 1970), where the fiscal year begins in the month `start`, 1 to 12. */
export function periodOf(day: number, unit: PeriodUnit, start: number): string {
  const { year, month } = civilOf(day)
  return periodOfMonth(year * 12 + month - 1, unit, start)
}

/** The same of a month, counted from the year 0. */
export function periodOfMonth(month: number, unit: PeriodUnit, start: number): string {
  const since = unit === 'month' ? month : month - offsetOf(start)
  return periodAt(Math.floor(since / MONTHS[unit]), unit, start !== 1)
}

/** The first and the last month of a period, counted from the year 0. */
export function monthsOf(period: string, start: number): readonly [first: number, last: number] {
  const parts = partsOf(period)
  const first = placeOf(parts) * MONTHS[parts.unit] + (parts.fiscal ? offsetOf(start) : 0)
  return [first, first + MONTHS[parts.unit] - 1]
}

const firstOfMonth = (month: number): number => daysOf({ year: Math.floor(month / 12), month: month - Math.floor(month / 12) * 12 + 1, day: 1 })

/** The first day of a period, as ISO. */
export const firstDayOf = (period: string, start: number): string => isoDay(firstOfMonth(monthsOf(period, start)[0]))

/** The last day of a period, as ISO: `2026-Q3` ends on `2026-09-30`. */
export const lastDayOf = (period: string, start: number): string => isoDay(firstOfMonth(monthsOf(period, start)[1] + 1) - 1)

/** Days of a period. */
export function daysIn(period: string, start: number): number {
  const [first, last] = monthsOf(period, start)
  return firstOfMonth(last + 1) - firstOfMonth(first)
}

/** Whether all of the period lies before `today` (an ISO day or time). */
export const isOver = (period: string, today: string, start: number): boolean => lastDayOf(period, start) < today.slice(0, 10)

/** Days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => (parseIsoDay(to) ?? 0) - (parseIsoDay(from) ?? 0)

/** Whether the periods, of one unit, follow one another without a gap. */
export const areInARow = (periods: readonly string[]): boolean =>
  periods.every((period, at) => {
    const before = periods[at - 1]
    return before === undefined || placeOfPeriod(period) - placeOfPeriod(before) === 1
  })

/** The periods in order of time, those in between included in which nobody answered. They are of one unit and notation. */
export function fillPeriods(periods: readonly string[]): readonly string[] {
  const [one] = periods
  if (one === undefined) return []
  const { unit, fiscal } = partsOf(one)
  const places = [...new Set(periods.map(placeOfPeriod))].toSorted((a, b) => a - b)
  const [first, last] = [places[0]!, places.at(-1)!]
  const listed = last - first >= MOST ? places : Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return listed.map((place) => periodAt(place, unit, fiscal))
}

/**
 * Periods of a fiscal year that begins in one month, as periods of one that begins in another: of their own unit where each is
 * one, else all of their months. Nothing is lost either way, for every period is whole months.
 */
export function translatePeriods(
  periods: readonly string[],
  unit: PeriodUnit,
  from: number,
  to: number,
): { readonly unit: PeriodUnit; readonly periods: readonly string[] } {
  if (from === to || unit === 'month') return { unit, periods }
  const spans = periods.map((period) => monthsOf(period, from))
  const same = spans.map(([first]) => periodOfMonth(first, unit, to))
  if (same.every((period, at) => monthsOf(period, to)[0] === spans[at]![0])) return { unit, periods: same }
  const months = spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => periodOfMonth(first + at, 'month', to)))
  return { unit: 'month', periods: [...new Set(months)].sort() }
}
