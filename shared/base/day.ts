/** Civil days as whole numbers since 1970-01-01, without time zones. Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
export interface CivilDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

export function civilOf(days: number): CivilDay {
  const shifted = Math.floor(days) + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

export function daysOf({ year, month, day }: CivilDay): number {
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** `2026-07-31`. */
export function isoDay(days: number): string {
  const { year, month, day } = civilOf(days)
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** `2026-07-31 14:05:00` of seconds since 1970-01-01. */
export function isoTime(seconds: number): string {
  const days = Math.floor(seconds / 86_400)
  const rest = Math.floor(seconds - days * 86_400)
  return `${isoDay(days)} ${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}`
}

/** Days of an ISO date such as `2026-07-31`, with or without a time; null when it is not written as one. Days beyond a month count on. */
export function parseIsoDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  return match ? daysOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) : null
}

/** Whether a text is a day of the calendar, written as `2026-07-31`. */
export function isIsoDay(text: string): boolean {
  const days = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseIsoDay(text) : null
  return days !== null && isoDay(days) === text
}
