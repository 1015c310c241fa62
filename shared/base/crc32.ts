const TABLE = new Uint32Array(256).map((_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** CRC-32 (IEEE 802.3) of `bytes`; pass the previous result as `seed` to go on. Finds torn writes, not tampering. */
export function crc32(bytes: Uint8Array, seed = 0): number {
  let crc = ~seed
  // A plain loop: an iterator costs several times as much.
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ TABLE[(crc ^ bytes[at]!) & 0xff]!
  return ~crc >>> 0
}
