import type { Interval } from './adjusted-wald'
import { Z95 } from './normal'

/** 95 % interval of a share of which `n` were looked at and `x` were so, 0 to 1 (Wilson 1927). Nothing is known of none. */
export function wilson(x: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 }
  const share = x / n
  const z2 = Z95 * Z95
  const middle = share + z2 / (2 * n)
  const margin = Z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  const scale = 1 + z2 / n
  return { low: x === 0 ? 0 : (middle - margin) / scale, high: x === n ? 1 : (middle + margin) / scale }
}
