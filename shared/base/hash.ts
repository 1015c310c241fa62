/** Where FNV-1a begins. */
export const FNV = 0x811c9dc5

/** FNV-1a over the units of the text: the same number on every machine. */
export function hashText(text: string, start = FNV): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Every bit of the outcome depends on every bit of the number. */
export function mixed(number: number): number {
  let hash = number >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
