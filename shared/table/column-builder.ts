import type { PlainColumn, TextColumn } from './column'

const MIN_ROWS_TO_GIVE_UP = 20_000
const START_ROWS = 1024
const START_SLOTS = 64

/**
 * Collects the cells of one column. Starts by numbering distinct values and gives up on that when more than half of
 * a large sample is distinct (ids, comments), so that neither kind of column costs memory it does not need. Values
 * are looked up by their characters, so that a cell seen before need not be cut out of its text.
 */
export class ColumnBuilder {
  private isCoded = true
  private values: string[] = []
  private codes = new Uint32Array(START_ROWS)
  /** Open hash table: number of a value plus one, 0 for free; beside it the values' hashes. */
  private slots = new Uint32Array(START_SLOTS)
  private hashes = new Int32Array(START_SLOTS)
  private slices = new Slices()
  private rows = 0

  push(text: string): void {
    this.pushSlice(text, 0, text.length)
  }

  /** Adds the cell that is `text` from `start` to `end`, whose `hash` may be known already. */
  pushSlice(text: string, start: number, end: number, hash?: number): void {
    if (!this.isCoded) {
      this.slices.push(text, start, end)
      this.rows += 1
      return
    }
    if (this.rows === this.codes.length) this.codes = grown(this.codes)
    this.codes[this.rows] = this.numberOf(text, start, end, hash ?? hashOf(text, start, end))
    this.rows += 1
    if (this.rows >= MIN_ROWS_TO_GIVE_UP && this.values.length > this.rows / 2) this.giveUp()
  }

  build(): TextColumn {
    return this.isCoded
      ? { kind: 'coded', codes: this.codes.slice(0, this.rows), values: this.values }
      : this.slices.build()
  }

  private numberOf(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let found = this.slots[slot]!; found !== 0; found = this.slots[slot]!) {
      if (this.hashes[slot] === hash && isSlice(this.values[found - 1]!, text, start, end)) return found - 1
      slot = (slot + 1) & mask
    }
    this.values.push(text.slice(start, end))
    this.slots[slot] = this.values.length
    this.hashes[slot] = hash
    if (this.values.length * 2 > this.slots.length) this.rehash()
    return this.values.length - 1
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

  private giveUp(): void {
    for (let row = 0; row < this.rows; row++) this.slices.pushOwn(this.values[this.codes[row]!]!)
    this.isCoded = false
    this.values = []
    this.codes = new Uint32Array(0)
    this.slots = new Uint32Array(0)
    this.hashes = new Int32Array(0)
  }
}

const SPACE = 32
const OWN = 0xffffffff

/** Cells as places in one long text, or as texts of their own. Cutting them out is left to who wants them. */
class Slices {
  private text = ''
  private own: string[] = []
  private starts = new Uint32Array(START_ROWS)
  private ends = new Uint32Array(START_ROWS)
  private rows = 0

  push(text: string, start: number, end: number): void {
    if (end - start === text.length) {
      this.pushOwn(text)
      return
    }
    if (this.text === '') this.text = text
    if (this.text === text) this.place(start, end)
    else this.pushOwn(text.slice(start, end))
  }

  pushOwn(text: string): void {
    this.own.push(text)
    this.place(this.own.length - 1, OWN)
  }

  build(): PlainColumn {
    const { text, own, starts, ends, rows } = this
    const cell = (row: number): string =>
      ends[row] === OWN ? (own[starts[row]!] ?? '') : text.slice(starts[row], ends[row])
    const isFilled = (row: number): boolean =>
      (ends[row] !== OWN && ends[row]! > starts[row]! && text.charCodeAt(starts[row]!) > SPACE) || cell(row).trim() !== ''
    return { kind: 'plain', rows, cell: (row) => (row < rows ? cell(row) : ''), isFilled }
  }

  private place(start: number, end: number): void {
    if (this.rows === this.starts.length) {
      this.starts = grown(this.starts)
      this.ends = grown(this.ends)
    }
    this.starts[this.rows] = start
    this.ends[this.rows] = end
    this.rows += 1
  }
}

/** Signed, so that hashes stay small integers to the engine that runs this. */
export const HASH_START = 0x811c9dc5 | 0
export const HASH_FACTOR = 0x01000193

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_START
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR)
  return hash
}

const grown = (codes: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(codes.length * 2)
  larger.set(codes)
  return larger
}

function isSlice(value: string, text: string, start: number, end: number): boolean {
  if (value.length !== end - start) return false
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  return true
}

/** Column of `cells`; the same cells always give the same column. */
export function columnOf(cells: Iterable<string>): TextColumn {
  const builder = new ColumnBuilder()
  for (const cell of cells) builder.push(cell)
  return builder.build()
}
