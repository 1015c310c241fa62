import { civilOf } from '../base/day'
import { pickRows } from '../ingest/commit-rows'
import { detectDates } from '../ingest/detect-dates'
import { parseDate, parseSerial } from '../ingest/parse-date'
import { holdsTenure, numberOf, statedMonths } from '../ingest/tenure-unit'
import { bandOfMonths, MONTHS_OF, TENURE_BANDS, type TenureUnit } from '../model/tenure'
import { NO_DAY, type DimensionColumn } from '../query/columns'
import { cellAt, everyValue, lengthOf, type TextColumn } from '../table/column'

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

/** Band of the text in a row, seen from the day of the answer; -1 for none. */
type Band = (text: string, day: number) => number

/**
 * A tenure in bands: of numbers of which it is known what they count, and of the days on which customers began, as seen
 * from the day of each answer. Null where a wave tells anything else, which is then taken as it is.
 */
export function tenureDimension(column: TextColumn, parts: readonly TenurePart[], label: string, days: Int32Array): DimensionColumn | null {
  const codes = new Uint8Array(days.length)
  let isBanded = false
  for (const part of parts) {
    const cells = cut(column, part)
    if (everyValue(cells, (value) => value.trim() === '')) continue
    const band = bandOf(cells, part, label)
    if (!band) return null
    isBanded = true
    for (let row = part.first; row < part.first + part.rows; row++) codes[row] = band(cellAt(column, row), days[row]!) + 1
  }
  return isBanded ? { codes, labels: [null, ...TENURE_BANDS] } : null
}

function bandOf(cells: TextColumn, { header, unit }: TenurePart, label: string): Band | null {
  const dates = detectDates(cells, LATEST, true)
  if (dates) {
    const began = (text: string): number => (dates.serial ? parseSerial(text) : parseDate(text, dates.order))
    return (text, day) => {
      const seconds = day === NO_DAY ? NaN : began(text)
      const months = Number.isNaN(seconds) ? -1 : monthsBetween(Math.floor(seconds / SECONDS_A_DAY), day)
      return months < 0 ? -1 : bandOfMonths(months)
    }
  }
  const months = unit ? MONTHS_OF[unit] : (statedMonths(header) ?? statedMonths(label))
  if (months === null || !holdsTenure(cells, months)) return null
  return (text) => {
    const number = numberOf(text)
    return Number.isNaN(number) ? -1 : bandOfMonths(number * months)
  }
}

const cut = (column: TextColumn, { first, rows }: TenurePart): TextColumn =>
  first === 0 && rows === lengthOf(column) ? column : pickRows(column, Uint32Array.from({ length: rows }, (_, at) => first + at))

/** Whole months from one day to another; negative when the first comes later. */
function monthsBetween(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}
