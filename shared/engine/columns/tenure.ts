import { civilOf } from '../../base/day'
import { pickRows } from '../../ingest/commit-rows'
import { detectDates } from '../../ingest/detect-dates'
import { parseDate, parseSerial } from '../../ingest/parse-date'
import { holdsTenure, numberOf, statedMonths } from '../../ingest/tenure-unit'
import { MONTHS_OF, type TenureUnit } from '../../model/tenure'
import type { MeasuredColumn } from '../../query/band-column'
import { NO_DAY } from '../../query/columns'
import { cellAt, everyValue, lengthOf, type TextColumn } from '../../table/column'

const SECONDS_A_DAY = 86_400
const LATEST = '2199-12-31'

/** The rows of a wave, and what it says of its tenure. */
export interface TenurePart {
  readonly first: number
  readonly rows: number
  readonly header: string
  /** What somebody has said, or what was plain from the numbers, where the header does not say it. */
  readonly unit?: TenureUnit
}

/** Whole months that the text in a row tells, seen from the day of the answer; -1 for none. */
type Months = (text: string, day: number) => number

/** More than anybody can tell: 6,000 years. */
const MOST_MONTHS = 0xfffe

/**
 * A tenure in whole months: of numbers of which it is known what they count, and of the days on which customers began, as
 * seen from the day of each answer. Null where a wave tells anything else, which is then taken as it is.
 */
export function measureMonths(column: TextColumn, parts: readonly TenurePart[], label: string, days: Int32Array): MeasuredColumn | null {
  const codes = new Uint16Array(days.length)
  let isMeasured = false
  let most = -1
  for (const part of parts) {
    const cells = cutPart(column, part)
    if (everyValue(cells, (value) => value.trim() === '')) continue
    const months = monthsOf(cells, part, label)
    if (!months) return null
    isMeasured = true
    for (let row = part.first; row < part.first + part.rows; row++) {
      const told = Math.min(MOST_MONTHS, Math.floor(months(cellAt(column, row), days[row]!)))
      codes[row] = told + 1
      if (told > most) most = told
    }
  }
  if (!isMeasured) return null
  const labels = [null, ...Array.from({ length: most + 1 }, (_, month) => `${month}m`)]
  return { measure: 'months', column: { codes, labels }, values: Float64Array.from(labels, (_, at) => (at === 0 ? NaN : at - 1)) }
}

function monthsOf(cells: TextColumn, { header, unit }: TenurePart, label: string): Months | null {
  const dates = detectDates(cells, LATEST, true)
  if (dates) {
    const began = (text: string): number => (dates.serial ? parseSerial(text) : parseDate(text, dates.order))
    return (text, day) => {
      const seconds = day === NO_DAY ? NaN : began(text)
      return Number.isNaN(seconds) ? -1 : Math.max(-1, monthsBetween(Math.floor(seconds / SECONDS_A_DAY), day))
    }
  }
  const months = unit ? MONTHS_OF[unit] : (statedMonths(header) ?? statedMonths(label))
  if (months === null || !holdsTenure(cells, months)) return null
  return (text) => {
    const number = numberOf(text)
    return Number.isNaN(number) ? -1 : number * months
  }
}

/** The rows of one wave. */
export const cutPart = (column: TextColumn, { first, rows }: TenurePart): TextColumn =>
  first === 0 && rows === lengthOf(column) ? column : pickRows(column, Uint32Array.from({ length: rows }, (_, at) => first + at))

/** Whole months from one day to another; negative when the first comes later. */
function monthsBetween(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}
