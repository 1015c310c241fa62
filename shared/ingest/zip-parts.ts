import { unzipSync } from 'fflate'

/** Names of the parts of an archive, or null when it is damaged. */
export function zipParts(bytes: Uint8Array): readonly string[] | null {
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 })
    return names
  } catch {
    return null
  }
}
