/** What several coders said of one unit; a coder who did not look at it is left out. */
export type Ratings<T> = readonly T[]

/** How far two words are apart: 0 the same, 1 as far as can be. */
export type Distance<T> = (a: T, b: T) => number

/** Words are the same or not. */
export const nominal: Distance<unknown> = (a, b) => (a === b ? 0 : 1)

/**
 * Krippendorff's alpha (2011): 1 - observed over expected disagreement, any number of coders, units that only one of
 * them looked at left out. Null where nothing varies: then there is nothing to agree on. Words of which `keyOf` is the
 * same are the same word.
 */
export function alpha<T>(units: readonly Ratings<T>[], distance: Distance<T>, keyOf: (word: T) => unknown = (word) => word): number | null {
  const paired = units.filter((ratings) => ratings.length > 1)
  const words = new Map<unknown, { readonly word: T; count: number }>()
  let n = 0
  let observed = 0
  for (const ratings of paired) {
    n += ratings.length
    observed += pairSum(ratings, distance) / (ratings.length - 1)
    for (const word of ratings) {
      const known = words.get(keyOf(word))
      if (known) known.count += 1
      else words.set(keyOf(word), { word, count: 1 })
    }
  }
  let expected = 0
  const all = [...words.values()]
  for (const a of all) for (const b of all) if (a !== b) expected += a.count * b.count * distance(a.word, b.word)
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected
}

/** Over all ordered pairs of two ratings. */
function pairSum<T>(ratings: Ratings<T>, distance: Distance<T>): number {
  let sum = 0
  ratings.forEach((a, i) => ratings.forEach((b, j) => (sum += i === j ? 0 : distance(a, b))))
  return sum
}

export interface Agreement {
  /** Share of pairs of coders who say the same of a unit; null where no unit has two coders. */
  readonly observed: number | null
  /** Gwet's AC1: chance agreement = sum p (1 - p) / (q - 1); holds for rare codes where kappa fails. */
  readonly ac1: number | null
  /** Fleiss' kappa: chance agreement = sum p^2. */
  readonly fleiss: number | null
}

/** How far coders agree beyond chance, about words of which there are `categories` (Gwet 2014, with coders missing). */
export function agreement<T>(units: readonly Ratings<T>[], categories: readonly T[]): Agreement {
  const rated = units.filter((ratings) => ratings.length > 0)
  const paired = rated.filter((ratings) => ratings.length > 1)
  if (paired.length === 0) return { observed: null, ac1: null, fleiss: null }
  const same = (ratings: Ratings<T>): number => 1 - pairSum(ratings, nominal) / (ratings.length * (ratings.length - 1))
  const observed = paired.reduce((sum, ratings) => sum + same(ratings), 0) / paired.length
  const shares = categories.map((category) => rated.reduce((sum, ratings) => sum + ratings.filter((word) => word === category).length / ratings.length, 0) / rated.length)
  const beyond = (chance: number): number | null => (chance >= 1 ? null : (observed - chance) / (1 - chance))
  return {
    observed,
    ac1: beyond(shares.reduce((sum, p) => sum + p * (1 - p), 0) / (categories.length - 1)),
    fleiss: beyond(shares.reduce((sum, p) => sum + p * p, 0)),
  }
}

/** Of the times one coder of a pair gives a code, how often the other does too: 2a / (2a + b + c). Null where nobody gives it. */
export function positiveAgreement(units: readonly Ratings<boolean>[]): number | null {
  let [both, either] = [0, 0]
  for (const ratings of units) {
    const yes = ratings.filter(Boolean).length
    both += yes * (yes - 1)
    either += yes * (ratings.length - 1)
  }
  return either === 0 ? null : both / either
}

/** Cohen's kappa of two coders who looked at everything, from their square table. Null where both always say the same one word. */
export function cohenKappa(table: readonly (readonly number[])[]): number | null {
  const total = table.flat().reduce((sum, count) => sum + count, 0)
  const observed = table.reduce((sum, row, at) => sum + row[at]!, 0) / total
  const chance = table.reduce((sum, row, at) => {
    const across = row.reduce((all, count) => all + count, 0)
    const down = table.reduce((all, other) => all + other[at]!, 0)
    return sum + (across * down) / total ** 2
  }, 0)
  return chance >= 1 ? null : (observed - chance) / (1 - chance)
}

/**
 * Distance of two sets of codes (Passonneau 2006): 1 - J M, J the share of common codes, M 1 for equal sets, 2/3 where one
 * holds the other, 1/3 where they overlap, 0 where they have nothing in common. Two empty sets are equal.
 */
export function masi(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 0
  const common = [...a].filter((code) => b.has(code)).length
  const jaccard = common / (a.size + b.size - common)
  const holds = common === Math.min(a.size, b.size)
  const kind = common === 0 ? 0 : !holds ? 1 / 3 : a.size === b.size ? 1 : 2 / 3
  return 1 - jaccard * kind
}
