import iconv from 'iconv-lite'
import type { Decode } from '../shared/ingest/types'
import type { Encoding } from '../shared/model/role'

const UTF: ReadonlySet<Encoding> = new Set<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])

/**
 * Node's own TextDecoder is wrong for CP949 and windows-1252, so those come from iconv-lite. The few bytes that
 * windows-1252 leaves undefined become C1 controls, as browsers have it.
 */
export const nodeDecode: Decode = (bytes, encoding) => {
  if (UTF.has(encoding)) return decodeUtf(bytes, encoding)
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  if (!text.includes('\ufffd')) return text
  if (encoding !== 'windows-1252') return null
  return text.replace(/\ufffd/g, (_, at: number) => String.fromCharCode(bytes[at]!))
}

function decodeUtf(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
