import { isIsoDay, parseIsoDay } from '../base/day'
import { normalize } from '../text/normalize'

export const OPERATORS = ['=', '!=', '<', '<=', '>', '>='] as const
export type Operator = (typeof OPERATORS)[number]

/** A condition on the response: its score, its day, or the cell of a field. */
export interface Condition {
  /** As written; `score` is the score and `date` the day of the answer, anything else the name of a field. */
  readonly field: string
  readonly operator: Operator
  /** As written. */
  readonly value: string
}

/** The sign as the language knows it; null for what is none. */
export function operatorOf(sign: string): Operator | null {
  const same = new Map<string, Operator>([['\u2264', '<='], ['\u2265', '>='], ['\u2260', '!='], ['<>', '!=']])
  return same.get(sign) ?? OPERATORS.find((operator) => operator === sign) ?? null
}

/** Whether values can be told larger and smaller from it: a number or an ISO day. */
export const isOrdered = (value: string): boolean => orderOf(value) !== null

/** A day, as the days since 1970, or a number: one is neither smaller nor larger than the other. */
interface Order {
  readonly kind: 'day' | 'number'
  readonly at: number
}

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/

function orderOf(text: string): Order | null {
  const plain = text.trim()
  const day = isIsoDay(plain) ? parseIsoDay(plain) : null
  if (day !== null) return { kind: 'day', at: day }
  return NUMBER.test(plain) ? { kind: 'number', at: Number(plain.replaceAll(',', '')) } : null
}

const folded = (text: string): string => normalize(text.trim()).text

/**
 * Tells of a cell whether it meets the condition. Equality folds case, width and diacritics, or compares as numbers; a
 * blank cell is equal to nothing, and neither smaller nor larger.
 */
export function meetsCondition({ operator, value }: Pick<Condition, 'operator' | 'value'>): (cell: string) => boolean {
  const wanted = folded(value)
  const bound = orderOf(value)
  const compared = (test: (order: number, bound: number) => boolean) => (cell: string) => {
    const order = orderOf(cell)
    return order !== null && order.kind === bound?.kind && test(order.at, bound.at)
  }
  const isSame = compared((order, limit) => order === limit)
  const isEqual = (cell: string): boolean => folded(cell) === wanted || isSame(cell)
  switch (operator) {
    case '=':
      return isEqual
    case '!=':
      return (cell) => !isEqual(cell)
    case '<':
      return compared((order, limit) => order < limit)
    case '<=':
      return compared((order, limit) => order <= limit)
    case '>':
      return compared((order, limit) => order > limit)
    case '>=':
      return compared((order, limit) => order >= limit)
  }
}
