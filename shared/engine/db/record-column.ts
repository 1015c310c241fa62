import { isoTime } from '../../base/day'
import { joinedBytes } from '../../base/joined-bytes'
import { copyBytes, utf8Of } from '../../base/utf8'
import type { TextColumn } from '../../table/column'

/** A column of records as SQLite stores them: for each row its type with its length, and its bytes. */
export interface RecordColumn {
  /** SQLite's serial type: 0 is NULL, 1 to 6 are whole numbers, 8 and 9 the numbers 0 and 1, odd ones from 13 texts. */
  readonly serial: (row: number) => number
  /** Writes the bytes of the row's value. */
  readonly write: (row: number, into: Uint8Array, at: number) => void
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
    serial: (row) => serialOfNumber(values[row]!),
    write: (row, into, at) => {
      const value = values[row]!
      if (value < 2) return
      const length = value < 0x80 ? 1 : value < 0x8000 ? 2 : value < 0x800000 ? 3 : 4
      for (let place = at + length - 1, rest = value; place >= at; place--, rest >>>= 8) into[place] = rest
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
export function textColumn(column: TextColumn): RecordColumn {
  if (column.kind === 'plain') {
    const sizes = column.sizes()
    return { serial: (row) => serialOfText(sizes[row] ?? 0), write: column.copy }
  }
  const { codes } = column
  const values = column.values.map(utf8Of)
  const bytes = joinedBytes(values)
  const serials = Int32Array.from(values, ({ length }) => serialOfText(length))
  const starts = new Int32Array(values.length + 1)
  values.forEach(({ length }, code) => (starts[code + 1] = starts[code]! + length))
  return {
    serial: (row) => serials[codes[row]!] ?? 0,
    write: (row, into, at) => {
      const code = codes[row]!
      copyBytes(bytes, starts[code]!, starts[code + 1]!, into, at)
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
    serial: (row) => (Number.isNaN(seconds[row]!) ? 0 : serialOfText(TIME_BYTES)),
    write: (row, into, at) => {
      const time = seconds[row]!
      if (Number.isNaN(time)) return
      const day = Math.floor(time / SECONDS_A_DAY)
      const rest = Math.floor(time - day * SECONDS_A_DAY)
      copyBytes(dayAt(day), 0, DAY_BYTES, into, at)
      into[at + DAY_BYTES] = SPACE
      putTwoDigits(into, at + 11, Math.floor(rest / 3600))
      into[at + 13] = COLON
      putTwoDigits(into, at + 14, Math.floor(rest / 60) % 60)
      into[at + 16] = COLON
      putTwoDigits(into, at + 17, rest % 60)
    },
  }
}

function putTwoDigits(into: Uint8Array, at: number, value: number): void {
  into[at] = ZERO + Math.floor(value / 10)
  into[at + 1] = ZERO + (value % 10)
}

const serialOfText = (length: number): number => (length === 0 ? 0 : TEXT + 2 * length)
