import { unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** Local noon, so that the DOS time in the archive is the same in every time zone. */
const FIXED_TIME = new Date(1980, 0, 1, 12)

export type ZipParts = Map<string, Uint8Array>

/** The parts of a zip archive by name; entries for bare folders are left out. */
export const unpackZip = (bytes: Uint8Array): ZipParts =>
  new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')))

/** An Office package: the list of content types first, the rest by name, one fixed time. Same parts, same bytes. */
export function packZip(parts: ZipParts): Uint8Array {
  const first = (name: string): string => (name === '[Content_Types].xml' ? '' : name)
  const names = [...parts.keys()].sort((a, b) => (first(a) < first(b) ? -1 : 1))
  const entries = names.map((name): [string, Zippable[string]] => [
    name,
    [parts.get(name) ?? new Uint8Array(), { mtime: FIXED_TIME }],
  ])
  return zipSync(Object.fromEntries(entries))
}
