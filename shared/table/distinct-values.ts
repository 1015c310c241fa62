import { cutUtf8, utf8Scratch } from '../base/utf8'
import { copied } from './copied'

const START_SLOTS = 64
const START_BYTES = 1024

/** Where a hash begins, and what each byte multiplies it by. Signed, so that hashes stay small integers. */
export const HASH_START = 0x811c9dc5 | 0
export const HASH_FACTOR = 0x01000193

/** FNV-1a, 32 bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_START
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, HASH_FACTOR)
  return hash
}

/** Numbers different texts in the order in which they come, by their UTF-8 bytes: a cell need not be cut out to be known. */
export class DistinctValues {
  count = 0
  /** Open hash table: number of a value plus one, 0 for free; beside it the values' hashes. */
  private slots = new Uint32Array(START_SLOTS)
  private hashes = new Int32Array(START_SLOTS)
  /** The values' bytes one after the other; value `i` lies from `offsets[i]` to `offsets[i + 1]`. */
  private pool = new Uint8Array(START_BYTES)
  private offsets = new Uint32Array(START_SLOTS)
  private readonly ofText = new Map<string, number>()

  /** Number of the value that lies from `start` to `end`; its `hash` is 0 when it is not known. */
  numberOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const known = hash || hashOf(bytes, start, end)
    const { slots, hashes } = this
    const mask = slots.length - 1
    let slot = (known ^ (known >>> 15)) & mask
    for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
      if (hashes[slot] === known && this.is(found - 1, bytes, start, end)) return found - 1
      slot = (slot + 1) & mask
    }
    this.slots[slot] = this.count + 1
    this.hashes[slot] = known
    this.keep(bytes, start, end)
    if (this.count * 2 > slots.length) this.rehash()
    return this.count - 1
  }

  numberOfText(text: string): number {
    let number = this.ofText.get(text)
    if (number === undefined) {
      const { bytes, length } = utf8Scratch(text)
      number = this.numberOf(bytes, 0, length, 0)
      this.ofText.set(text, number)
    }
    return number
  }

  /** All values, by number. */
  texts(): string[] {
    return Array.from({ length: this.count }, (_, at) => cutUtf8(this.pool, this.offsets[at]!, this.offsets[at + 1]!))
  }

  private is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { pool, offsets } = this
    const from = offsets[number]!
    const length = end - start
    if (offsets[number + 1]! - from !== length) return false
    for (let at = 0; at < length; at++) if (pool[from + at] !== bytes[start + at]) return false
    return true
  }

  private keep(bytes: Uint8Array, start: number, end: number): void {
    const from = this.offsets[this.count]!
    const to = from + end - start
    if (to > this.pool.length) {
      const larger = new Uint8Array(to * 2)
      larger.set(this.pool)
      this.pool = larger
    }
    for (let at = start; at < end; at++) this.pool[from + at - start] = bytes[at]!
    this.count += 1
    if (this.count === this.offsets.length) this.offsets = copied(this.offsets, this.count * 2)
    this.offsets[this.count] = to
  }

  private rehash(): void {
    const { slots, hashes } = this
    const mask = slots.length * 2 - 1
    this.slots = new Uint32Array(slots.length * 2)
    this.hashes = new Int32Array(slots.length * 2)
    for (let old = 0; old < slots.length; old++) {
      if (slots[old] === 0) continue
      const hash = hashes[old]!
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = slots[old]!
      this.hashes[slot] = hash
    }
  }
}
