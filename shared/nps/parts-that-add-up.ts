/**
 * The parts rounded to `digits` decimals so that they add up to their sum rounded: each is rounded down, and those that
 * lost most get what is missing (largest remainder; of equal ones the first).
 */
export function partsThatAddUp(parts: readonly number[], digits: number): readonly number[] {
  const scale = 10 ** digits
  // What floating point adds or takes is no remainder.
  const scaled = parts.map((part) => Math.round(part * scale * 1e6) / 1e6)
  const floors = scaled.map(Math.floor)
  const sum = Math.round(scaled.reduce((all, part) => all + part, 0))
  const missing = sum - floors.reduce((all, part) => all + part, 0)
  const order = scaled.map((_, at) => at).sort((a, b) => scaled[b]! - floors[b]! - (scaled[a]! - floors[a]!) || a - b)
  const raised = new Set(order.slice(0, missing))
  return floors.map((floor, at) => (floor + (raised.has(at) ? 1 : 0)) / scale + 0)
}
