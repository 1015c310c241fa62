import { clamp } from './clamp'
import { baseOf } from './figure'
import { twoSidedP, Z95 } from './normal'
import type { Difference } from './types'

const ALPHA = 0.05
const SUCCESS = 1
const TRIALS = 2

/** How often something is mentioned: `n` of a base, of which it is the `share` (0 to 1). */
interface Share {
  readonly n: number
  readonly share: number
}

/**
 * How the share `to` differs from `from`, in percentage points. The difference is that of the raw shares; interval and
 * p come from both after one success and one failure are added each (Agresti and Caffo 2000). Below 10 answers on
 * either side no verdict is given.
 */
export function shareDifferenceOf(from: Share & { readonly base: number }, to: Share & { readonly base: number }): Difference {
  if (from.base === 0 || to.base === 0) return { difference: null, low: null, high: null, p: null, verdict: 'not-comparable' }
  const [a, b] = [from, to].map(({ n, base }) => (n + SUCCESS) / (base + TRIALS)) as [number, number]
  const shift = b - a
  const error = Math.sqrt((a * (1 - a)) / (from.base + TRIALS) + (b * (1 - b)) / (to.base + TRIALS))
  const p = twoSidedP(shift / error)
  const comparable = baseOf(from.base) !== 'tiny' && baseOf(to.base) !== 'tiny'
  return {
    difference: 100 * (to.share - from.share),
    low: clamp(100 * (shift - Z95 * error), 100),
    high: clamp(100 * (shift + Z95 * error), 100),
    p,
    verdict: !comparable ? 'not-comparable' : p >= ALPHA ? 'within-noise' : shift > 0 ? 'up' : 'down',
  }
}
