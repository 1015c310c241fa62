import { seededRandom } from '../base/seeded-random'
import type { Task } from '../base/task'
import type { Weighed } from './weigh-features'

/** Texts put together by likeness: for each the number of its cluster, and how near it is to its middle, 0 to 1. */
export interface Clustering {
  readonly clusterOf: Uint8Array
  readonly nearness: Float32Array
  /** The middle of each cluster: what its features weigh. */
  readonly middles: readonly Float32Array[]
}

const SEED = 19_571_101
const STARTS = 4
const MOST_ROUNDS = 15
const FEWEST_MOVES = 0.005

/**
 * Spherical k-means (Dhillon and Modha 2001): texts as directions, put to the middle that points most their way. Begun several times
 * from texts far from each other (k-means++), the best is taken; the same texts give the same clusters. Null when cancelled.
 */
export async function cluster(texts: readonly Weighed[], count: number, size: number, task: Task): Promise<Clustering | null> {
  const random = seededRandom(SEED)
  let best: (Clustering & { readonly sum: number }) | null = null
  for (let start = 0; start < STARTS; start++) {
    let middles = farApart(texts, count, size, random)
    let clusterOf = new Uint8Array(texts.length)
    for (let round = 0; ; round++) {
      task.report((start + round / MOST_ROUNDS) / STARTS, 'reading')
      await task.breathe()
      if (task.cancelled()) return null
      const next = assign(texts, middles)
      const moves = next.clusterOf.reduce((sum, one, at) => sum + (one === clusterOf[at] ? 0 : 1), 0)
      clusterOf = next.clusterOf
      if (round > 0 && (moves <= FEWEST_MOVES * texts.length || round === MOST_ROUNDS)) {
        const sum = next.nearness.reduce((all, one) => all + one, 0)
        if (!best || sum > best.sum) best = { ...next, middles, sum }
        break
      }
      middles = middlesOf(texts, next, count, size)
    }
  }
  return best
}

/** First middles: each next one likely is a text that is far from all before. */
function farApart(texts: readonly Weighed[], count: number, size: number, random: () => number): Float32Array[] {
  const middles: Float32Array[] = []
  const far = new Float64Array(texts.length).fill(1)
  while (middles.length < count) {
    let left = random() * far.reduce((sum, one) => sum + one, 0)
    let chosen = 0
    for (let at = 0; at < texts.length; at++) {
      if (far[at]! === 0) continue
      chosen = at
      left -= far[at]!
      if (left < 0) break
    }
    const middle = new Float32Array(size)
    const { features, values } = texts[chosen]!
    features.forEach((feature, at) => (middle[feature] = values[at]!))
    middles.push(middle)
    texts.forEach((text, at) => (far[at] = Math.min(far[at]!, Math.max(0, 1 - likeness(text, middle)) ** 2)))
  }
  return middles
}

function likeness({ features, values }: Weighed, middle: Float32Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) sum += middle[features[at]!]! * values[at]!
  return sum
}

function assign(texts: readonly Weighed[], middles: readonly Float32Array[]): Pick<Clustering, 'nearness'> & { readonly clusterOf: Uint8Array<ArrayBuffer> } {
  const clusterOf = new Uint8Array(texts.length)
  const nearness = new Float32Array(texts.length)
  texts.forEach((text, at) => {
    let nearest = -1
    middles.forEach((middle, number) => {
      const near = likeness(text, middle)
      if (near <= nearest) return
      nearest = near
      clusterOf[at] = number
    })
    nearness[at] = nearest
  })
  return { clusterOf, nearness }
}

function middlesOf(texts: readonly Weighed[], { clusterOf }: Pick<Clustering, 'clusterOf'>, count: number, size: number): Float32Array[] {
  const middles = Array.from({ length: count }, () => new Float32Array(size))
  texts.forEach(({ features, values }, at) => {
    const middle = middles[clusterOf[at]!]!
    for (let each = 0; each < features.length; each++) middle[features[each]!]! += values[each]!
  })
  for (const middle of middles) {
    const length = Math.sqrt(middle.reduce((sum, value) => sum + value * value, 0))
    if (length > 0) for (let at = 0; at < size; at++) middle[at]! /= length
  }
  return middles
}
