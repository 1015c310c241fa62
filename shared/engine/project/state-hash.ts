import type { RegisterMaps } from '../db/registers'
import { REGISTER_NAMES } from '../../model/records'

/** JSON with sorted keys: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  const keys = new Set<string>()
  addKeys(value, keys)
  // A list of keys also says their order, at every depth; objects sorted one by one take several times as long.
  return JSON.stringify(value, [...keys].sort())
}

function addKeys(value: unknown, keys: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) keys.add(key)
    addKeys(item, keys)
  }
}

/**
 * Hash of what the project says, however it came about: SHA-256 over one line per record, sorted. Cells enter through
 * the batch hash of their wave. Undo, replay, recovery and merging are right when they reproduce it.
 */
export async function stateHash(maps: RegisterMaps, sha256: (bytes: Uint8Array) => Promise<string>): Promise<string> {
  const lines = REGISTER_NAMES.flatMap((register) =>
    [...maps[register]].map(([id, record]) => `${register}\t${id}\t${canonicalJson(record)}\n`),
  )
  return sha256(new TextEncoder().encode(lines.sort().join('')))
}
