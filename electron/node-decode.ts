import iconv from 'iconv-lite'
import type { Decode } from '../shared/ingest/types'
import type { Encoding } from '../shared/model/role'

const UTF: ReadonlySet<Encoding> = new Set<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])
const UNDEFINED_IN_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d]

/**
 * Node's own TextDecoder is wrong for CP949 and windows-1252, so those come from iconv-lite. The few bytes that
 * windows-1252 leaves undefined become C1 controls, as browsers have it.
 */
export const nodeDecode: Decode = (bytes, encoding) => {
  if (UTF.has(encoding)) return decodeUtf(bytes, encoding)
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  if (!text.includes('\ufffd')) return text
  return encoding === 'windows-1252' ? withControls(text, bytes) : null
}

function decodeUtf(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const withControls = (text: string, bytes: Uint8Array): string =>
  [...text]
    .map((character, at) => (UNDEFINED_IN_1252.includes(bytes[at]!) ? String.fromCharCode(bytes[at]!) : character))
    .join('')
