import { isEmpty, isSafe, sizeOf, without, type RowSet, type ScoredAnswers } from './row-set'

/**
 * Hides values of one field, beside a total that is shown: those that are not safe, and then the smallest of the others until
 * what is left of the total tells nothing either. It is then safe itself, and no hidden value is known to within `k`
 * answers. Whoever reads may know which values there are, so each of them has one answer at least. `hidden` is changed; more is
 * hidden than was, never less.
 */
export function settleLine(answers: ScoredAnswers, total: RowSet, values: readonly RowSet[], hidden: boolean[], k: number): void {
  values.forEach((value, at) => (hidden[at] ||= !isSafe(answers, value, k)))
  for (;;) {
    const rest = without(total, values.filter((_, at) => !hidden[at]))
    const unknown = values.filter((value, at) => hidden[at] && !isEmpty(value)).length
    if (isEmpty(rest) || (isSafe(answers, rest, k) && sizeOf(rest) - unknown >= k)) return
    const smallest = smallestOf(values, hidden)
    if (smallest < 0) return
    hidden[smallest] = true
  }
}

/** The place of the smallest that is shown, or -1. */
export function smallestOf(sets: readonly RowSet[], hidden: readonly boolean[]): number {
  let [smallest, least] = [-1, Infinity]
  sets.forEach((set, at) => {
    const size = hidden[at] ? Infinity : sizeOf(set)
    if (size < least) [smallest, least] = [at, size]
  })
  return smallest
}
