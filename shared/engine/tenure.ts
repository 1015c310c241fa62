import { civilOf } from '../base/day'
import { detectDates } from '../ingest/detect-dates'
import { plainHeader } from '../ingest/header-words'
import { parseDate, parseSerial } from '../ingest/parse-date'
import { bandOfMonths, TENURE_BANDS } from '../model/tenure'
import { NO_DAY, type DimensionColumn } from '../query/columns'
import { cellAt, eachValue, type TextColumn } from '../table/column'

const SECONDS_A_DAY = 86_400
/** So many of the filled cells must be numbers; the others are blank. */
const NUMBER_SHARE = 0.95
const LATEST = '2199-12-31'

/** Months in what the header counts: "Tenure (months)", "이용 기간(년)". */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\bmonths?\b|\bmos?\b|개월|달/i, 1],
  [/\byears?\b|\byrs?\b|년|연차/i, 12],
  [/\bweeks?\b|주(간|수)?\)?$/i, 12 / 52],
  [/\bdays?\b|일수|일\)?$/i, 12 / 365.25],
]

/**
 * A tenure in bands: of numbers whose header says what they count, and of the days on which customers began, as seen from
 * the day of each answer. Null for everything else, which is taken as it is.
 */
export function tenureDimension(column: TextColumn, label: string, days: Int32Array): DimensionColumn | null {
  const labels = [null, ...TENURE_BANDS]
  const dates = detectDates(column, LATEST, true)
  if (dates) {
    const began = (text: string): number => (dates.serial ? parseSerial(text) : parseDate(text, dates.order))
    const codes = Uint8Array.from(days, (day, row) => {
      const seconds = day === NO_DAY ? NaN : began(cellAt(column, row))
      const months = Number.isNaN(seconds) ? -1 : monthsBetween(Math.floor(seconds / SECONDS_A_DAY), day)
      return months < 0 ? 0 : bandOfMonths(months) + 1
    })
    return { codes, labels }
  }
  const unit = UNITS.find(([word]) => word.test(plainHeader(label)))?.[1]
  if (unit === undefined || !areNumbers(column)) return null
  const codes = Uint8Array.from(days, (_, row) => {
    const number = numberOf(cellAt(column, row))
    return Number.isNaN(number) || number < 0 ? 0 : bandOfMonths(number * unit) + 1
  })
  return { codes, labels }
}

const numberOf = (text: string): number => {
  const cell = text.normalize('NFKC').trim()
  return /^\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : NaN
}

function areNumbers(column: TextColumn): boolean {
  let filled = 0
  let numbers = 0
  eachValue(column, (value, rows) => {
    if (value.trim() === '') return
    filled += rows
    if (!Number.isNaN(numberOf(value))) numbers += rows
  })
  return filled > 0 && numbers >= filled * NUMBER_SHARE
}

/** Whole months from one day to another; negative when the first comes later. */
function monthsBetween(from: number, to: number): number {
  const [a, b] = [civilOf(from), civilOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}
