import { invariant } from '../../shared/base/assert'
import type { PeriodUnit } from '../../shared/query/types'

const PARTS: Readonly<Record<PeriodUnit, number>> = { month: 12, quarter: 4, half: 2, year: 1 }

/** Beyond this a gap is more likely a wrong date than a pause: only periods that occur are shown. */
const MOST = 240

function placeOf(period: string, unit: PeriodUnit): number {
  const match = /^(\d{4})(?:-[QH]?(\d{1,2}))?$/.exec(period)
  invariant(match, `a period, not ${period}`)
  return Number(match[1]) * PARTS[unit] + Number(match[2] ?? 1) - 1
}

function periodAt(place: number, unit: PeriodUnit): string {
  const year = String(Math.floor(place / PARTS[unit])).padStart(4, '0')
  const part = (place % PARTS[unit]) + 1
  switch (unit) {
    case 'month':
      return `${year}-${String(part).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${part}`
    case 'half':
      return `${year}-H${part}`
    case 'year':
      return year
  }
}

/** The periods in order of time, those in between included in which nobody answered. */
export function fillPeriods(periods: readonly string[], unit: PeriodUnit): readonly string[] {
  const places = [...new Set(periods.map((period) => placeOf(period, unit)))].toSorted((a, b) => a - b)
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return []
  if (last - first >= MOST) return places.map((place) => periodAt(place, unit))
  return Array.from({ length: last - first + 1 }, (_, at) => periodAt(first + at, unit))
}
