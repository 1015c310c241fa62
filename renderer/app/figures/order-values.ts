import type { Dimension, ValueCount } from '../../../shared/query/types'
import { GROUPS } from '../../../shared/nps/group'
import { bandOrder } from '../words/band-label'
import { valueLabel } from '../words/labels'
import type { Words } from '../words/words'

/** A value to choose. */
export interface ValueOption {
  readonly id: string
  readonly value: string | null
  readonly label: string
  /** Responses that have it. */
  readonly n: number
}

const labelOf = (dimension: Dimension, value: string | null, words: Words): string => {
  const group = dimension.kind === 'group' ? GROUPS.find((each) => each === value) : undefined
  return group ? words.t(`slice.column.${group}`) : valueLabel(dimension, value, words)
}

/**
 * Values in the order to choose from: scores and groups from the best, periods from the latest, others by their number
 * of responses; blank comes last. Chosen ones that no response has are there as well, so that they can be taken back.
 */
export function orderValues(
  dimension: Dimension,
  counts: readonly ValueCount[],
  chosen: readonly (string | null)[],
  words: Words,
): readonly ValueOption[] {
  const counted = new Map(counts.map(({ value, responses }) => [value, responses]))
  for (const value of chosen) if (!counted.has(value)) counted.set(value, 0)
  const options = [...counted].map(
    ([value, n]): ValueOption => ({ id: value === null ? 'blank' : `=${value}`, value, label: labelOf(dimension, value, words), n }),
  )
  const rank = ({ value }: ValueOption): number => (value === null ? 1 : 0)
  const order = (a: ValueOption, b: ValueOption): number => {
    switch (dimension.kind) {
      case 'score':
        return Number(b.value) - Number(a.value)
      case 'period':
        return words.compare(b.value ?? '', a.value ?? '')
      case 'group':
        return place(b.value) - place(a.value)
      case 'field':
        return inBands(a, b) ?? (b.n - a.n || words.compare(a.label, b.label))
      case 'wave':
        return b.n - a.n || words.compare(a.label, b.label)
    }
  }
  return options.toSorted((a, b) => rank(a) - rank(b) || order(a, b))
}

/** Bands in their own order; null for values that are none. */
function inBands(a: ValueOption, b: ValueOption): number | null {
  const [first, second] = [bandOrder(a.value), bandOrder(b.value)]
  return first === null || second === null ? null : first < second ? -1 : first > second ? 1 : 0
}

const place = (value: string | null): number => GROUPS.findIndex((each) => each === value)
