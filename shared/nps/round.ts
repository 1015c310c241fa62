const MINUS = '\u2212'

/**
 * `value` for display, half away from zero: -0.5 is -1, 2.5 is 3. Noise below 1e-9 is dropped first, so that sums of
 * thirds round as on paper; there is no negative zero.
 */
export function roundHalfAway(value: number, digits = 0): number {
  const scale = 10 ** digits
  const clean = Math.round(Math.abs(value) * scale * 1e9) / 1e9
  const rounded = Math.floor(clean + 0.5) / scale
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Rounded points with their sign, for any language: +42, 0, a true minus sign before what is negative. */
export function signed(value: number, digits = 0): string {
  const rounded = roundHalfAway(value, digits)
  const text = Math.abs(rounded).toFixed(digits)
  return rounded > 0 ? `+${text}` : rounded < 0 ? `${MINUS}${text}` : text
}
