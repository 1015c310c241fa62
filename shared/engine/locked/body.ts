import { joinedBytes } from '../../base/joined-bytes'
import { SEAL_BYTES, type Cipher } from './cipher'

const CHUNK_BYTES = 1 << 20
const SEALED_BYTES = CHUNK_BYTES + SEAL_BYTES

/** What a chunk is bound to beside what all of them are: its place, and how many there are. */
function placed(bound: Uint8Array, at: number, count: number): Uint8Array {
  const place = new Uint8Array(8)
  const view = new DataView(place.buffer)
  view.setUint32(0, at, true)
  view.setUint32(4, count, true)
  return joinedBytes([bound, place])
}

/** Bytes sealed in chunks of 1 MiB; of no bytes one, so that there is always a tag. They follow `before`. */
export async function sealBody(cipher: Cipher, bound: Uint8Array, bytes: Uint8Array, before = 0, after = 0): Promise<Uint8Array> {
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES))
  const sealed = new Uint8Array(before + bytes.length + count * SEAL_BYTES + after)
  for (let at = 0; at < count; at++) {
    const chunk = bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES)
    sealed.set(await cipher.seal(placed(bound, at, count), chunk), before + at * SEALED_BYTES)
  }
  return sealed
}

/** The bytes that were sealed; a chunk that is not what was sealed there is zeros, and `isWhole` false. */
export async function openBody(cipher: Cipher, bound: Uint8Array, sealed: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
  const count = Math.max(1, Math.ceil(sealed.length / SEALED_BYTES))
  const bytes = new Uint8Array(Math.max(0, sealed.length - count * SEAL_BYTES))
  let isWhole = sealed.length >= count * SEAL_BYTES
  for (let at = 0; at < count; at++) {
    const chunk = await cipher.open(placed(bound, at, count), sealed.subarray(at * SEALED_BYTES, (at + 1) * SEALED_BYTES))
    if (chunk) bytes.set(chunk, at * CHUNK_BYTES)
    else isWhole = false
  }
  return { bytes, isWhole }
}
