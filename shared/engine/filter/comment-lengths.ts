import type { Comments, Findings } from '../comments/comments'

const known = new WeakMap<Findings, Uint32Array>()

/** Characters of each comment as people count them: trimmed, an accent with its letter, a syllable as one. 0 for blank ones. */
export function lengthsOf({ found, text }: Comments): Uint32Array {
  let lengths = known.get(found)
  if (!lengths) {
    lengths = Uint32Array.from(found.filled, (isFilled, row) => (isFilled ? charactersOf(text(row)) : 0))
    known.set(found, lengths)
  }
  return lengths
}

/** Characters of one text. */
function charactersOf(text: string): number {
  const whole = text.trim().normalize('NFC')
  let count = 0
  // Two units make one character above the basic plane.
  for (let at = 0; at < whole.length; at++) if ((whole.charCodeAt(at) & 0xfc00) !== 0xdc00) count += 1
  return count
}
