import type { Platform } from '../platform'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'

/**
 * A project file is an SQLite database followed by a trailer: `EARSHOT1`, the database's length (u64, little-endian)
 * and its SHA-256. SQLite ignores what follows its last page, so any SQLite tool opens the file as it is.
 */
const MAGIC = new TextEncoder().encode('EARSHOT1')
const SQLITE_MAGIC = new TextEncoder().encode('SQLite format 3\0')
const TRAILER_BYTES = MAGIC.length + 8 + 32

const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean =>
  bytes.length >= prefix.length && prefix.every((byte, at) => bytes[at] === byte)

const fromHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The file for a database. */
export async function seal(database: Uint8Array, sha256: Platform['sha256']): Promise<Uint8Array> {
  const file = new Uint8Array(database.length + TRAILER_BYTES)
  file.set(database)
  file.set(MAGIC, database.length)
  new DataView(file.buffer).setBigUint64(database.length + MAGIC.length, BigInt(database.length), true)
  file.set(fromHex(await sha256(database)), database.length + MAGIC.length + 8)
  return file
}

/** Length of the database according to its own header: page size times pages. */
function declaredLength(file: Uint8Array): number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const pageSize = view.getUint16(16)
  return (pageSize === 1 ? 65_536 : pageSize) * view.getUint32(28)
}

function withoutTrailer(file: Uint8Array, path: string): Result<never> {
  if (!startsWith(file, SQLITE_MAGIC)) return refuse(fault('not-a-project', { path }))
  const whole = file.length >= 100 && file.length === declaredLength(file)
  return refuse(whole ? fault('changed-elsewhere') : fault('damaged', { what: 'length' }))
}

/**
 * The database in a file, if it is exactly the one that was sealed. Refuses `not-a-project` (no SQLite file),
 * `changed-elsewhere` (an SQLite file without a valid trailer) and `damaged` (cut short, or the content does not match its hash).
 */
export async function unseal(file: Uint8Array, path: string, sha256: Platform['sha256']): Promise<Result<Uint8Array>> {
  const length = file.length - TRAILER_BYTES
  const trailer = length >= 0 ? file.subarray(length) : new Uint8Array(0)
  if (!startsWith(trailer, MAGIC)) return withoutTrailer(file, path)
  const view = new DataView(trailer.buffer, trailer.byteOffset)
  if (view.getBigUint64(MAGIC.length, true) !== BigInt(length)) return refuse(fault('damaged', { what: 'length' }))
  const database = file.subarray(0, length)
  if ((await sha256(database)) !== toHex(trailer.subarray(MAGIC.length + 8))) return refuse(fault('damaged', { what: 'SHA-256' }))
  return ok(database)
}

/** The bytes of a file that are its database by its own header, whatever follows; zeros where they are missing. */
export function databaseIn(file: Uint8Array): Uint8Array {
  const length = startsWith(file, SQLITE_MAGIC) && file.length >= 100 ? declaredLength(file) : 0
  if (length === 0 || length > 2 * file.length + 65_536) return file.slice(0, Math.max(0, file.length - TRAILER_BYTES))
  if (length <= file.length) return file.slice(0, length)
  const padded = new Uint8Array(length)
  padded.set(file)
  return padded
}
