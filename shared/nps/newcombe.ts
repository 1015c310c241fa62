import type { Interval } from './adjusted-wald'
import { wilson } from './wilson'

/** 95 % interval of the first share minus the second, of different things each (Newcombe 1998, method 10). */
export function newcombe(one: { readonly x: number; readonly n: number }, other: { readonly x: number; readonly n: number }): Interval {
  const [a, b] = [one.x / one.n, other.x / other.n]
  const [first, second] = [wilson(one.x, one.n), wilson(other.x, other.n)]
  return {
    low: a - b - Math.hypot(a - first.low, second.high - b),
    high: a - b + Math.hypot(first.high - a, b - second.low),
  }
}
