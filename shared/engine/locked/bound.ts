import { joinedBytes } from '../../base/joined-bytes'

/** What sealed bytes are, so that none can stand for another. */
export type SealedKind = 'key' | 'snapshot' | 'record' | 'batch'

/** What bytes of a project are bound to: their kind, the file's id, and numbers that place them. */
export function boundTo(kind: SealedKind, fileId: Uint8Array, numbers: readonly number[], more: Uint8Array = new Uint8Array(0)): Uint8Array {
  const placed = new Uint8Array(8 * numbers.length)
  const view = new DataView(placed.buffer)
  for (const [at, number] of numbers.entries()) view.setBigUint64(8 * at, BigInt(number), true)
  return joinedBytes([new TextEncoder().encode(`earshot ${kind}\0`), fileId, placed, more])
}
