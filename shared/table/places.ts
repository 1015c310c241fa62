import { copyBytes, cutUtf8, holdsText, utf8Scratch } from '../base/utf8'
import { copyText, testText, type PlaceTest, type PlainColumn } from './column'
import { copied } from './copied'

const START_ROWS = 1024
const OWN = 0xffffffff

/** Cells as places in the bytes of one file, or as texts of their own. Cutting them out is left to who wants them. */
export class Places {
  rows = 0
  private bytes: Uint8Array = new Uint8Array(0)
  private texts: string[] = []
  private starts = new Uint32Array(START_ROWS)
  private ends = new Uint32Array(START_ROWS)

  expect(rows: number): void {
    if (rows <= this.starts.length) return
    this.starts = copied(this.starts, rows)
    this.ends = copied(this.ends, rows)
  }

  push(bytes: Uint8Array, start: number, end: number): void {
    if (this.bytes.length === 0) this.bytes = bytes
    if (this.bytes === bytes) this.place(start, end)
    else this.pushText(cutUtf8(bytes, start, end))
  }

  pushText(text: string): void {
    this.texts.push(text)
    this.place(this.texts.length - 1, OWN)
  }

  build(): PlainColumn {
    const { bytes, texts, starts, ends, rows } = this
    let known: Uint32Array | null = null
    const textAt = (row: number): string => texts[starts[row]!] ?? ''
    return {
      kind: 'plain',
      rows,
      cell: (row) => (row >= rows ? '' : ends[row] === OWN ? textAt(row) : cutUtf8(bytes, starts[row]!, ends[row]!)),
      isFilled: (row) => (ends[row] === OWN ? textAt(row).trim() !== '' : holdsText(bytes, starts[row]!, ends[row]!)),
      everyPlace: (test: PlaceTest) => {
        for (let row = 0; row < rows; row++) {
          const passes = ends[row] === OWN ? testText(textAt(row), test) : test(bytes, starts[row]!, ends[row]!)
          if (!passes) return false
        }
        return true
      },
      sizes() {
        if (known) return known
        const sizes = new Uint32Array(rows)
        for (let row = 0; row < rows; row++) {
          sizes[row] = ends[row] === OWN ? utf8Scratch(textAt(row)).length : ends[row]! - starts[row]!
        }
        known = sizes
        return sizes
      },
      copy(row, into, at) {
        if (ends[row] === OWN) copyText(textAt(row), into, at)
        else copyBytes(bytes, starts[row]!, ends[row]!, into, at)
      },
    }
  }

  private place(start: number, end: number): void {
    if (this.rows === this.starts.length) this.expect(this.rows * 2)
    this.starts[this.rows] = start
    this.ends[this.rows] = end
    this.rows += 1
  }
}
