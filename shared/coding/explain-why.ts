import type { NearNode, FoundPlace } from './near'
import type { Span } from './match'

/** Why a part of a rule does not hold. What was found is given as places in the text. */
export type WhyNot =
  /** A word, phrase or pattern that is nowhere. */
  | { readonly kind: 'missing' }
  /** None of the terms that OR joins is there. */
  | { readonly kind: 'none' }
  /** Parts of it fail; they say why. */
  | { readonly kind: 'parts' }
  /** What must not be there is. */
  | { readonly kind: 'present' }
  /** All of it is there, but in different sentences. */
  | { readonly kind: 'sentences' }
  /** Of what NEAR joins one side is nowhere: as the rule writes it; null: neither is anywhere. */
  | { readonly kind: 'side'; readonly missing: string | null; readonly found: readonly Span[] }
  /** Both are there, at best `distance` words apart (0: only within each other), or the other way round. */
  | { readonly kind: 'apart' | 'order'; readonly left: readonly Span[]; readonly right: readonly Span[]; readonly gap: number; readonly distance: number }
  /** Wherever the left one is, the right one is close. */
  | { readonly kind: 'close'; readonly left: readonly Span[]; readonly right: readonly Span[]; readonly gap: number }
  /** The code has no rule. */
  | { readonly kind: 'no-rule' }
  /** What the response says instead; null: there is no such field. */
  | { readonly kind: 'condition'; readonly cell: string | null }

/** Why two terms that NEAR joins do not stand as it asks. */
export function whyNotNear(
  { gap, ordered, negated }: NearNode,
  ones: readonly FoundPlace[],
  others: readonly FoundPlace[],
  spansOf: (places: readonly FoundPlace[]) => readonly Span[],
  sides: { readonly left: string; readonly right: string },
): WhyNot {
  if (negated) {
    if (ones.length === 0) return { kind: 'side', missing: sides.left, found: [] }
    return { kind: 'close', left: spansOf(ones), right: spansOf(others), gap }
  }
  if (ones.length === 0 || others.length === 0) {
    const missing = ones.length > 0 ? sides.right : others.length > 0 ? sides.left : null
    return { kind: 'side', missing, found: spansOf([...ones, ...others]) }
  }
  const after = leastDistance(ones, others)
  const before = leastDistance(others, ones)
  const found = { left: spansOf(ones), right: spansOf(others), gap }
  if (ordered && before <= gap) return { kind: 'order', ...found, distance: before }
  const distance = ordered ? after : Math.min(after, before)
  return { kind: ordered && distance === Infinity ? 'order' : 'apart', ...found, distance: distance === Infinity ? 0 : distance }
}

/** By how many words the nearest of `later` begins behind an end of `earlier`. */
function leastDistance(earlier: readonly FoundPlace[], later: readonly FoundPlace[]): number {
  const ends = Uint32Array.from(earlier, ({ last }) => last).sort()
  const starts = Uint32Array.from(later, ({ first }) => first).sort()
  let least = Infinity
  for (let at = 0, next = 0; at < ends.length; at++) {
    while (next < starts.length && starts[next]! <= ends[at]!) next += 1
    if (next < starts.length) least = Math.min(least, starts[next]! - ends[at]!)
  }
  return least
}
