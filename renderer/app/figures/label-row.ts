import type { Figure } from '../../../shared/nps/types'
import type { Dimension } from '../../../shared/query/types'
import { bandOrder } from '../words/band-label'
import { valueLabel } from '../words/labels'
import type { LabelledRow } from './sort-rows'
import type { Words } from '../words/words'

/** A value of a dimension with its figure, its words and its place among the others. */
export function labelRow(dimension: Dimension, value: string | null, figure: Figure, words: Words): LabelledRow {
  const label = valueLabel(dimension, value, words)
  // Bands come in their own order, whatever they are called.
  const band = dimension.kind === 'field' ? bandOrder(value) : null
  const order = dimension.kind === 'period' ? (value ?? '') : (band ?? label)
  return { key: [value], figure, label, order }
}

/** Whether rows are the bands of a field, with what could not be read and blank beside them. */
export const areBands = (rows: readonly LabelledRow[]): boolean =>
  rows.some(({ key: [value = null] }) => value !== null) && rows.every(({ key: [value = null] }) => value === null || bandOrder(value) !== null)

/** With more names than this, the language's order of them takes seconds to find, and nobody reads them all. */
const MOST_COLLATED = 2000

/** How to put so many names in order. */
export const nameOrder = (names: number, { compare }: Words): Words['compare'] =>
  names <= MOST_COLLATED ? compare : (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** The `most` rows with the most answers, in the order given. */
export function largestRows<Row extends { readonly figure: Figure }>(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows
  const kept = new Set(rows.toSorted((a, b) => b.figure.n - a.figure.n).slice(0, most))
  return rows.filter((row) => kept.has(row))
}

/** As many rows as can be read: of a field the largest, of time the latest; in the order given. */
export function readableRows(rows: readonly LabelledRow[], dimension: Dimension, most: number): readonly LabelledRow[] {
  if (dimension.kind !== 'period' || rows.length <= most) return largestRows(rows, most)
  const first = rows.map(({ order }) => order).toSorted()[rows.length - most] ?? ''
  return rows.filter(({ order }) => order >= first)
}
