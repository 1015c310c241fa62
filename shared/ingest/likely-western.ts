const SPACE = 32
const isLower = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a
const isUpper = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a
const isLetter = (byte: number): boolean => isLower(byte) || isUpper(byte)
const isGap = (byte: number): boolean => byte <= SPACE

/** Letters of Mac Roman (äÄåÅçéèêëíìîïñóòôöúùûü…) where windows-1252 has punctuation and rare letters. */
const MAC_LETTERS = new Set([0x80, 0x81, 0x83, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8d, 0x8e, 0x8f, 0x90, 0x9a, 0x9b, 0x9c, 0x9d, 0x9e, 0x9f])
const MAC_SPACE = 0xca
const MAC_APOSTROPHE = 0xd5
const MAC_QUOTES = [0xd2, 0xd3] as const
const APOSTROPHE = 0x92
const QUOTES = [0x93, 0x94] as const

/**
 * True when bytes above ASCII make more sense in Mac Roman than in windows-1252: accented letters, quotes and spaces that
 * Excel on a Mac writes, against those that Windows writes. What could be either counts for neither.
 */
export function isMacintosh(bytes: Uint8Array): boolean {
  let mac = 0
  let windows = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    const before = bytes[at - 1] ?? SPACE
    const after = bytes[at + 1] ?? SPACE
    const besideLower = isLower(before) || isLower(after)
    if (MAC_LETTERS.has(byte)) mac += besideLower ? 1 : 0
    else if (byte === MAC_SPACE) mac += !isUpper(before) && !isUpper(after) ? 1 : 0
    else if (byte === MAC_APOSTROPHE) mac += isLower(before) && isLower(after) ? 1 : 0
    else if (byte === MAC_QUOTES[0]) mac += isGap(before) && isLetter(after) ? 1 : 0
    else if (byte === MAC_QUOTES[1]) mac += isLower(before) && !isLetter(after) ? 1 : 0
    else if (byte === APOSTROPHE) windows += isLetter(before) && after === 0x73 ? 1 : 0
    else if (byte === QUOTES[0]) windows += isGap(before) && isLetter(after) ? 1 : 0
    else if (byte === QUOTES[1]) windows += isLetter(before) && isGap(after) ? 1 : 0
    else if (byte >= 0xe0) windows += besideLower ? 1 : 0
  }
  return mac > windows
}
