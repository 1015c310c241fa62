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
