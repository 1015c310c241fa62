/** Comments by two properties: with both, with the first alone, with the second alone, with neither. */
export type FourCells = readonly [both: number, firstOnly: number, secondOnly: number, neither: number]

/** In how many of `of` things two words occur: both, and either. */
export interface PairCounts {
  readonly both: number
  readonly first: number
  readonly second: number
  readonly of: number
}

/** n · ln n, which is 0 for none. */
const weighed = (n: number): number => (n > 0 ? n * Math.log(n) : 0)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** Dunning's G2, of all four cells: how far two properties are from having nothing to do with each other. Never negative. */
export function g2Of(cells: FourCells): number {
  const [a, b, c, d] = cells
  const margins = [a + b, c + d, a + c, b + d]
  return Math.max(0, 2 * (sum(cells.map(weighed)) - sum(margins.map(weighed)) + weighed(sum(cells))))
}

/** Pearson's chi-squared of four cells, without a correction. */
export function chiSquaredOf([a, b, c, d]: FourCells): number {
  const margins = (a + b) * (c + d) * (a + c) * (b + d)
  return margins === 0 ? 0 : ((a + b + c + d) * (a * d - b * c) ** 2) / margins
}

/** The four cells of two words. */
export const cellsOf = ({ both, first, second, of }: PairCounts): FourCells => [both, first - both, second - both, of - first - second + both]

/** How many times as often as by chance two words occur together. */
export const timesChance = ({ both, first, second, of }: PairCounts): number => (both * of) / (first * second)

/** Pointwise mutual information in bits. */
export const pmiOf = (counts: PairCounts): number => Math.log2(timesChance(counts))

/** The same, from -1 to 1: 1 for words that occur together only. */
export const npmiOf = (counts: PairCounts): number => (counts.both === counts.of ? 1 : pmiOf(counts) / -Math.log2(counts.both / counts.of))

/** How far a pair is beyond chance, by its standard error. */
export const tOf = ({ both, first, second, of }: PairCounts): number => (both - (first * second) / of) / Math.sqrt(both)

/** How often a word occurs in each of two bodies of text, and how many words those have. */
export interface Keyness {
  readonly one: number
  readonly other: number
  readonly ones: number
  readonly others: number
}

/** Rayson and Garside's log-likelihood, of the two cells of the word alone. Not the same as Dunning's. */
export function keynessOf({ one, other, ones, others }: Keyness): number {
  const share = (one + other) / (ones + others)
  return 2 * (weighed(one) + weighed(other) - one * Math.log(ones * share) - other * Math.log(others * share))
}

/** How many times as often a word occurs in the first as in the second; Infinity where the second has none. */
export const timesAsOften = ({ one, other, ones, others }: Keyness): number => one / ones / (other / others)
