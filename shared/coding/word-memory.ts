const FEWEST_WORDS = 2048
const MOST_WORDS = 1 << 18
const LONGEST_WORD = 40
const USUAL_LENGTH = 6

/**
 * What was found out about words, by where they stand in a text: a word that was there before is not even cut out.
 * Forgets everything when it holds too much.
 */
export class WordMemory<T> {
  private readonly values: T[] = []
  private hashes = new Int32Array(FEWEST_WORDS)
  /** Letters of all words, one behind the other; `ends` is where each ends. */
  private letters = new Uint16Array(FEWEST_WORDS * USUAL_LENGTH)
  private ends = new Uint32Array(FEWEST_WORDS)
  /** Numbers of words, from 1; 0 is free. A power of two of them, at most half of them taken. */
  private slots = new Int32Array(FEWEST_WORDS * 2)

  constructor(private readonly find: (text: string, start: number, end: number) => T) {}

  /** What is found for the word from `start` to `end`. */
  at(text: string, start: number, end: number): T {
    if (end - start > LONGEST_WORD) return this.find(text, start, end)
    let hash = 0x811c9dc5 | 0
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    const mask = this.slots.length - 1
    for (let slot = slotOf(hash) & mask; this.slots[slot]! > 0; slot = (slot + 1) & mask) {
      const number = this.slots[slot]! - 1
      if (this.hashes[number] === hash && this.isWord(number, text, start, end)) return this.values[number]!
    }
    const value = this.find(text, start, end)
    this.add(text, start, end, hash, value)
    return value
  }

  private isWord(number: number, text: string, start: number, end: number): boolean {
    const { letters, ends } = this
    const from = number === 0 ? 0 : ends[number - 1]!
    if (ends[number]! - from !== end - start) return false
    for (let at = start, letter = from; at < end; at++, letter++) if (letters[letter] !== text.charCodeAt(at)) return false
    return true
  }

  private add(text: string, start: number, end: number, hash: number, value: T): void {
    if (this.values.length === MOST_WORDS) {
      this.values.length = 0
      this.slots.fill(0)
    }
    const number = this.values.length
    if (number === this.hashes.length) this.grow()
    let letter = number === 0 ? 0 : this.ends[number - 1]!
    if (letter + end - start > this.letters.length) this.letters = larger(this.letters, Uint16Array)
    for (let at = start; at < end; at++) this.letters[letter++] = text.charCodeAt(at)
    this.ends[number] = letter
    this.hashes[number] = hash
    this.values.push(value)
    this.take(hash, number + 1)
  }

  private take(hash: number, number: number): void {
    const mask = this.slots.length - 1
    let slot = slotOf(hash) & mask
    while (this.slots[slot]! > 0) slot = (slot + 1) & mask
    this.slots[slot] = number
  }

  private grow(): void {
    const before = this.hashes
    this.hashes = larger(before, Int32Array)
    this.ends = larger(this.ends, Uint32Array)
    this.slots = new Int32Array(this.slots.length * 2)
    before.forEach((hash, at) => this.take(hash, at + 1))
  }
}

/** The low bits of the hash alone are not mixed well. */
const slotOf = (hash: number): number => hash ^ (hash >>> 15)

function larger<T extends Int32Array | Uint32Array | Uint16Array>(numbers: T, make: new (length: number) => T): T {
  const copy = new make(numbers.length * 2)
  copy.set(numbers)
  return copy
}
