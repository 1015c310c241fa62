import { MASK } from './cover'
import { createPartMask } from './name-parts'

const LETTER = /[\p{L}\p{N}]/u

/**
 * Masks `names`: the longest first, only where they are words (behind a Korean name a particle, a title or the next name may
 * stand), then parts of them where somebody is plainly called by one. Invisible characters and Hangul in pieces hide nothing.
 * Of a hundred thousand names only those are tried that a text holds.
 */
export function createNameMask(names: Iterable<string>): (text: string) => string {
  const byLower = new Map<string, string[]>()
  const wanted = [...names].flatMap((name) => waysToWrite(name.normalize('NFC').trim())).filter(isName)
  for (const name of wanted) byLower.set(lower(name), [...(byLower.get(lower(name)) ?? []), name])
  const lengths = [...new Set([...byLower.keys()].map(({ length }) => length))]
  const maskParts = createPartMask(wanted, MASK)
  return (text) => {
    const plain = inOnePiece(text)
    let said = plain
    // What follows a name without a gap begins a word only once that is masked.
    for (let found = namesIn(said, byLower, lengths); found.length > 0; found = namesIn(said, byLower, lengths)) {
      const before = said
      said = found.sort((a, b) => b.length - a.length).reduce(maskName, said)
      if (said === before) break
    }
    said = maskParts(said)
    return said === plain ? text : said
  }
}

function namesIn(text: string, byLower: ReadonlyMap<string, readonly string[]>, lengths: readonly number[]): string[] {
  const low = lower(text)
  const found = new Set<string>()
  for (let at = 0; at < low.length; at++) {
    if (LETTER.test(low.charAt(at - 1))) continue
    for (const length of lengths) for (const name of byLower.get(low.slice(at, at + length)) ?? []) found.add(name)
  }
  return [...found]
}

/** Lower case in which every letter stays where it is: that of İ is longer. */
function lower(text: string): string {
  const low = text.toLowerCase()
  return low.length === text.length ? low : [...text].map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}

/** Korean names are written with a gap and without. */
const waysToWrite = (name: string): readonly string[] => (/^\p{Script=Hangul}+\s+\p{Script=Hangul}+$/u.test(name) ? [name, name.replace(/\s+/u, '')] : [name])

/** Without what has no width, and each letter as one. */
const inOnePiece = (text: string): string => text.normalize('NFC').replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '')

/** What can be told from a word by being somebody's name: not a number, not a letter or two in Latin. */
function isName(name: string): boolean {
  if (!/\p{L}/u.test(name) || name.length > 60) return false
  return /^\p{Script=Hangul}+$/u.test(name) ? name.length >= 2 : name.length >= 3
}

function maskName(text: string, wanted: string): string {
  const low = lower(text)
  const isHangul = /\p{Script=Hangul}$/u.test(wanted)
  const name = lower(wanted)
  let [masked, from] = ['', 0]
  for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + 1)) {
    if (at < from) continue
    const end = at + wanted.length
    if (LETTER.test(text.charAt(at - 1)) || (!isHangul && LETTER.test(text.charAt(end)))) continue
    masked += text.slice(from, at) + MASK
    from = end
  }
  return masked + text.slice(from)
}
