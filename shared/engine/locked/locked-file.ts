import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Platform } from '../platform'
import { openBody, sealBody } from './body'
import { boundTo } from './bound'
import { decodeHead, encodeHead, HEAD_BYTES, LOCK_FORMAT, type Head } from './head'
import type { Lock } from './lock'

const HASH_BYTES = 32

const fromHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/** All of the head: none of it can be exchanged. */
const bodyBound = (head: Head): Uint8Array => boundTo('snapshot', head.fileId, [LOCK_FORMAT, head.generation], encodeHead(head))

/** A project file sealed: head, chunks, and the SHA-256 of both, by which damage is known without the password. */
export async function sealFile(lock: Lock, generation: number, file: Uint8Array, sha256: Platform['sha256']): Promise<Uint8Array> {
  const head = { ...lock.head, generation }
  const sealed = await sealBody(lock.cipher, bodyBound(head), file, HEAD_BYTES, HASH_BYTES)
  sealed.set(encodeHead(head))
  const end = sealed.length - HASH_BYTES
  sealed.set(fromHex(await sha256(sealed.subarray(0, end))), end)
  return sealed
}

/** The head of a locked file that is, byte for byte, what was saved. Needs no password. */
export async function headOf(file: Uint8Array, sha256: Platform['sha256']): Promise<Result<Head>> {
  const end = file.length - HASH_BYTES
  if (end < HEAD_BYTES) return refuse(fault('damaged', { what: 'length' }))
  const hash = fromHex(await sha256(file.subarray(0, end)))
  return hash.every((byte, at) => byte === file[end + at]) ? decodeHead(file) : refuse(fault('damaged', { what: 'SHA-256' }))
}

/** What was sealed. Refuses `damaged` where a single byte is not what was sealed under this lock, at this place and generation. */
export async function openFile(lock: Lock, head: Head, file: Uint8Array): Promise<Result<Uint8Array>> {
  const { bytes, isWhole } = await openDamaged(lock, head, file)
  return isWhole ? ok(bytes) : refuse(fault('damaged', { what: 'AES-GCM' }))
}

/** The same of a file that is damaged: chunks that are not what was sealed are zeros. */
export const openDamaged = (lock: Lock, head: Head, file: Uint8Array): ReturnType<typeof openBody> =>
  openBody(lock.cipher, bodyBound(head), file.subarray(HEAD_BYTES, Math.max(HEAD_BYTES, file.length - HASH_BYTES)))
