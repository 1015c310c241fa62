const FEWEST_SLOTS = 4096
const MOST_WORDS = 100_000
const LONGEST_WORD = 40

/**
 * What was found out about words, by where they stand in a text: a word that was there before is not even cut out.
 * Forgets everything when it holds too much.
 */
export class WordMemory<T> {
  private readonly words: string[] = []
  private readonly values: T[] = []
  private hashes = new Int32Array(FEWEST_SLOTS / 2)
  /** Numbers of words, from 1; 0 is free. Always a power of two of them, at most half of them taken. */
  private slots = new Int32Array(FEWEST_SLOTS)

  constructor(private readonly find: (word: string) => T) {}

  /** What is found for the word from `start` to `end`. */
  at(text: string, start: number, end: number): T {
    if (end - start > LONGEST_WORD) return this.find(text.slice(start, end))
    let hash = 0x811c9dc5 | 0
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let number = this.slots[slot]!; number > 0; number = this.slots[slot]!) {
      if (this.hashes[number - 1] === hash && isAt(this.words[number - 1]!, text, start, end)) return this.values[number - 1]!
      slot = (slot + 1) & mask
    }
    const word = text.slice(start, end)
    const value = this.find(word)
    this.add(word, hash, value)
    return value
  }

  private add(word: string, hash: number, value: T): void {
    if (this.words.length === MOST_WORDS) {
      this.words.length = this.values.length = 0
      this.slots.fill(0)
    }
    if (this.words.length === this.hashes.length) this.grow()
    this.words.push(word)
    this.values.push(value)
    this.hashes[this.words.length - 1] = hash
    this.take(hash, this.words.length)
  }

  private take(hash: number, number: number): void {
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (this.slots[slot]! > 0) slot = (slot + 1) & mask
    this.slots[slot] = number
  }

  private grow(): void {
    const before = this.hashes
    this.hashes = new Int32Array(before.length * 2)
    this.hashes.set(before)
    this.slots = new Int32Array(this.slots.length * 2)
    before.forEach((hash, at) => this.take(hash, at + 1))
  }
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}
