import { civilOf, daysOf } from '../base/day'
import type { Measure } from '../model/bands'
import { TENURE_EDGES } from '../model/tenure'

/** Up to so many different values are read faster than bands. */
export const MOST_VALUES = 12
const WANTED = 5
/** How far a band may be from its share of the answers, for the sake of a round edge. */
const SLACK = 0.25
const MOST_QUARTERS = 8
const MOST_YEARS = 12

/** A value and how many answers have it. */
export type Counted = readonly [value: number, answers: number]

/** Where to cut a field into bands when nobody has said it; null: its values are few enough to stand for themselves. */
export function defaultEdges(measure: Measure, sorted: readonly Counted[]): readonly number[] | null {
  if (measure === 'months') return TENURE_EDGES
  if (sorted.length <= MOST_VALUES) return null
  return measure === 'days' ? calendarEdges(sorted[0]![0], sorted.at(-1)![0]) : quantileEdges(sorted)
}

/** Round numbers that part the answers into about five like parts; every band has answers. */
function quantileEdges(sorted: readonly Counted[]): readonly number[] {
  const edges: number[] = []
  let first = 0
  let left = sorted.reduce((sum, [, answers]) => sum + answers, 0)
  for (let bands = WANTED; bands > 1 && first < sorted.length - 1; bands--) {
    const target = left / bands
    let at = first
    let passed = sorted[at]![1]
    while (passed < target * (1 - SLACK) && at < sorted.length - 2) passed += sorted[++at]![1]
    let end = at + 1
    for (let reached = passed + sorted[end]![1]; reached <= target * (1 + SLACK) && end < sorted.length - 1; ) reached += sorted[++end]![1]
    const edge = roundest(sorted[at]![0], sorted[end]![0])
    edges.push(edge)
    for (; first < sorted.length && sorted[first]![0] < edge; first++) left -= sorted[first]![1]
  }
  return edges
}

const exact = (value: number): number => Number(value.toPrecision(12))

/** The roundest number above `low` and up to `high`: the multiple of the largest 1, 2 or 5 times a power of ten. */
export function roundest(low: number, high: number): number {
  if (low < 0 && high >= 0) return 0
  const top = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)))) + 1
  for (let power = top; power > top - 16; power--) {
    for (const digit of [5, 2, 1]) {
      const step = exact(digit * 10 ** power)
      const [from, to] = [Math.floor(low / step) + 1, Math.floor(high / step)]
      if (from > to) continue
      const middle = Math.round((low + high) / 2 / step)
      const edge = exact(Math.min(Math.max(middle, from), to) * step)
      // What cannot be told exactly must not fall outside.
      if (edge > low && edge <= high) return edge
    }
  }
  return high
}

/** The first days of calendar quarters or years, or of as many years as keep the bands few. */
function calendarEdges(first: number, last: number): readonly number[] {
  const [from, to] = [civilOf(first), civilOf(last)]
  const quarters = (to.year - from.year) * 4 + Math.floor((to.month - 1) / 3) - Math.floor((from.month - 1) / 3) + 1
  if (quarters <= MOST_QUARTERS) {
    const start = from.year * 4 + Math.floor((from.month - 1) / 3)
    return Array.from({ length: quarters + 1 }, (_, at) => daysOf({ year: Math.floor((start + at) / 4), month: ((start + at) % 4) * 3 + 1, day: 1 }))
  }
  const years = to.year - from.year + 1
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => years / each <= MOST_YEARS) ?? 1000
  const start = Math.floor(from.year / step) * step
  const bands = Math.floor(to.year / step) - Math.floor(from.year / step) + 1
  return Array.from({ length: bands + 1 }, (_, at) => daysOf({ year: start + at * step, month: 1, day: 1 }))
}
