/** A text as a direction: its features by number, and how much each weighs. */
export interface Weighed {
  readonly features: Uint32Array
  readonly values: Float32Array
}

/** A feature that only one text has says nothing about others. */
const FEWEST_TEXTS = 2

/**
 * How much each feature weighs, by number: the fewer texts have it, the more; nothing where hardly any has. As in
 * scikit-learn's TfidfTransformer, of presence instead of counts.
 */
export function featureWeights(texts: readonly Uint32Array[], size: number): Float32Array {
  const found = new Uint32Array(size)
  for (const features of texts) for (const one of features) found[one]! += 1
  return Float32Array.from(found, (n) => (n < FEWEST_TEXTS ? 0 : Math.log((1 + texts.length) / (1 + n)) + 1))
}

/** A text of length one, whatever number of words it has. */
export function weigh(features: Uint32Array, weights: Float32Array): Weighed {
  const known = features.filter((one) => one < weights.length && weights[one]! > 0)
  const values = Float32Array.from(known, (one) => weights[one]!)
  let squares = 0
  for (const value of values) squares += value * value
  const length = Math.sqrt(squares)
  if (length > 0) for (let at = 0; at < values.length; at++) values[at]! /= length
  return { features: known, values }
}
