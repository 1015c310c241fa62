import iconv from 'iconv-lite'
import { isAscii, isUtf8, transcode } from 'node:buffer'
import type { Decode, Decoder } from '../../shared/ingest/types'
import type { Encoding } from '../../shared/model/role'

const UTF16: ReadonlySet<Encoding> = new Set<Encoding>(['utf-16le', 'utf-16be'])

/**
 * Node's own TextDecoder is wrong for CP949 and windows-1252, so those come from iconv-lite. The few bytes that
 * windows-1252 leaves undefined become C1 controls, as browsers have it.
 */
const decode: Decode = (bytes, encoding) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (encoding === 'utf-8') return decodeUtf8(buffer)
  if (UTF16.has(encoding)) return decodeUtf16(bytes, encoding)
  const text = iconv.decode(buffer, encoding)
  if (!text.includes('\ufffd')) return text
  if (encoding !== 'windows-1252') return null
  return text.replace(/\ufffd/g, (_, at: number) => String.fromCharCode(bytes[at]!))
}

/** Through UTF-16, which is three times as fast as TextDecoder on large files. */
function decodeUtf8(buffer: Buffer): string | null {
  if (isAscii(buffer)) return buffer.toString('latin1')
  if (!isUtf8(buffer)) return null
  const text = transcode(buffer, 'utf8', 'utf16le').toString('utf16le')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function decodeUtf16(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export const nodeDecoder: Decoder = { decode, isUtf8 }
