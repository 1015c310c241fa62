import type { Decoder } from '../../shared/ingest/types'
import type { Encoding } from '../../shared/model/role'

/** Browsers know CP949 by the name of the smaller set that it extends. */
const label = (encoding: Encoding): string => (encoding === 'cp949' ? 'euc-kr' : encoding)

/** Decoding a part of the file at a time, its text need not all be held at once. */
const PART = 1 << 22

/** The browser's own decoder, strict. */
export const webDecoder: Decoder = {
  decode(bytes, encoding) {
    try {
      return new TextDecoder(label(encoding), { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  },
  isUtf8(bytes) {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    try {
      for (let at = 0; at < bytes.length; at += PART) decoder.decode(bytes.subarray(at, at + PART), { stream: true })
      decoder.decode()
      return true
    } catch {
      return false
    }
  },
}
