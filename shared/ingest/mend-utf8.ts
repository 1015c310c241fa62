import { cutUtf8, utf8Of } from '../base/utf8'

export interface Mended {
  readonly bytes: Uint8Array
  /** Characters that could not be read; U+FFFD stands in their place. */
  readonly damaged: number
}

const SAMPLE = 1 << 18
/** Readable characters beyond ASCII for each that is not. */
const ENOUGH_GOOD = 20

/** Text that is UTF-8 but for a few damaged bytes; null for text in another encoding. */
export function mendUtf8(bytes: Uint8Array): Mended | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.length < bytes.length && isOther(countBeyondAscii(cutUtf8(sample, 0, sample.length)))) return null
  const text = cutUtf8(bytes, 0, bytes.length)
  const counts = countBeyondAscii(text)
  return isOther(counts) || counts.damaged === 0 ? null : { bytes: utf8Of(text), damaged: counts.damaged }
}

const isOther = ({ damaged, good }: ReturnType<typeof countBeyondAscii>): boolean => damaged > 0 && good < damaged * ENOUGH_GOOD

function countBeyondAscii(text: string): { readonly damaged: number; readonly good: number } {
  let damaged = 0
  let good = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0xfffd) damaged += 1
    else if (code > 0x7f) good += 1
  }
  return { damaged, good }
}
