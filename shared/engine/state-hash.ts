import type { RegisterMaps } from './db/registers'
import { REGISTER_NAMES } from '../model/records'

/** JSON with sorted keys: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
    .join(',')}}`
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
