import { bandAt, bandKey, bandOfKey, bandsOf, isInBand, UNREADABLE, type Band, type Measure } from '../model/bands'
import type { DimensionColumn } from './columns'
import type { ReadyClause } from './slice'
import type { Counted } from './default-edges'

/** A field whose cells say how much or when: its own values, and what each of them measures; NaN: it says nothing of the kind. */
export interface MeasuredColumn {
  readonly measure: Measure
  readonly column: DimensionColumn
  /** One for each label of the column. */
  readonly values: Float64Array
}

/** What is measured in the rows that count, each value once, in order. */
export function countMeasured({ column, values }: MeasuredColumn, live: Uint8Array): readonly Counted[] {
  const perLabel = new Uint32Array(values.length)
  const { codes } = column
  for (let row = 0; row < codes.length; row++) perLabel[codes[row]!]! += live[row]!
  const counts = new Map<number, number>()
  values.forEach((value, label) => {
    if (!Number.isNaN(value) && perLabel[label]! > 0) counts.set(value, (counts.get(value) ?? 0) + perLabel[label]!)
  })
  return [...counts].sort(([a], [b]) => a - b)
}

/** The field in bands: those from the lowest on, then what cannot be read, then blank. */
export function bandColumn({ measure, column, values }: MeasuredColumn, edges: readonly number[]): DimensionColumn {
  const unreadable = UNREADABLE[measure]
  const labels = [...keysOf(measure, edges, values), ...(unreadable === null ? [] : [unreadable]), null]
  const blank = labels.length - 1
  const notRead = unreadable === null ? blank : blank - 1
  const bandOfLabel = Uint8Array.from(values, (value, label) => {
    if (column.labels[label] === null) return blank
    return Number.isNaN(value) ? notRead : bandAt(edges, value)
  })
  return { codes: Uint8Array.from(column.codes, (label) => bandOfLabel[label]!), labels }
}

/** The keys of the bands, the lowest first. */
export function keysOf(measure: Measure, edges: readonly number[], values: Float64Array): readonly string[] {
  const isWhole = (value: number): boolean => Number.isNaN(value) || Number.isInteger(value)
  const whole = edges.every(isWhole) && values.every(isWhole)
  return bandsOf(measure, edges).map((band) => bandKey(band, whole))
}

/** A filter by bands that may not be those of now, or by the values themselves: each keeps its meaning. */
export function measuredClause({ measure, column, values }: MeasuredColumn, wanted: readonly (string | null)[]): ReadyClause {
  const bands = wanted.map(bandOfKey).filter((band): band is Band => band?.measure === measure)
  const names = new Set(wanted)
  const passes = Uint8Array.from(column.labels, (label, at) => {
    if (names.has(label)) return 1
    const value = values[at]!
    if (Number.isNaN(value)) return label !== null && names.has(UNREADABLE[measure]) ? 1 : 0
    return bands.some((band) => isInBand(band, value)) ? 1 : 0
  })
  return { column, passes }
}
