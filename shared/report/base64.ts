const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** `bytes` in Base64. */
export function base64(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    pieces.push(
      DIGITS.charAt(bits >> 18) +
        DIGITS.charAt((bits >> 12) & 63) +
        (b === undefined ? '=' : DIGITS.charAt((bits >> 6) & 63)) +
        (c === undefined ? '=' : DIGITS.charAt(bits & 63)),
    )
  }
  return pieces.join('')
}

/** The bytes that `text` stands for in Base64; whatever is no digit of it is passed over. */
export function fromBase64(text: string): Uint8Array {
  const bytes: number[] = []
  let [bits, count] = [0, 0]
  for (const char of text) {
    const digit = DIGITS.indexOf(char)
    if (digit === -1) continue
    bits = ((bits << 6) | digit) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes.push((bits >> count) & 0xff)
  }
  return Uint8Array.from(bytes)
}
