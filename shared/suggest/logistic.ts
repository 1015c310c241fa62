import { seededRandom } from '../base/seeded-random'
import type { Weighed } from './weigh-features'

/** Which of two kinds a text is of, by the sum of what its features weigh. */
export interface Model {
  readonly weights: Float32Array
  readonly bias: number
}

const SEED = 20_240_501
const STEP = 1
/** Of the bias, which every lesson moves. */
const BIAS_STEP = 0.1
/** How much all lessons together count against weights being small: without it, lessons that hardly count are learned by heart, too. */
const TRUST = 5
/** All lessons are gone through again and again: few of them more often. */
const FEWEST_ROUNDS = 12
const MOST_ROUNDS = 40
const STEPS = 20000

const probability = (sum: number): number => 1 / (1 + Math.exp(-sum))

/**
 * Logistic regression by gradient steps (Bottou, Large-scale machine learning with stochastic gradient descent, 2010).
 * `answers[i]` says what text i is: positive of the first kind, negative of the other, 0 unknown; its size is how much the
 * answer counts. The same lessons give the same model on every machine.
 */
export function learnModel(texts: readonly Weighed[], answers: ArrayLike<number>, size: number): Model {
  const lessons = Uint32Array.from(texts.keys()).filter((at) => answers[at] !== 0)
  const rounds = Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, Math.ceil(STEPS / lessons.length)))
  const decay = 1 / (TRUST * lessons.length)
  const weights = new Float32Array(size)
  const random = seededRandom(SEED)
  let bias = 0
  // What is kept is weight / scale, so that drawing all of them to nothing is one multiplication.
  let scale = 1
  let steps = 0
  for (let round = 0; round < rounds; round++) {
    shuffle(lessons, random)
    for (const at of lessons) {
      const { features, values } = texts[at]!
      const answer = answers[at]!
      const step = STEP / (1 + decay * STEP * steps)
      steps += 1
      let sum = 0
      for (let each = 0; each < features.length; each++) sum += weights[features[each]!]! * values[each]!
      const miss = Math.abs(answer) * ((answer > 0 ? 1 : 0) - probability(sum * scale + bias))
      scale *= 1 - step * decay
      const change = (step * miss) / scale
      for (let each = 0; each < features.length; each++) weights[features[each]!]! += change * values[each]!
      bias += step * BIAS_STEP * miss
    }
  }
  for (let at = 0; at < size; at++) weights[at]! *= scale
  return { weights, bias }
}

/** How likely a text is of the first kind. */
export function likelihood({ weights, bias }: Model, { features, values }: Weighed): number {
  let sum = bias
  for (let at = 0; at < features.length; at++) sum += weights[features[at]!]! * values[at]!
  return probability(sum)
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = order[at]!
    order[at] = order[other]!
    order[other] = kept
  }
}
