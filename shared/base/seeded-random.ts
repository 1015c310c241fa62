/** Numbers from 0 (inclusive) to 1 (exclusive), one at each call. */
export type Random = () => number

/** The same seed gives the same numbers on every machine. Algorithm: mulberry32 by Tommy Ettinger. For made-up data, never for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
