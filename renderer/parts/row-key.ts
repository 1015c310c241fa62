/** Row that a key leads to from row `at` of `count`; null when the key does not move. Stops at both ends. */
export function rowOfKey(key: string, at: number, count: number): number | null {
  const place = new Map([
    ['ArrowDown', at + 1],
    ['ArrowUp', at - 1],
    ['Home', 0],
    ['End', count - 1],
  ]).get(key)
  return place === undefined ? null : Math.max(0, Math.min(place, count - 1))
}
