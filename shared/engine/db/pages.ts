import { invariant } from '../../base/assert'

/** The pages of an SQLite file in memory, as https://sqlite.org/fileformat2.html lays them out, with room to grow. */
export interface Pages {
  /** Longer than the file while it grows. */
  bytes: Uint8Array
  /** Bytes of a page. */
  readonly size: number
  /** Pages of the file; they are numbered from 1. */
  count: number
  /** How many there were before any was added. */
  readonly before: number
}

/** Where things stand in the file's header. */
const [PAGE_SIZE_AT, RESERVED_AT, COUNT_AT, AUTO_VACUUM_AT, ENCODING_AT] = [16, 20, 28, 52, 56]
const UTF_8 = 1
/** SQLite locks at this byte and stores nothing in the page around it. */
const LOCKED_BYTE = 0x40000000
const FEWEST_NEW = 256

export function pagesOf(file: Uint8Array): Pages {
  invariant(isPlainFile(file), 'a file whose pages hold nothing but its tables')
  const size = getU16(file, PAGE_SIZE_AT)
  const count = file.length / size
  return { bytes: file, size, count, before: count }
}

/** Whether all pages are used to their end and for tables only, and texts are UTF-8: as in every file that we make. */
export const isPlainFile = (file: Uint8Array): boolean =>
  getU16(file, PAGE_SIZE_AT) >= 512 &&
  file[RESERVED_AT] === 0 &&
  getU32(file, AUTO_VACUUM_AT) === 0 &&
  getU32(file, ENCODING_AT) === UTF_8

/** The file, its header brought up to date. */
export function fileOf({ bytes, size, count }: Pages): Uint8Array {
  putU32(bytes, COUNT_AT, count)
  return bytes.subarray(0, count * size)
}

/** Where page `number` begins. */
export const startOf = ({ size }: Pages, number: number): number => (number - 1) * size

/** Number of a new, empty page at the end of the file. */
export function addPage(pages: Pages): number {
  pages.count += 1
  if (startOf(pages, pages.count) === LOCKED_BYTE) pages.count += 1
  // By what is added, not by what was there: a few rows more of a large file need little room.
  if (pages.count * pages.size > pages.bytes.length) {
    makeRoom(pages, pages.count + FEWEST_NEW + Math.ceil((pages.count - pages.before) / 2))
  }
  return pages.count
}

/** Makes room for so many pages in all, where that is known before. */
export function makeRoom(pages: Pages, count: number): void {
  if (count * pages.size <= pages.bytes.length) return
  const larger = new Uint8Array(count * pages.size)
  larger.set(pages.bytes)
  pages.bytes = larger
}

export const getU16 = (bytes: Uint8Array, at: number): number => (bytes[at]! << 8) | bytes[at + 1]!

export const getU32 = (bytes: Uint8Array, at: number): number => getU16(bytes, at) * 0x10000 + getU16(bytes, at + 2)

export function putU16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8
  bytes[at + 1] = value & 0xff
}

export function putU32(bytes: Uint8Array, at: number, value: number): void {
  putU16(bytes, at, value >>> 16)
  putU16(bytes, at + 2, value & 0xffff)
}

/** Bytes of a varint below 2^49; none of ours comes near. */
export function varintLength(value: number): number {
  let length = 1
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1
  return length
}

/** Writes a varint, most significant first, and gives the place after it. */
export function putVarint(bytes: Uint8Array, at: number, value: number): number {
  if (value < 0x80) {
    bytes[at] = value
    return at + 1
  }
  const length = varintLength(value)
  let rest = value
  for (let place = length - 1; place >= 0; place--) {
    bytes[at + place] = (rest % 0x80) | (place === length - 1 ? 0 : 0x80)
    rest = Math.floor(rest / 0x80)
  }
  return at + length
}

/** A varint and the place after it. */
export function getVarint(bytes: Uint8Array, from: number): readonly [value: number, next: number] {
  let value = 0
  for (let at = from; ; at++) {
    const byte = bytes[at]!
    value = value * 0x80 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + 1]
  }
}
