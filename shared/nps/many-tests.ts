/**
 * The p values of one family of tests, put right for their number so that each can be held against a level: those of
 * Benjamini and Hochberg (1995), called q, keep the share of false finds down (for screening); those of Holm (1979)
 * the chance of any (for a few claims). In the order given.
 */
export function benjaminiHochberg(ps: readonly number[]): readonly number[] {
  const m = ps.length
  let least = 1
  return inOrder(ps, 'largest', (p, place) => (least = Math.min(least, (p * m) / (m - place))))
}

/** See `benjaminiHochberg`. */
export function holm(ps: readonly number[]): readonly number[] {
  const m = ps.length
  let most = 0
  return inOrder(ps, 'smallest', (p, place) => (most = Math.max(most, Math.min(1, p * (m - place)))))
}

/** What `adjust` makes of the values from one end; `place` counts from 0 there. */
function inOrder(ps: readonly number[], first: 'smallest' | 'largest', adjust: (p: number, place: number) => number): readonly number[] {
  const order = ps.map((_, at) => at).sort((a, b) => (first === 'smallest' ? ps[a]! - ps[b]! : ps[b]! - ps[a]!))
  const adjusted = [...ps]
  order.forEach((at, place) => (adjusted[at] = adjust(ps[at]!, place)))
  return adjusted
}
