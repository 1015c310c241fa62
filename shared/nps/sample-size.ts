import { Z95 } from './normal'

/** The largest variance of an answer: half promoters, half detractors. */
const WORST = 1

/**
 * Answers needed for a 95 % interval of `margin` points to either side: ceil(z^2 s^2 / m^2 - 3), the three
 * pseudo-answers of the adjusted Wald interval taken off (MeasuringU). `variance` is that of one answer (-1 to +1).
 */
export const answersForMargin = (margin: number, variance = WORST): number =>
  Math.max(1, Math.ceil((Z95 ** 2 * variance) / (margin / 100) ** 2 - 3))

/** The same where the answers are drawn from a closed list of `population` people: n / (1 + (n - 1) / N). */
export const answersFromList = (answers: number, population: number): number =>
  Math.ceil(answers / (1 + (answers - 1) / population))

/**
 * What a standard error shrinks to when `n` of a closed list of `population` were drawn by chance: sqrt((N - n) / (N - 1)).
 * A try to ask everybody is no such draw. Null where the list is shorter than the answers.
 */
export const finiteCorrection = (n: number, population: number): number | null =>
  population < n ? null : population <= 1 ? 0 : Math.sqrt((population - n) / (population - 1))
