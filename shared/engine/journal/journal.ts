import { crc32 } from '../../base/crc32'
import type { Operation } from '../../model/operation'
import { operationSchema } from '../../model/schema'
import { isTornTail } from './torn-tail'

/**
 * The journal is a row of frames, each `length u32 | crc32 u32 | payload`, little-endian; the payload is JSON in UTF-8
 * and the CRC runs on from frame to frame, so that a torn, lost or misplaced frame ends the journal there.
 */
export interface JournalEntry {
  /** Place in the project's log, from 1. */
  readonly seq: number
  readonly operation: Operation
  /** `chainHash` of everything up to and including this operation. */
  readonly chain: string
}

const HEADER_BYTES = 8

export interface Frame {
  readonly bytes: Uint8Array
  readonly crc: number
}

/** Frame of one entry; `crc` is that of the frame before (0 at the start). */
export function encodeFrame(entry: JournalEntry, crc: number): Frame {
  const payload = new TextEncoder().encode(JSON.stringify(entry))
  const next = crc32(payload, crc)
  const bytes = new Uint8Array(HEADER_BYTES + payload.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, payload.length, true)
  view.setUint32(4, next, true)
  bytes.set(payload, HEADER_BYTES)
  return { bytes, crc: next }
}

export interface ReadJournal {
  /** A whole, valid frame holds what this version does not know: nothing may be cut off, nothing applied. */
  readonly isForeign: boolean
  /** What follows was acknowledged, and is not what was written: see torn-tail.ts. */
  readonly isDamaged: boolean
  readonly entries: readonly JournalEntry[]
  /** Bytes that hold whole, valid frames; what follows was never acknowledged. */
  readonly length: number
  readonly crc: number
}

/** The valid beginning of a journal. `decode` turns UTF-8 into text. */
export function decodeJournal(bytes: Uint8Array, decode: (bytes: Uint8Array) => string | null): ReadJournal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: JournalEntry[] = []
  let length = 0
  let crc = 0
  while (length + HEADER_BYTES <= bytes.length) {
    const size = view.getUint32(length, true)
    const start = length + HEADER_BYTES
    // Space that was reserved and never written reads as zeros.
    if (size === 0 || start + size > bytes.length) break
    const payload = bytes.subarray(start, start + size)
    const next = crc32(payload, crc)
    if (next !== view.getUint32(length + 4, true)) break
    const entry = parseEntry(decode(payload))
    if (!entry) return { entries, length, crc, isForeign: true, isDamaged: false }
    entries.push(entry)
    crc = next
    length = start + size
  }
  const isWhole = (payload: Uint8Array): boolean => parseEntry(decode(payload)) !== null
  const isDamaged = length < bytes.length && !isTornTail(bytes, length, isWhole)
  return { entries, length, crc, isForeign: false, isDamaged }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}

function parseEntry(text: string | null): JournalEntry | null {
  if (text === null) return null
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) return null
  const seq: unknown = Reflect.get(value, 'seq')
  const chain: unknown = Reflect.get(value, 'chain')
  const operation = operationSchema.safeParse(Reflect.get(value, 'operation'))
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1 || typeof chain !== 'string' || !operation.success) return null
  return { seq, chain, operation: operation.data }
}
