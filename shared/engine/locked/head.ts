import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { SEAL_BYTES, KEY_BYTES } from './cipher'
import { isAffordable, type KeyCost } from './key-cost'

/** Tells a locked project from an SQLite file at once. */
const MAGIC = new TextEncoder().encode('EARSLOCK')
export const LOCK_FORMAT = 1
const LANES = 1
export const SALT_BYTES = 16
export const ID_BYTES = 16
const WRAPPED_BYTES = KEY_BYTES + SEAL_BYTES
/** Where the parts of a head begin; numbers are little-endian. */
const [COST_AT, SALT_AT] = [12, 24]
const ID_AT = SALT_AT + SALT_BYTES
const WRAPPED_AT = ID_AT + ID_BYTES
const GENERATION_AT = WRAPPED_AT + WRAPPED_BYTES
export const HEAD_BYTES = GENERATION_AT + 8

/** The readable beginning of a locked project. */
export interface Head {
  readonly cost: KeyCost
  readonly salt: Uint8Array
  /** Random; stays as long as the password does. */
  readonly fileId: Uint8Array
  /** The data key, sealed under the password's. */
  readonly wrapped: Uint8Array
  /** Counts what was sealed under the data key as a whole file. */
  readonly generation: number
}

export const isLocked = (file: Uint8Array): boolean => MAGIC.every((byte, at) => file[at] === byte)

export function encodeHead({ cost, salt, fileId, wrapped, generation }: Head): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  view.setUint32(8, LOCK_FORMAT, true)
  view.setUint32(COST_AT, cost.kibibytes, true)
  view.setUint32(COST_AT + 4, cost.passes, true)
  view.setUint32(COST_AT + 8, LANES, true)
  bytes.set(salt, SALT_AT)
  bytes.set(fileId, ID_AT)
  bytes.set(wrapped, WRAPPED_AT)
  view.setBigUint64(GENERATION_AT, BigInt(generation), true)
  return bytes
}

/** What the data key is bound to: all of the head before it. */
export const beforeKey = (head: Head): Uint8Array => encodeHead(head).subarray(0, WRAPPED_AT)

/** The head of a locked file whose bytes are what was saved. Refuses `newer-format`, and costs that nobody asked for. */
export function decodeHead(file: Uint8Array): Result<Head> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.length < HEAD_BYTES || !isLocked(file)) return refuse(fault('damaged', { what: 'head' }))
  const format = view.getUint32(8, true)
  if (format > LOCK_FORMAT) return refuse(fault('newer-format', { format }))
  const cost = { kibibytes: view.getUint32(COST_AT, true), passes: view.getUint32(COST_AT + 4, true) }
  const generation = Number(view.getBigUint64(GENERATION_AT, true))
  const isOurs = format === LOCK_FORMAT && view.getUint32(COST_AT + 8, true) === LANES && isAffordable(cost) && Number.isSafeInteger(generation)
  if (!isOurs) return refuse(fault('damaged', { what: 'head' }))
  const part = (from: number, length: number): Uint8Array => file.slice(from, from + length)
  return ok({ cost, salt: part(SALT_AT, SALT_BYTES), fileId: part(ID_AT, ID_BYTES), wrapped: part(WRAPPED_AT, WRAPPED_BYTES), generation })
}
