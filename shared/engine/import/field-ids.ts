import type { ColumnProfile } from '../../ingest/types'
import type { Platform } from '../platform'

/** A header as fields are told apart by it: one Unicode form, one kind of space, one case. */
export const fieldKey = (header: string): string => header.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()

/** What tells the columns of one file apart: the header and, for repeated headers, which of them it is. */
export function columnKeys(columns: readonly Pick<ColumnProfile, 'header' | 'index'>[]): readonly string[] {
  const seen = new Map<string, number>()
  return columns.map(({ header, index }) => {
    const key = fieldKey(header) || `#${index}`
    const occurrence = (seen.get(key) ?? 0) + 1
    seen.set(key, occurrence)
    return `${key}\n${occurrence}`
  })
}

/** Id of the field that follows from `key`. */
export async function fieldIdOf(key: string, platform: Platform): Promise<string> {
  const hash = await platform.sha256(new TextEncoder().encode(key))
  return `f${hash.slice(0, 16)}`
}

/** Id of each column's field. It follows from the header, so the same question is the same field in every wave and on every machine. */
export async function fieldIds(columns: readonly ColumnProfile[], platform: Platform): Promise<readonly string[]> {
  const ids: string[] = []
  for (const key of columnKeys(columns)) ids.push(await fieldIdOf(key, platform))
  return ids
}
