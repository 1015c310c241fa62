import { certainPart, type RestTest } from '../../../shared/nps/against-rest'
import type { Dimension, SliceRow } from '../../../shared/query/types'

export const SORT_KEYS = ['value', 'n', 'nps', 'certain', 'promoters', 'passives', 'detractors'] as const
export type SortKey = (typeof SORT_KEYS)[number]

export interface Sort {
  readonly key: SortKey
  readonly descending: boolean
}

/** Fields start ranked by score; periods, waves and bands in their own order. */
export const firstSort = (dimension: Dimension, isBanded = false): Sort =>
  dimension.kind === 'field' && !isBanded ? { key: 'nps', descending: true } : { key: 'value', descending: false }

/** Rows with their words, in the order to show them. */
export interface LabelledRow extends SliceRow {
  readonly label: string
  /** What orders the rows by name: for periods the key, else the label. */
  readonly order: string
  /** Against everybody else of the view, where that is asked. */
  readonly rest?: RestTest
}

const certain = ({ rest }: LabelledRow): number | null => (rest ? certainPart(rest) : null)

/**
 * Rows in order. By score, only rows with a full base are ranked: low ones follow, then those too small to score.
 * By what is certain of the difference from the rest, those surely above come first and those surely below last; between
 * them, where nothing is certain, the difference itself decides. What was not compared follows.
 * A blank value comes last. Ties keep the order of the names.
 */
export function sortRows<Row extends LabelledRow>(
  rows: readonly Row[],
  sort: Sort,
  compareNames: (a: string, b: string) => number,
): readonly Row[] {
  const sign = sort.descending ? -1 : 1
  const tier = (row: LabelledRow): number => {
    if (sort.key === 'certain') return certain(row) === null ? { ok: 1, low: 2, tiny: 3 }[row.figure.base] : 0
    if (sort.key === 'nps') return { ok: 0, low: 1, tiny: 2 }[row.figure.base]
    return sort.key === 'value' && row.key[0] === null ? 1 : 0
  }
  const measure = (row: LabelledRow): number => {
    if (sort.key === 'value') return 0
    if (sort.key === 'certain') return certain(row) ?? 0
    if (sort.key === 'nps') return row.figure.base === 'tiny' ? 0 : (row.figure.nps ?? 0)
    return row.figure[sort.key]
  }
  const names = (a: LabelledRow, b: LabelledRow): number => compareNames(a.order, b.order)
  return rows.toSorted((a, b) => {
    const byTier = tier(a) - tier(b)
    if (byTier !== 0) return byTier
    if (sort.key === 'value') return sign * names(a, b)
    const points = (row: LabelledRow): number => (sort.key === 'certain' ? (row.rest?.difference ?? 0) : 0)
    return sign * (measure(a) - measure(b)) || sign * (points(a) - points(b)) || names(a, b)
  })
}
