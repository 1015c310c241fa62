import { invariant } from '../base/assert'
import type { Random } from '../base/seeded-random'

export const chance = (random: Random, share: number): boolean => random() < share

/** A whole number, both ends included. */
export const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1))

export function pick<T>(random: Random, items: readonly T[]): T {
  invariant(items.length > 0, 'there is something to pick')
  return items[Math.floor(random() * items.length)]!
}

/** One of the keys, each as often as its weight says. */
export function weighted<K extends string>(random: Random, weights: Readonly<Record<K, number>>): K {
  const entries = Object.entries(weights) as [K, number][]
  let rest = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    rest -= weight
    if (rest < 0) return key
  }
  return entries.at(-1)![0]
}

export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const at = Math.floor(random() * (last + 1))
    const held = mixed[last]!
    mixed[last] = mixed[at]!
    mixed[at] = held
  }
  return mixed
}

/** Draws one item after the other and begins again only when all that fit were drawn, so that repeats lie far apart. */
export function createDeck<T>(random: Random, items: readonly T[]): (fits: (item: T) => boolean) => T | null {
  let waiting = shuffled(random, items)
  let drawn: T[] = []
  return (fits) => {
    if (!waiting.some(fits)) {
      waiting = [...waiting, ...shuffled(random, drawn)]
      drawn = []
    }
    const at = waiting.findIndex(fits)
    if (at < 0) return null
    const [item] = waiting.splice(at, 1) as [T]
    drawn.push(item)
    return item
  }
}
