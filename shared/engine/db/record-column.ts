import { isoTime } from '../../base/day'
import { joinedBytes } from '../../base/joined-bytes'
import { copyBytes, utf8Of } from '../../base/utf8'
import type { CodedColumn, PlainColumn, TextColumn } from '../../table/column'

/**
 * A column of records as SQLite stores them: for each row its type with its length, and its bytes. Asked for many rows
 * at a time: a call for every cell costs more than what it does.
 */
export interface RecordColumn {
  /**
   * Gives SQLite's serial types of the rows from `from` on, as many as `into` holds: 0 is NULL, 1 to 6 are whole
   * numbers, 8 and 9 the numbers 0 and 1, odd ones from 13 texts.
   */
  readonly serials: (from: number, into: Int32Array) => void
  /** Writes the values of those rows, each at its place, and moves the place behind it. */
  readonly write: (from: number, serials: Int32Array, into: Uint8Array, places: Uint32Array) => void
}

const TEXT = 13
const SECONDS_A_DAY = 86_400
const DAY_BYTES = 10
const TIME_BYTES = 19
const [ZERO, COLON, SPACE] = [0x30, 0x3a, 0x20]
/** Bytes of each type of number, by its number. */
const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const

/** Bytes of a value of this serial type. */
export const lengthOfSerial = (serial: number): number => (serial >= TEXT ? (serial - TEXT) >> 1 : LENGTHS[serial]!)

/** Whole numbers of up to 31 bits; a negative one stands for NULL. */
export function numberColumn(values: Uint32Array | Int32Array | Int8Array): RecordColumn {
  return {
    serials(from, into) {
      for (let row = 0; row < into.length; row++) into[row] = serialOfNumber(values[from + row]!)
    },
    write(from, serials, into, places) {
      for (let row = 0; row < serials.length; row++) {
        const length = LENGTHS[serials[row]!]!
        const at = places[row]!
        for (let place = at + length - 1, rest = values[from + row]!; place >= at; place--, rest >>>= 8) into[place] = rest
        places[row] = at + length
      }
    },
  }
}

function serialOfNumber(value: number): number {
  if (value < 0) return 0
  if (value < 2) return 8 + value
  if (value < 0x80) return 1
  if (value < 0x8000) return 2
  return value < 0x800000 ? 3 : 4
}

/** The same small number in every row. */
export const sameNumber = (value: number, rows: number): RecordColumn => numberColumn(new Uint32Array(rows).fill(value))

/** Texts; a blank one is NULL: a tenth of the space, and what SQL users expect. */
export const textColumn = (column: TextColumn): RecordColumn => (column.kind === 'plain' ? plainTexts(column) : codedTexts(column))

function plainTexts(column: PlainColumn): RecordColumn {
  const sizes = column.sizes()
  const { copy } = column
  return {
    serials(from, into) {
      for (let row = 0; row < into.length; row++) into[row] = serialOfText(sizes[from + row] ?? 0)
    },
    write(from, serials, into, places) {
      for (let row = 0; row < serials.length; row++) {
        if (serials[row] === 0) continue
        copy(from + row, into, places[row]!)
        places[row]! += sizes[from + row]!
      }
    },
  }
}

function codedTexts({ codes, values }: CodedColumn): RecordColumn {
  const texts = values.map(utf8Of)
  const bytes = joinedBytes(texts)
  const serialOf = Int32Array.from(texts, ({ length }) => serialOfText(length))
  const starts = new Int32Array(texts.length + 1)
  texts.forEach(({ length }, code) => (starts[code + 1] = starts[code]! + length))
  return {
    serials(from, into) {
      for (let row = 0; row < into.length; row++) into[row] = serialOf[codes[from + row]!] ?? 0
    },
    write(from, serials, into, places) {
      for (let row = 0; row < serials.length; row++) {
        if (serials[row] === 0) continue
        const code = codes[from + row]!
        const start = starts[code]!
        const end = starts[code + 1]!
        copyBytes(bytes, start, end, into, places[row]!)
        places[row]! += end - start
      }
    },
  }
}

/** Times as `YYYY-MM-DD HH:MM:SS`, from seconds since 1970; NaN is NULL. */
export function timeColumn(seconds: Float64Array): RecordColumn {
  const days = new Map<number, Uint8Array>()
  const dayAt = (day: number): Uint8Array => {
    let text = days.get(day)
    if (!text) days.set(day, (text = utf8Of(isoTime(day * SECONDS_A_DAY).slice(0, DAY_BYTES))))
    return text
  }
  return {
    serials(from, into) {
      for (let row = 0; row < into.length; row++) into[row] = Number.isNaN(seconds[from + row]!) ? 0 : serialOfText(TIME_BYTES)
    },
    write(from, serials, into, places) {
      for (let row = 0; row < serials.length; row++) {
        if (serials[row] === 0) continue
        const time = seconds[from + row]!
        const at = places[row]!
        const day = Math.floor(time / SECONDS_A_DAY)
        const rest = Math.floor(time - day * SECONDS_A_DAY)
        copyBytes(dayAt(day), 0, DAY_BYTES, into, at)
        into[at + DAY_BYTES] = SPACE
        putTwoDigits(into, at + 11, Math.floor(rest / 3600))
        into[at + 13] = COLON
        putTwoDigits(into, at + 14, Math.floor(rest / 60) % 60)
        into[at + 16] = COLON
        putTwoDigits(into, at + 17, rest % 60)
        places[row] = at + TIME_BYTES
      }
    },
  }
}

function putTwoDigits(into: Uint8Array, at: number, value: number): void {
  into[at] = ZERO + Math.floor(value / 10)
  into[at + 1] = ZERO + (value % 10)
}

const serialOfText = (length: number): number => (length === 0 ? 0 : TEXT + 2 * length)
