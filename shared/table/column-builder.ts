import { cutUtf8 } from '../base/utf8'
import type { TextColumn } from './column'
import { copied } from './copied'
import { DistinctValues } from './distinct-values'
import { Places } from './places'

const MIN_ROWS_TO_GIVE_UP = 20_000
const START_ROWS = 1024

/** Cells of `count` records of `width` cells each, record by record, as places in the UTF-8 bytes of one file. */
export interface CellBlock {
  readonly count: number
  readonly width: number
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** `hashOf` a cell's bytes, or 0 where it was not made. */
  readonly hashes: Int32Array
  /** 1 where a quote of the cell is written as two. */
  readonly doubled: Uint8Array
}

/**
 * Collects the cells of one column. Starts by numbering distinct values and gives up on that when more than half of
 * a large sample is distinct (ids, comments), so that neither kind of column costs memory it does not need.
 */
export class ColumnBuilder {
  private values: DistinctValues | null = new DistinctValues()
  private codes = new Uint32Array(START_ROWS)
  private readonly places = new Places()
  private rows = 0
  private expected = 0

  /** Makes room for about so many rows, where they can be guessed. */
  expect(rows: number): void {
    this.expected = rows
    if (this.values === null) this.places.expect(rows)
    else if (rows > this.codes.length) this.codes = copied(this.codes, rows)
  }

  push(text: string): void {
    if (this.values === null) this.places.pushText(text)
    else this.pushCode(this.values.numberOfText(text))
  }

  /** Adds the cells of column `column` of a block of records. */
  pushBlock(bytes: Uint8Array, { count, width, starts, ends, hashes, doubled }: CellBlock, column: number): void {
    for (let record = 0, at = column; record < count; record++, at += width) {
      const start = starts[at]!
      const end = ends[at]!
      if (doubled[at] === 1) this.push(cutUtf8(bytes, start, end).replaceAll('""', '"'))
      else if (this.values === null) this.places.push(bytes, start, end)
      else this.pushCode(this.values.numberOf(bytes, start, end, hashes[at]!))
    }
  }

  build(): TextColumn {
    if (this.values === null) return this.places.build()
    return { kind: 'coded', codes: this.codes.subarray(0, this.rows), values: this.values.texts() }
  }

  private pushCode(code: number): void {
    if (this.rows === this.codes.length) this.codes = copied(this.codes, this.rows * 2)
    this.codes[this.rows] = code
    this.rows += 1
    if (this.rows >= MIN_ROWS_TO_GIVE_UP && this.values!.count > this.rows / 2) this.giveUp(this.values!.texts())
  }

  private giveUp(texts: readonly string[]): void {
    this.places.expect(this.expected)
    for (let row = 0; row < this.rows; row++) this.places.pushText(texts[this.codes[row]!]!)
    this.values = null
    this.codes = new Uint32Array(0)
  }
}

/** Column of `cells`; the same cells always give the same column. */
export function columnOf(cells: Iterable<string>): TextColumn {
  const builder = new ColumnBuilder()
  for (const cell of cells) builder.push(cell)
  return builder.build()
}
