import { hashText, mixed } from '../base/hash'

/** Numbers in a signature: bands of rows. Two texts that share 7 in 10 shingles meet in some band 99 times in 100. */
const BANDS = 16
const ROWS = 4

const FIRST = Uint32Array.from({ length: BANDS * ROWS }, (_, at) => mixed(at * 2 + 1) | 1)
const SECOND = Uint32Array.from({ length: BANDS * ROWS }, (_, at) => mixed(at * 2 + 2))

/** The pairs of words in a row that a folded text has, as numbers in order, each once. */
export function shinglesOf(words: readonly string[]): Uint32Array {
  const found = new Set<number>()
  let before = hashText(words[0] ?? '')
  for (let at = 1; at < words.length; at++) {
    const next = hashText(words[at]!)
    found.add(mixed(Math.imul(before, 31) + next))
    before = next
  }
  return Uint32Array.from(found).sort()
}

/** One number for each band: texts that share one may be alike. */
export function bandsOf(shingles: Uint32Array): Uint32Array {
  const bands = new Uint32Array(BANDS)
  for (let band = 0; band < BANDS; band++) {
    let all = band
    for (let row = band * ROWS; row < (band + 1) * ROWS; row++) {
      const [factor, shift] = [FIRST[row]!, SECOND[row]!]
      let least = 0xffffffff
      for (let at = 0; at < shingles.length; at++) {
        const hash = (Math.imul(shingles[at]! ^ shift, factor) >>> 0) ^ (shingles[at]! >>> 15)
        if (hash >>> 0 < least) least = hash >>> 0
      }
      all = mixed(Math.imul(all, 0x01000193) ^ least)
    }
    bands[band] = all
  }
  return bands
}

/** What two texts share of all that either has. */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    const [left, right] = [a[at]!, b[other]!]
    if (left === right) shared += 1
    if (left <= right) at += 1
    if (right <= left) other += 1
  }
  const all = a.length + b.length - shared
  return all === 0 ? 0 : shared / all
}
