/** Where in a text a term was found: numbers of its first and last word (of a pattern -1), and [from, to) in the normalized text. */
export interface FoundPlace {
  readonly term: number
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

/** Terms that must be close, as numbers of the common index; see NearRule. */
export interface NearNode {
  readonly kind: 'near'
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly gap: number
  readonly ordered: boolean
  readonly negated: boolean
}

/** The places that make the node hold; none where it does not. Two terms are close to each other only where they do not overlap. */
export function placesNear(
  { left, right, gap, ordered, negated }: NearNode,
  { placesOf }: { readonly placesOf: (term: number) => readonly FoundPlace[] },
): readonly FoundPlace[] {
  const ones = left.flatMap(placesOf)
  const others = right.flatMap(placesOf)
  const hasOther = closeTo(others, gap, ordered ? 'after' : 'any')
  if (negated) return ones.filter((place) => !hasOther(place))
  const close = ones.filter(hasOther)
  if (close.length === 0) return []
  const hasOne = closeTo(ones, gap, ordered ? 'before' : 'any')
  return [...new Set([...close, ...others.filter(hasOne)])]
}

/** Tests whether one of `others` is at most `gap` words away from a place, on that side of it. */
function closeTo(others: readonly FoundPlace[], gap: number, side: 'before' | 'after' | 'any'): (place: FoundPlace) => boolean {
  const firsts = Int32Array.from(others, ({ first }) => first).sort()
  const lasts = Int32Array.from(others, ({ last }) => last).sort()
  return ({ first, last }) => {
    const after = firsts[countUpTo(firsts, last)] ?? Infinity
    const before = lasts[countUpTo(lasts, first - 1) - 1] ?? -Infinity
    return (side !== 'before' && after - last <= gap) || (side !== 'after' && first - before <= gap)
  }
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: Int32Array, limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numbers[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}
