import { monthsOf } from './period'

interface Yardsticks {
  readonly targets: readonly { readonly label: string; readonly score: number; readonly from: string | null }[]
  readonly benchmarks: readonly { readonly label: string; readonly low: number; readonly high: number }[]
}

/** A target or a benchmark over the periods that it is for. */
export interface TrendLevel {
  readonly kind: 'target' | 'benchmark'
  readonly label: string
  /** Points; the same for one score. */
  readonly low: number
  readonly high: number
  /** Places of the first and the last of the periods. */
  readonly from: number
  readonly to: number
}

const monthOf = (iso: string | null): number => {
  if (iso === null) return -Infinity
  const [year = 0, month = 1] = iso.split('-').map(Number)
  return year * 12 + month - 1
}

/**
 * Targets and benchmarks as they lie in the chart. A target is in force from the period on in which its first month lies, until
 * one of the same name takes over.
 */
export function levelsOf({ targets, benchmarks }: Yardsticks, periods: readonly string[], start: number): readonly TrendLevel[] {
  if (periods.length === 0) return []
  const ends = periods.map((period) => monthsOf(period, start)[1])
  const lines = targets.flatMap((target): readonly TrendLevel[] => {
    const { label, score, from } = target
    const begins = ends.findIndex((end) => end >= monthOf(from))
    const later = targets.filter((other) => other !== target && other.label === label && monthOf(other.from) > monthOf(from))
    const next = ends.findIndex((end) => later.some((other) => end >= monthOf(other.from)))
    const to = next < 0 ? periods.length - 1 : next - 1
    return begins < 0 || begins > to ? [] : [{ kind: 'target', label, low: score, high: score, from: begins, to }]
  })
  const bands = benchmarks.map(({ label, low, high }): TrendLevel => ({ kind: 'benchmark', label, low, high, from: 0, to: periods.length - 1 }))
  return [...lines, ...bands]
}

/** The targets in force in the period at that place. */
export const targetsAt = (levels: readonly TrendLevel[], at: number): readonly TrendLevel[] =>
  levels.filter(({ kind, from, to }) => kind === 'target' && at >= from && at <= to)
