import { lengthOf, type TextColumn } from '../table/column'
import type { SplitOptions } from '../table/options'
import { periodOf } from './period'
import type { PeriodUnit } from './types'

/** A dimension ready for slicing: one small number per row, one label per number; null is blank. */
export interface DimensionColumn {
  readonly codes: Uint8Array | Uint16Array | Uint32Array
  readonly labels: readonly (string | null)[]
  /** Where a cell holds several answers: labels are whole cells, and each of them has some of the options. */
  readonly options?: OptionLists
}

/** The options of a dimension, and for each of its labels the numbers of those that it has; none for blank. */
export interface OptionLists {
  readonly names: readonly string[]
  readonly of: readonly (readonly number[])[]
}

/** The same dimension with its cells taken apart. */
export function withOptions(dimension: DimensionColumn, split: SplitOptions): DimensionColumn {
  const names: string[] = []
  const numbers = new Map<string, number>()
  const of = dimension.labels.map((label) =>
    (label === null ? [] : split(label)).map((name) => {
      const known = numbers.get(name) ?? names.length
      if (known === names.length) names.push(name)
      numbers.set(name, known)
      return known
    }),
  )
  return { ...dimension, options: { names, of } }
}

/** The typed columns that every figure is computed from. */
export interface ResponseColumns {
  readonly rows: number
  /** 0 detractor, 1 passive, 2 promoter, -1 no valid score. */
  readonly groups: Int8Array
  /** 1 for rows that count: accepted, in a wave of the project. */
  readonly live: Uint8Array
}

/** Marks rows without a date. */
export const NO_DAY = -2_147_483_648

const smallest = (rows: number, labels: number): Uint8Array | Uint16Array | Uint32Array =>
  labels <= 0x100 ? new Uint8Array(rows) : labels <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows)

const BEYOND_LATIN = /[\u0300-\uffff]/

/** Marks and syllables put together: a Mac takes them apart, and they look the same. */
const asLabel = (text: string): string => {
  const label = text.trim()
  return BEYOND_LATIN.test(label) ? label.normalize('NFC') : label
}

/** Labels of a text column: trimmed, in one Unicode form, equal ones merged, blank as null. */
export function dimensionOfText(column: TextColumn): DimensionColumn {
  const labels: (string | null)[] = []
  const numbers = new Map<string, number>()
  const labelOf = (text: string): number => {
    const label = asLabel(text)
    const known = numbers.get(label)
    if (known !== undefined) return known
    numbers.set(label, labels.length)
    labels.push(label === '' ? null : label)
    return labels.length - 1
  }
  const rows = lengthOf(column)
  if (column.kind === 'plain') {
    for (let row = 0; row < rows; row++) labelOf(column.cell(row))
    const codes = smallest(rows, labels.length)
    for (let row = 0; row < rows; row++) codes[row] = labelOf(column.cell(row))
    return { codes, labels }
  }
  const labelOfCode = column.values.map(labelOf)
  const codes = smallest(rows, labels.length)
  const source = column.codes
  for (let row = 0; row < rows; row++) codes[row] = labelOfCode[source[row]!]!
  return { codes, labels }
}

/** Periods of a column of days, in order of time; rows without a day are blank. The fiscal year begins in the month `start`. */
export function dimensionOfDays(days: Int32Array, unit: PeriodUnit, start: number): DimensionColumn {
  // By the days between the first and the last: plain loops over the rows cost a fraction of a look-up for each of them.
  let [first, last] = [Infinity, -Infinity]
  for (let row = 0; row < days.length; row++) {
    const day = days[row]!
    if (day === NO_DAY) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  const held = new Uint8Array(Math.max(0, last - first + 1))
  for (let row = 0; row < days.length; row++) if (days[row] !== NO_DAY) held[days[row]! - first] = 1
  const labels: (string | null)[] = []
  const places = new Uint32Array(held.length)
  // Periods follow one another as days do.
  for (let at = 0; at < held.length; at++) {
    if (held[at] === 0) continue
    const period = periodOf(first + at, unit, start)
    if (labels.at(-1) !== period) labels.push(period)
    places[at] = labels.length - 1
  }
  labels.push(null)
  const codes = smallest(days.length, labels.length)
  for (let row = 0; row < days.length; row++) codes[row] = days[row] === NO_DAY ? labels.length - 1 : places[days[row]! - first]!
  return { codes, labels }
}
