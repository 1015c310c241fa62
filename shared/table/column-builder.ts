import type { TextColumn } from './column'

const MIN_ROWS_TO_GIVE_UP = 20_000
const START_ROWS = 1024

/**
 * Collects the cells of one column. Starts by numbering distinct values and gives up on that when more than half of
 * a large sample is distinct (ids, comments), so that neither kind of column costs memory it does not need.
 */
export class ColumnBuilder {
  private numbers: Map<string, number> | null = new Map()
  private values: string[] = []
  private codes = new Uint32Array(START_ROWS)
  private cells: string[] = []
  private rows = 0

  push(text: string): void {
    if (this.numbers === null) {
      this.cells.push(text)
    } else {
      let code = this.numbers.get(text)
      if (code === undefined) {
        code = this.values.length
        this.values.push(text)
        this.numbers.set(text, code)
      }
      if (this.rows === this.codes.length) this.grow()
      this.codes[this.rows] = code
    }
    this.rows += 1
    if (this.numbers && this.rows >= MIN_ROWS_TO_GIVE_UP && this.values.length > this.rows / 2) this.giveUp(this.numbers)
  }

  build(): TextColumn {
    return this.numbers
      ? { kind: 'coded', codes: this.codes.slice(0, this.rows), values: this.values }
      : { kind: 'plain', cells: this.cells }
  }

  private grow(): void {
    const larger = new Uint32Array(this.codes.length * 2)
    larger.set(this.codes)
    this.codes = larger
  }

  private giveUp(numbers: Map<string, number>): void {
    for (let row = 0; row < this.rows; row++) this.cells.push(this.values[this.codes[row]!]!)
    numbers.clear()
    this.numbers = null
    this.values = []
    this.codes = new Uint32Array(0)
  }
}

/** Column of `cells`; the same cells always give the same column. */
export function columnOf(cells: Iterable<string>): TextColumn {
  const builder = new ColumnBuilder()
  for (const cell of cells) builder.push(cell)
  return builder.build()
}
