import type { TextColumn } from '../table/column'
import { cellAt, eachValue, lengthOf } from '../table/column'
import { parseDate, parseSerial } from './parse-date'
import type { DateOrder } from '../model/role'

export interface DateReading {
  readonly order: DateOrder
  /** True when another order reads the column as well. */
  readonly ambiguous: boolean
  /** True when the cells are Excel serials or Unix times. */
  readonly serial: boolean
}

const VALID_SHARE = 0.95
const PROBES = 50
const DAY = 86_400
const CLEARLY_SORTED = 0.9
const BLANK = new Set(['', '-', 'N/A', 'n/a', 'NA', 'null'])

/**
 * How the dates of a column are written, from all of its cells; null when they are no dates. An order under which
 * dates lie after `today` (an ISO day) is only taken when there is no other. Of several orders the one that puts the
 * file in time order wins, then the habit that goes with the separators.
 */
export function detectDates(column: TextColumn, today: string, allowSerial: boolean): DateReading | null {
  if (!probe(column, (text) => readsAsDate(text) || (allowSerial && Number.isFinite(parseSerial(text))))) return null
  const last = parseDate(today, 'ymd') + 2 * DAY
  const habits = habitOf(column)
  const readings = habits.map((order) => ({ order, ...check(column, (text) => parseDate(text, order), last) }))
  const valid = readings.filter((reading) => reading.valid)
  const past = valid.filter((reading) => !reading.future)
  const orders = (past.length > 0 ? past : valid).map((reading) => reading.order)
  if (orders.length === 0) {
    const serial = allowSerial && check(column, parseSerial, last).valid
    return serial ? { order: 'ymd', ambiguous: false, serial } : null
  }
  const sorted = orders.length === 1 ? orders : orders.filter((order) => isSorted(column, order))
  const ambiguous = sorted.length !== 1 && !sameEverywhere(column, orders)
  return { order: sorted[0] ?? orders[0]!, ambiguous, serial: false }
}

const readsAsDate = (text: string): boolean =>
  (['ymd', 'mdy', 'dmy'] as const).some((order) => Number.isFinite(parseDate(text, order)))

/** Looks at a few cells spread over the column, so that columns of text cost nothing. */
function probe(column: TextColumn, test: (text: string) => boolean): boolean {
  const rows = lengthOf(column)
  const step = Math.max(1, Math.floor(rows / (PROBES * 4)))
  let seen = 0
  let passed = 0
  for (let row = 0; row < rows && seen < PROBES; row += step) {
    const text = cellAt(column, row).trim()
    if (BLANK.has(text)) continue
    seen += 1
    if (test(text)) passed += 1
  }
  if (seen === 0 && step > 1) {
    let found = false
    eachValue(column, (value) => {
      if (!found && !BLANK.has(value.trim())) found = test(value.trim())
    })
    return found
  }
  return seen > 0 && passed >= seen * (VALID_SHARE - 0.1)
}

/** The orders to try, likeliest first, by how the first dates are written. */
function habitOf(column: TextColumn): readonly DateOrder[] {
  let sample = ''
  for (let row = 0; row < lengthOf(column) && sample === ''; row++) sample = cellAt(column, row).trim()
  if (/^\d{4}/.test(sample)) return ['ymd']
  if (/[ap]m\b/i.test(sample)) return ['mdy', 'dmy', 'ymd']
  if (sample.includes('/')) return ['mdy', 'dmy', 'ymd']
  return sample.includes('.') && /\.\d{4}\b/.test(sample) ? ['dmy', 'ymd', 'mdy'] : ['ymd', 'dmy', 'mdy']
}

function check(column: TextColumn, read: (text: string) => number, last: number): { valid: boolean; future: boolean } {
  let filled = 0
  let parsed = 0
  let future = false
  eachValue(column, (value, rows) => {
    const seconds = read(value)
    if (Number.isFinite(seconds)) {
      filled += rows
      parsed += rows
      if (seconds > last) future = true
    } else if (!BLANK.has(value.trim())) filled += rows
  })
  return { valid: filled > 0 && parsed >= filled * VALID_SHARE, future }
}

/** True when nearly all rows follow the row before in time, or precede it. */
function isSorted(column: TextColumn, order: DateOrder): boolean {
  let before = NaN
  let up = 0
  let down = 0
  let pairs = 0
  for (let row = 0; row < lengthOf(column); row++) {
    const seconds = parseDate(cellAt(column, row), order)
    if (!Number.isFinite(seconds)) continue
    if (Number.isFinite(before)) {
      pairs += 1
      if (seconds >= before) up += 1
      if (seconds <= before) down += 1
    }
    before = seconds
  }
  return pairs >= 10 && Math.max(up, down) >= pairs * CLEARLY_SORTED
}

/** Orders that read every cell alike (named months, 7/7/2025) leave nothing to ask. */
function sameEverywhere(column: TextColumn, orders: readonly DateOrder[]): boolean {
  let same = true
  eachValue(column, (value) => {
    if (!same) return
    const [first, ...rest] = orders.map((order) => parseDate(value, order))
    same = rest.every((seconds) => Object.is(seconds, first))
  })
  return same
}
