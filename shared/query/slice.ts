import { figureOf } from '../nps/figure'
import type { IntervalMethod } from '../nps/interval'
import type { GroupCounts } from '../nps/types'
import type { DimensionColumn, ResponseColumns } from './columns'
import type { Slice, SliceRow } from './types'

/** A filter clause made ready: the numbers of its dimension that pass. */
export interface ReadyClause {
  readonly column: DimensionColumn
  readonly passes: Uint8Array
}

export const readyClause = (column: DimensionColumn, values: readonly (string | null)[]): ReadyClause => {
  const wanted = new Set(values)
  const { labels, options } = column
  const has = (label: string | null, at: number): boolean =>
    options && label !== null ? options.of[at]!.some((option) => wanted.has(options.names[option]!)) : wanted.has(label)
  return { column, passes: Uint8Array.from(labels, (label, at) => (has(label, at) ? 1 : 0)) }
}

/** 1 for every row that counts and passes all clauses (AND). */
export function selectRows(columns: ResponseColumns, clauses: readonly ReadyClause[]): Uint8Array {
  if (clauses.length === 0) return columns.live
  const selected = columns.live.slice()
  for (const { column, passes } of clauses) {
    const { codes } = column
    for (let row = 0; row < selected.length; row++) selected[row]! &= passes[codes[row]!]!
  }
  return selected
}

export interface CountedRow extends GroupCounts {
  readonly key: readonly (string | null)[]
}

const MAX_DENSE_CELLS = 1 << 22

/**
 * Promoters, passives and detractors of the selected rows, for every combination of the dimensions' labels that
 * occurs among them, scored or not. One pass over the columns; groups come in order of first label, then second, …
 */
export function countGroups(
  columns: ResponseColumns,
  selected: Uint8Array,
  dimensions: readonly DimensionColumn[],
): readonly CountedRow[] {
  const cells = dimensions.reduce((product, { labels }) => product * labels.length, 1)
  if (cells > MAX_DENSE_CELLS) return countCombinations(columns, selected, dimensions)
  return [...tally(columns, selected, dimensions, cells)].map(([cell, counts]) => ({ key: keyOf(cell, dimensions), ...counts }))
}

type Tally = Iterable<readonly [cell: number, counts: GroupCounts]>

function keyOf(cell: number, dimensions: readonly DimensionColumn[]): (string | null)[] {
  const key: (string | null)[] = []
  let rest = cell
  for (const { labels } of [...dimensions].reverse()) {
    key.unshift(labels[rest % labels.length] ?? null)
    rest = Math.floor(rest / labels.length)
  }
  return key
}

/** Four counters a cell: unscored, detractors, passives, promoters. */
function tally(columns: ResponseColumns, selected: Uint8Array, dimensions: readonly DimensionColumn[], cells: number): Tally {
  const counts = new Uint32Array(cells * 4)
  const { groups, rows } = columns
  const [first, second] = dimensions
  if (!first) {
    for (let row = 0; row < rows; row++) counts[groups[row]! + 1]! += selected[row]!
  } else if (!second) {
    const { codes } = first
    for (let row = 0; row < rows; row++) counts[codes[row]! * 4 + groups[row]! + 1]! += selected[row]!
  } else if (dimensions.length === 2) {
    const { codes } = first
    const width = second.labels.length
    const secondCodes = second.codes
    for (let row = 0; row < rows; row++) {
      counts[(codes[row]! * width + secondCodes[row]!) * 4 + groups[row]! + 1]! += selected[row]!
    }
  } else {
    for (let row = 0; row < rows; row++) {
      let cell = 0
      for (const { codes, labels } of dimensions) cell = cell * labels.length + codes[row]!
      counts[cell * 4 + groups[row]! + 1]! += selected[row]!
    }
  }
  const found: (readonly [number, GroupCounts])[] = []
  for (let cell = 0; cell < cells; cell++) {
    const at = cell * 4
    const [detractors, passives, promoters] = [counts[at + 1]!, counts[at + 2]!, counts[at + 3]!]
    if (counts[at]! + detractors + passives + promoters > 0) found.push([cell, { promoters, passives, detractors }])
  }
  return found
}

/** Many dimensions or many labels: numbers the combinations that occur, one dimension after the other, then counts those. */
function countCombinations(
  columns: ResponseColumns,
  selected: Uint8Array,
  dimensions: readonly DimensionColumn[],
): readonly CountedRow[] {
  let combined = new Uint32Array(columns.rows)
  let keys: readonly (readonly number[])[] = [[]]
  for (const { codes, labels } of dimensions) {
    const numbers = new Map<number, number>()
    const next = new Uint32Array(columns.rows)
    const nextKeys: (readonly number[])[] = []
    for (let row = 0; row < columns.rows; row++) {
      if (!selected[row]) continue
      const pair = combined[row]! * labels.length + codes[row]!
      let number = numbers.get(pair)
      if (number === undefined) {
        number = nextKeys.length
        numbers.set(pair, number)
        nextKeys.push([...keys[combined[row]!]!, codes[row]!])
      }
      next[row] = number
    }
    combined = next
    keys = nextKeys
  }
  const order = keys.map((key, number) => ({ key, number })).sort((a, b) => compareKeys(a.key, b.key))
  const counts = new Map(tally(columns, selected, [{ codes: combined, labels: keys.map(() => null) }], Math.max(1, keys.length)))
  return order.map(({ key, number }) => ({
    key: key.map((code, at) => dimensions[at]!.labels[code] ?? null),
    ...counts.get(number)!,
  }))
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((code, place) => code !== b[place])
  return at < 0 ? 0 : a[at]! - b[at]!
}

const sum = (rows: readonly CountedRow[], group: keyof GroupCounts): number =>
  rows.reduce((total, row) => total + row[group], 0)

/** Rows with equal keys as one, in order of first occurrence. */
function merged(rows: readonly CountedRow[]): readonly CountedRow[] {
  const sums = new Map<string, { key: CountedRow['key']; promoters: number; passives: number; detractors: number }>()
  for (const { key, promoters, passives, detractors } of rows) {
    const id = JSON.stringify(key)
    const known = sums.get(id) ?? { key, promoters: 0, passives: 0, detractors: 0 }
    known.promoters += promoters
    known.passives += passives
    known.detractors += detractors
    sums.set(id, known)
  }
  return [...sums.values()]
}

/** Rows by whole cells of dimension `at` as rows by option: a response counts for each option that it has. */
function byOption(counted: readonly CountedRow[], at: number, { labels, options }: DimensionColumn): readonly CountedRow[] {
  if (!options) return counted
  const namesOf = new Map(labels.map((label, number) => [label, options.of[number]!.map((option) => options.names[option]!)]))
  return merged(
    counted.flatMap((row) => {
      const label = row.key[at] ?? null
      const names = label === null ? [null] : namesOf.get(label)!
      return names.map((name) => ({ ...row, key: row.key.map((value, place) => (place === at ? name : value)) }))
    }),
  )
}

/** One dimension alone. */
const alongOne = (counted: readonly CountedRow[], at: number, dimension: DimensionColumn): readonly CountedRow[] =>
  byOption(merged(counted.map((row) => ({ ...row, key: [row.key[at] ?? null] }))), 0, dimension)

/**
 * Figures of the selected rows: in all, and for each combination of the dimensions. The margins of two dimensions are
 * counted by themselves: responses with several answers are in several rows.
 */
export function sliceRows(
  columns: ResponseColumns,
  selected: Uint8Array,
  dimensions: readonly DimensionColumn[],
  interval?: IntervalMethod,
): Pick<Slice, 'total' | 'rows' | 'margins'> {
  const toSliceRow = ({ key, ...counts }: CountedRow): SliceRow => ({ key, figure: figureOf(counts, interval) })
  const counted = countGroups(columns, selected, dimensions)
  const total = figureOf(
    {
      promoters: sum(counted, 'promoters'),
      passives: sum(counted, 'passives'),
      detractors: sum(counted, 'detractors'),
    },
    interval,
  )
  if (dimensions.length === 0) return { total, rows: [] }
  const rows = dimensions.reduce((all, dimension, at) => byOption(all, at, dimension), counted).map(toSliceRow)
  if (dimensions.length < 2) return { total, rows }
  return { total, rows, margins: dimensions.map((dimension, at) => alongOne(counted, at, dimension).map(toSliceRow)) }
}
