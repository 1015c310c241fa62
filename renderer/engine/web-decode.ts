import type { Decode } from '../../shared/ingest/types'
import type { Encoding } from '../../shared/model/role'

/** Browsers know CP949 by the name of the smaller set that it extends. */
const label = (encoding: Encoding): string => (encoding === 'cp949' ? 'euc-kr' : encoding)

/** The browser's own decoder, strict. */
export const webDecode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(label(encoding), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
