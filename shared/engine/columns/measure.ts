import { isoDay } from '../../base/day'
import { detectDates } from '../../ingest/detect-dates'
import { parseDate, parseSerial } from '../../ingest/parse-date'
import { UNREADABLE } from '../../model/bands'
import type { Field } from '../../model/records'
import type { MeasuredColumn } from '../../query/band-column'
import { dimensionOfText } from '../../query/columns'
import { cellAt, eachValue, everyValue, type TextColumn } from '../../table/column'
import { cutPart, measureMonths, type TenurePart } from './tenure'

export type MeasuredPart = TenurePart

const SECONDS_A_DAY = 86_400
const LATEST = '2199-12-31'

/** What the cells of a field measure; null for one that is no number, date or tenure. Ids and accounts are names, whatever they look like. */
export function measureField(
  column: TextColumn,
  { kind, role, label }: Field,
  parts: readonly MeasuredPart[],
  days: Int32Array,
): MeasuredColumn | null {
  if (role === 'tenure') return measureMonths(column, parts, label, days)
  if (role !== 'segment') return null
  if (kind === 'number') return measureNumbers(column)
  return kind === 'date' ? measureDays(column, parts, days.length) : null
}

/** A number as written, its thousands parted or not; NaN for anything else. */
export function readNumber(text: string): number {
  const cell = text.normalize('NFKC').trim().replace(/^\u2212/, '-')
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell)) return Number(cell.replaceAll(',', ''))
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(cell) && Number.isFinite(Number(cell)) ? Number(cell) : NaN
}

function measureNumbers(cells: TextColumn): MeasuredColumn {
  const column = dimensionOfText(cells)
  return { measure: 'numbers', column, values: Float64Array.from(column.labels, (label) => (label === null ? NaN : readNumber(label))) }
}

/** Days, read in each wave the way it writes them; the labels are ISO days, whatever the waves wrote. */
function measureDays(cells: TextColumn, parts: readonly MeasuredPart[], rows: number): MeasuredColumn | null {
  const dayOf = new Float64Array(rows).fill(NaN)
  const filled = new Uint8Array(rows)
  let some = false
  for (const part of parts) {
    const own = cutPart(cells, part)
    if (everyValue(own, (value) => value.trim() === '')) continue
    const dates = detectDates(own, LATEST, true)
    const known = new Map<string, number>()
    eachValue(own, (text) => {
      const seconds = !dates ? NaN : dates.serial ? parseSerial(text) : parseDate(text, dates.order)
      known.set(text, Math.floor(seconds / SECONDS_A_DAY))
    })
    some ||= dates !== null
    for (let row = part.first; row < part.first + part.rows; row++) {
      const text = cellAt(cells, row)
      dayOf[row] = known.get(text) ?? NaN
      filled[row] = text.trim() === '' ? 0 : 1
    }
  }
  if (!some) return null
  const days = [...new Set(dayOf)].filter((day) => !Number.isNaN(day)).sort((a, b) => a - b)
  const place = new Map(days.map((day, at) => [day, at]))
  const labels = [...days.map(isoDay), UNREADABLE.days, null]
  const codes = Uint32Array.from(dayOf, (day, row) => place.get(day) ?? (filled[row] ? days.length : days.length + 1))
  return { measure: 'days', column: { codes, labels }, values: Float64Array.from(labels, (_, at) => days[at] ?? NaN) }
}
