import { textOfUtf8 } from '../../base/utf8'
import { getU16, getU32 } from './pages'

/** A row of `sqlite_schema`, as it lies in the file. */
export interface SchemaRow {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly root: number
  readonly sql: string | null
}

const [LEAF, INTERIOR] = [0x0d, 0x05]
const FILE_HEADER = 100
const MOST_ROWS = 4000

/** Thrown here and caught here: the bytes are no table that SQLite wrote. */
class Misshapen extends Error {}

const need = (condition: boolean): void => {
  if (!condition) throw new Misshapen()
}

/**
 * The schema of an SQLite file, read from its pages by ourselves: what a stranger's file declares is looked at before
 * SQLite makes anything of it, and pages that lead back to each other keep nobody busy. Null when it cannot be read.
 */
export function readSchema(file: Uint8Array): readonly SchemaRow[] | null {
  try {
    return rowsOf(file, getU16(file, 16))
  } catch (error) {
    // Bytes that are no UTF-8 make a RangeError or TypeError, by platform.
    if (error instanceof Misshapen || error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

function rowsOf(file: Uint8Array, size: number): readonly SchemaRow[] {
  const rows: SchemaRow[] = []
  const seen = new Set<number>()
  const startOf = (page: number): number => {
    need(page >= 1 && page * size <= file.length && !seen.has(page))
    seen.add(page)
    return (page - 1) * size
  }
  const visit = (page: number): void => {
    const start = startOf(page)
    const head = start + (page === 1 ? FILE_HEADER : 0)
    const kind = file[head]
    const cells = getU16(file, head + 3)
    need(kind === LEAF || kind === INTERIOR)
    const list = head + (kind === LEAF ? 8 : 12)
    need(list + 2 * cells <= start + size)
    for (let cell = 0; cell < cells; cell++) {
      const at = start + getU16(file, list + 2 * cell)
      need(at + 4 <= start + size)
      if (kind === INTERIOR) visit(getU32(file, at))
      else rows.push(rowOf(payloadOf(file, size, start, at, startOf)))
      need(rows.length <= MOST_ROWS)
    }
    if (kind === INTERIOR) visit(getU32(file, head + 8))
  }
  visit(1)
  return rows
}

/** A varint that does not go on for ever. */
function varint(bytes: Uint8Array, from: number): readonly [value: number, next: number] {
  let value = 0
  for (let at = from; at < from + 8; at++) {
    need(at < bytes.length)
    value = value * 0x80 + (bytes[at]! & 0x7f)
    if (bytes[at]! < 0x80) return [value, at + 1]
  }
  throw new Misshapen()
}

/** The bytes of a row: what lies in its page, and what goes on in pages of its own. */
function payloadOf(file: Uint8Array, size: number, start: number, cell: number, startOf: (page: number) => number): Uint8Array {
  const [length, afterLength] = varint(file, cell)
  const [, at] = varint(file, afterLength)
  need(length <= file.length)
  const most = size - 35
  const least = Math.floor(((size - 12) * 32) / 255) - 23
  const wanted = least + ((length - least) % (size - 4))
  const local = length <= most ? length : wanted <= most ? wanted : least
  need(at + local <= start + size)
  const payload = new Uint8Array(length)
  payload.set(file.subarray(at, at + local))
  let page = local < length ? getU32(file, at + local) : 0
  for (let filled = local; filled < length; ) {
    const next = startOf(page)
    const part = Math.min(size - 4, length - filled)
    payload.set(file.subarray(next + 4, next + 4 + part), filled)
    filled += part
    page = getU32(file, next)
  }
  return payload
}

function rowOf(payload: Uint8Array): SchemaRow {
  const [headerLength, first] = varint(payload, 0)
  const values: (string | number | null)[] = []
  let body = headerLength
  for (let at = first; at < headerLength && values.length < 5; ) {
    const [kind, next] = varint(payload, at)
    at = next
    const bytes = kind >= 13 && kind % 2 === 1 ? (kind - 13) / 2 : (INTEGER_BYTES[kind] ?? -1)
    need(bytes >= 0 && body + bytes <= payload.length)
    values.push(kind === 0 ? null : valueOf(payload.subarray(body, body + bytes), kind))
    body += bytes
  }
  const [type, name, table, root, sql] = values
  need(typeof type === 'string' && typeof name === 'string' && typeof table === 'string' && typeof root === 'number')
  need(typeof sql === 'string' || sql === null)
  return { type, name, table, root, sql } as SchemaRow
}

/** By serial type; what has no place in a schema (blobs, fractions, huge numbers) is missing. */
const INTEGER_BYTES = [0, 1, 2, 3, 4, undefined, undefined, undefined, 0, 0]

function valueOf(bytes: Uint8Array, kind: number): string | number {
  if (kind >= 13) return textOfUtf8(bytes)
  if (kind === 8 || kind === 9) return kind - 8
  return bytes.reduce((value, byte) => value * 0x100 + byte, 0)
}
