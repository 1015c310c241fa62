import { civilOf, isoDay } from '../base/day'
import { bandOfKey, isUnreadable, UNREADABLE, type Band } from './bands'
import { tenureKey, type TenureKey } from './tenure'

type BandMessage =
  | 'band.below'
  | 'band.range'
  | 'band.half-open'
  | 'band.from'
  | 'band.until'
  | 'band.since'
  | 'band.tenure.below'
  | 'band.tenure.range'
  | 'band.tenure.from'
  | 'band.no-number'
  | 'band.no-date'

/** How a language says what a band consists of. */
export interface BandTeller {
  readonly say: (key: BandMessage | TenureKey, params?: Readonly<Record<string, string | number>>) => string
  readonly number: (value: number) => string
  /** Of an ISO day. */
  readonly day: (iso: string) => string
  /** Of `2026`, `2026-Q3`, `2026-07`. */
  readonly period: (period: string) => string
}

/** A band in plain words: "under 100", "100 to 499", "2024", "500 and more"; null for the key of anything else. */
export function bandWords(key: string | null, teller: BandTeller): string | null {
  const tenure = tenureKey(key)
  if (tenure) return teller.say(tenure)
  if (isUnreadable(key)) return teller.say(key === UNREADABLE.numbers ? 'band.no-number' : 'band.no-date')
  const band = bandOfKey(key)
  if (!band) return null
  switch (band.measure) {
    case 'numbers':
      return numberWords(band, key?.includes('..<') ?? false, teller)
    case 'days':
      return dayWords(band, teller)
    case 'months':
      return tenureWords(band, teller)
  }
}

function numberWords({ from, to }: Band, isHalfOpen: boolean, { say, number }: BandTeller): string {
  if (from === null) return say('band.below', { to: number(to ?? 0) })
  if (to === null) return say('band.from', { from: number(from) })
  if (isHalfOpen) return say('band.half-open', { from: number(from), to: number(to) })
  return to - 1 === from ? number(from) : say('band.range', { from: number(from), to: number(to - 1) })
}

function tenureWords({ from, to }: Band, { say }: BandTeller): string {
  const inYears = [from, to].every((edge) => edge === null || edge % 12 === 0)
  const unit = inYears ? 'years' : 'months'
  const [start, end] = [from, to].map((edge) => (inYears ? (edge ?? 0) / 12 : (edge ?? 0)))
  if (from === null) return say('band.tenure.below', { to: end!, unit })
  return to === null ? say('band.tenure.from', { from: start!, unit }) : say('band.tenure.range', { from: start!, to: end!, unit })
}

function dayWords({ from, to }: Band, { say, day, period }: BandTeller): string {
  if (from === null) return say('band.until', { last: nameOf(periodBefore(to ?? 0), period) ?? day(isoDay((to ?? 0) - 1)) })
  if (to === null) return say('band.since', { first: nameOf(periodFrom(from), period) ?? day(isoDay(from)) })
  const [first, last] = [periodFrom(from), periodBefore(to)]
  const units = UNITS.filter((unit) => first[unit] !== null && last[unit] !== null)
  const [unit] = units
  // The longest unit that fits at both ends; one that is the same at both is told once.
  const same = units.find((each) => first[each] === last[each])
  if (same !== undefined) return period(first[same]!)
  if (unit !== undefined) return say('band.range', { from: period(first[unit]!), to: period(last[unit]!) })
  return to - 1 === from ? day(isoDay(from)) : say('band.range', { from: day(isoDay(from)), to: day(isoDay(to - 1)) })
}

const UNITS = ['year', 'quarter', 'month'] as const
type Periods = Readonly<Record<(typeof UNITS)[number], string | null>>

const nameOf = (periods: Periods, period: BandTeller['period']): string | null => {
  const unit = UNITS.find((each) => periods[each] !== null)
  return unit === undefined ? null : period(periods[unit]!)
}

/** The periods that begin on a day. */
function periodFrom(first: number): Periods {
  const { year, month, day } = civilOf(first)
  return periodsOf(year, month, day === 1, month === 1, month % 3 === 1)
}

/** The periods that end before a day. */
function periodBefore(next: number): Periods {
  const { year, month } = civilOf(next - 1)
  const { day } = civilOf(next)
  return periodsOf(year, month, day === 1, month === 12, month % 3 === 0)
}

const periodsOf = (year: number, month: number, isMonth: boolean, isYear: boolean, isQuarter: boolean): Periods => ({
  year: isMonth && isYear ? String(year) : null,
  quarter: isMonth && isQuarter ? `${year}-Q${Math.ceil(month / 3)}` : null,
  month: isMonth ? `${year}-${String(month).padStart(2, '0')}` : null,
})
