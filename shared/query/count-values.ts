import type { DimensionColumn } from './columns'
import type { ValueCount } from './types'

/**
 * The values of a dimension that occur among the selected rows, each with its number of rows, scored or not. Where a
 * cell holds several answers, a row counts for each of them.
 */
export function countValues(selected: Uint8Array, { codes, labels, options }: DimensionColumn): readonly ValueCount[] {
  const cells = new Uint32Array(labels.length)
  for (let row = 0; row < selected.length; row++) cells[codes[row]!]! += selected[row]!
  const counts = new Map<string | null, number>()
  labels.forEach((label, at) => {
    const values = options && label !== null ? options.of[at]!.map((option) => options.names[option]!) : [label]
    if (cells[at]! > 0) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + cells[at]!)
  })
  return Array.from(counts, ([value, responses]) => ({ value, responses }))
}
