import type { SourceFile } from '../../../shared/ingest/types'
import type { OpenedFile } from '../../host/host'

/** Smaller files are read whole in no time. */
const LARGE = 8 * 2 ** 20
const HEAD = 2 ** 20
const LINE_FEED = 0x0a
/** A ZIP, and so a workbook: nothing can be read of it before its end is there. */
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The first rows of a large file of text, as a file of its own; null for every other. */
export async function headOf(source: OpenedFile): Promise<SourceFile | null> {
  if ('project' in source) return null
  const isBlob = 'arrayBuffer' in source
  const size = isBlob ? source.size : source.bytes.length
  if (size < LARGE) return null
  try {
    const bytes = isBlob ? new Uint8Array(await source.slice(0, HEAD).arrayBuffer()) : source.bytes.slice(0, HEAD)
    const end = bytes.lastIndexOf(LINE_FEED) + 1
    return end === 0 || isZip(bytes) ? null : { name: source.name, bytes: bytes.subarray(0, end) }
  } catch {
    // Reading all of it will say why.
    return null
  }
}
