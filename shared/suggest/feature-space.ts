import type { Feature } from './features'

/** Numbers for features, the same for all texts that are compared with each other. */
export class FeatureSpace {
  private readonly numbers = new Map<string, number>()

  get size(): number {
    return this.numbers.size
  }

  /** The features as numbers, each once; those never met before get the next. */
  learn(features: readonly Feature[]): Uint32Array {
    const own = new Set<number>()
    for (const { name } of features) {
      let number = this.numbers.get(name)
      if (number === undefined) this.numbers.set(name, (number = this.numbers.size))
      own.add(number)
    }
    return Uint32Array.from(own)
  }

  /** Number of a feature; undefined where it was never met. */
  numberOf(name: string): number | undefined {
    return this.numbers.get(name)
  }
}
