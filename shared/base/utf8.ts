const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of the valid UTF-8 bytes from `start` to `end`; a byte order mark stays. */
export const cutUtf8 = (bytes: Uint8Array, start: number, end: number): string =>
  start === end ? '' : decoder.decode(bytes.subarray(start, end))

/** The same where all is wanted. */
export const textOfUtf8 = (bytes: Uint8Array): string => cutUtf8(bytes, 0, bytes.length)

const encoder = new TextEncoder()

/** UTF-8 bytes of `text`; half a surrogate pair becomes U+FFFD. */
export const utf8Of = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)

let scratch = new Uint8Array(1024)

/** Writes the UTF-8 bytes of `text` into a buffer that the next call writes over, and gives that and their number. */
export function utf8Scratch(text: string): { readonly bytes: Uint8Array; readonly length: number } {
  if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 6)
  return { bytes: scratch, length: encoder.encodeInto(text, scratch).written }
}

/** For shorter runs a loop costs less than a view of the bytes. */
const LONG_RUN = 96

/** Copies the bytes from `start` to `end`. */
export function copyBytes(bytes: Uint8Array, start: number, end: number, into: Uint8Array, at: number): void {
  if (end - start > LONG_RUN) into.set(bytes.subarray(start, end), at)
  else for (let from = start, to = at; from < end; from++, to++) into[to] = bytes[from]!
}

/**
 * Whether there is more than white space from `start` to `end`. The first byte of most characters says so; where it
 * might begin white space beyond ASCII the text is looked at.
 */
export function holdsText(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return false
  const first = bytes[start]!
  if ((first > 0x20 && first < 0xc2) || (first > 0xe3 && first < 0xef)) return true
  return cutUtf8(bytes, start, end).trim() !== ''
}
