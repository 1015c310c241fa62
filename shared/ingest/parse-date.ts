import type { DateOrder } from '../model/role'

const DAY = 86_400
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const PIVOT = 70
/** 1900-01-01 is serial 1; Excel believes in 1900-02-29, so this holds from March 1900. */
const EXCEL_EPOCH_DAYS = 25_569
const EXCEL_FIRST = 36_526
const EXCEL_LAST = 60_000

const MERIDIEM = '(오전|오후|am|pm|a\\.m\\.|p\\.m\\.)'
const ZONE = '\\(?[a-z]{0,5}\\s*(?:[+-]\\d{1,2}(?::?\\d{2})?)?\\)?'
const TIME = new RegExp(
  `^(?:${MERIDIEM}\\s*)?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*${MERIDIEM}?\\s*${ZONE}$`,
  'i',
)
const NUMERIC = /^(\d{1,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,4})\.?(?:[T,\s]\s*(.+))?$/
const KOREAN = /^(\d{2,4})년\s*(\d{1,2})월\s*(\d{1,2})일(?:\s*(.+))?$/
const NAMED_MONTH_FIRST = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[,\s]\s*(.+))?$/i
const NAMED_DAY_FIRST = /^(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?[\s,-]\s*(\d{2}|\d{4})(?:[,\s]\s*(.+))?$/i

/**
 * Wall time in a cell as seconds since 1970-01-01, or NaN. `order` says how to read `03.04.05`; a year of four digits
 * in front settles it. Zones are dropped: the clock on the wall is what the survey tool wrote.
 */
export function parseDate(text: string, order: DateOrder): number {
  const fast = parseIso(text)
  if (fast === fast) return fast
  const cell = text.normalize('NFKC').trim()
  if (cell.length < 6 || cell.length > 60) return NaN
  const numeric = NUMERIC.exec(cell)
  if (numeric) {
    const [, a = '', b = '', c = '', time] = numeric
    const [year, month, day] = a.length > 2 || order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b]
    return compose(year, Number(month), day, time)
  }
  const korean = KOREAN.exec(cell)
  if (korean) return compose(korean[1]!, Number(korean[2]), korean[3]!, korean[4])
  const monthFirst = NAMED_MONTH_FIRST.exec(cell)
  if (monthFirst) return compose(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!, monthFirst[4])
  const dayFirst = NAMED_DAY_FIRST.exec(cell)
  return dayFirst ? compose(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!, dayFirst[4]) : NaN
}

/** An Excel serial date (2000 to 2064), Unix seconds or milliseconds, or NaN. Only for columns known to hold dates. */
export function parseSerial(text: string): number {
  const cell = text.trim()
  if (!/^\d{5}(\.\d+)?$|^1\d{9}$|^1\d{12}$/.test(cell)) return NaN
  const number = Number(cell)
  if (number > 1e12) return Math.round(number / 1000)
  if (number > 1e9) return number
  return number >= EXCEL_FIRST && number <= EXCEL_LAST ? Math.round((number - EXCEL_EPOCH_DAYS) * DAY) : NaN
}

/** `YYYY-MM-DD` with an optional `[ T]HH:MM[:SS[.fff]][Z]`, read digit by digit: most cells look like this. */
function parseIso(text: string): number {
  const { length } = text
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN
  const year = digits(text, 0) * 100 + digits(text, 2)
  const date = dayNumber(year, digits(text, 5), digits(text, 8))
  if (length === 10) return date * DAY
  const gap = text.charCodeAt(10)
  if (length < 16 || (gap !== 32 && gap !== 84) || text.charCodeAt(13) !== 58) return NaN
  const hour = digits(text, 11)
  const minute = digits(text, 14)
  const second = length === 16 ? 0 : length === 19 && text.charCodeAt(16) === 58 ? digits(text, 17) : NaN
  return hour < 24 && minute < 60 && second < 60 ? date * DAY + hour * 3600 + minute * 60 + second : NaN
}

function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1

function compose(yearText: string, month: number, dayText: string, time: string | undefined): number {
  if (yearText.length === 3 || yearText.length === 1 || dayText.length > 2) return NaN
  const short = Number(yearText)
  const year = yearText.length === 2 ? short + (short < PIVOT ? 2000 : 1900) : short
  return dayNumber(year, month, Number(dayText)) * DAY + (time === undefined ? 0 : parseTime(time.trim()))
}

/** Seconds since midnight. `오후 2:34`, `2:34 PM`, `14:34:56 GMT+9`; 12 AM is midnight. */
function parseTime(text: string): number {
  const match = TIME.exec(text)
  if (!match) return NaN
  const meridiem = (match[1] ?? match[5] ?? '').toLowerCase()
  let hour = Number(match[2])
  const minute = Number(match[3])
  const second = Number(match[4] ?? 0)
  if (meridiem !== '') {
    const afternoon = meridiem === '오후' || meridiem.startsWith('p')
    if (hour > 12 && !afternoon) return NaN
    if (hour <= 12) hour = (hour % 12) + (afternoon ? 12 : 0)
  }
  return clock(hour, minute, second)
}

const clock = (hour: number, minute: number, second: number): number =>
  hour < 24 && minute < 60 && second < 60 ? hour * 3600 + minute * 60 + second : NaN

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days since 1970-01-01 in the Gregorian calendar, or NaN when there is no such day or the year is not 1900-2199. */
function dayNumber(year: number, month: number, day: number): number {
  if (!(year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1)) return NaN
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  if (day > DAYS_IN_MONTH[month - 1]! + (leap && month === 2 ? 1 : 0)) return NaN
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}
