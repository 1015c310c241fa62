import { cover, MASK, type Part } from './cover'
import { createPartFinder } from './name-parts'
import { inOnePiece } from './one-piece'

const LETTER = /[\p{L}\p{N}]/u
/** Stands where a name was found, for as many units as it has. */
const HIDDEN = MASK.charAt(0)
/** Names begin with so many units at least. */
const START = 2

/** Where in a text somebody is named: from (inclusive) and to (exclusive), in UTF-16 units of that text. */
export type NameFinder = (text: string) => readonly Part[]

/**
 * Finds `names`: the longest first, only where they are words (behind a Korean name a particle, a title or the next name may
 * stand), then parts of them where somebody is plainly called by one. Invisible characters and Hangul in pieces hide nothing.
 * Of a hundred thousand names only those are tried that a text holds.
 */
export function createNameFinder(names: Iterable<string>): NameFinder {
  const byLower = new Map<string, string[]>()
  const wanted = [...names].flatMap((name) => waysToWrite(name.normalize('NFC').trim())).filter(isName)
  for (const name of wanted) byLower.set(lower(name), [...(byLower.get(lower(name)) ?? []), name])
  const lengths = lengthsByStart(byLower.keys())
  const partsIn = createPartFinder(wanted)
  return (text) => {
    const plain = inOnePiece(text)
    const found: Part[] = []
    let said = plain.text
    const hide = (parts: readonly Part[]): void => {
      for (const part of parts) {
        found.push(part)
        said = said.slice(0, part.from) + HIDDEN.repeat(part.to - part.from) + said.slice(part.to)
      }
    }
    // What follows a name without a gap begins a word only once that is hidden.
    for (let before = -1; found.length > before; ) {
      before = found.length
      for (const name of namesIn(said, byLower, lengths).sort((a, b) => b.length - a.length)) hide(placesOf(name, said))
    }
    hide(partsIn(said))
    return found.map(({ from, to }) => ({ from: plain.at(from), to: plain.at(to) }))
  }
}

/** A text without these names; see `createNameFinder`. */
export function createNameMask(names: Iterable<string>): (text: string) => string {
  const find = createNameFinder(names)
  return (text) => cover(text, find(text))
}

function lengthsByStart(names: Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, Set<number>>()
  for (const name of names) {
    const start = name.slice(0, START)
    lengths.set(start, (lengths.get(start) ?? new Set()).add(name.length))
  }
  return new Map([...lengths].map(([start, each]) => [start, [...each]]))
}

function namesIn(text: string, byLower: ReadonlyMap<string, readonly string[]>, lengths: ReadonlyMap<string, readonly number[]>): string[] {
  const low = lower(text)
  const found = new Set<string>()
  for (let at = 0; at < low.length; at++) {
    const own = lengths.get(low.slice(at, at + START))
    if (!own || LETTER.test(low.charAt(at - 1))) continue
    for (const length of own) for (const name of byLower.get(low.slice(at, at + length)) ?? []) found.add(name)
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

/** What can be told from a word by being somebody's name: not a number, not a letter or two in Latin. */
function isName(name: string): boolean {
  if (!/\p{L}/u.test(name) || name.length > 60) return false
  return /^\p{Script=Hangul}+$/u.test(name) ? name.length >= 2 : name.length >= 3
}

function placesOf(wanted: string, text: string): readonly Part[] {
  const low = lower(text)
  const isHangul = /\p{Script=Hangul}$/u.test(wanted)
  const name = lower(wanted)
  const parts: Part[] = []
  for (let at = low.indexOf(name), from = 0; at >= 0; at = low.indexOf(name, at + 1)) {
    if (at < from) continue
    const end = at + wanted.length
    if (LETTER.test(text.charAt(at - 1)) || (!isHangul && LETTER.test(text.charAt(end)))) continue
    parts.push({ from: at, to: end })
    from = end
  }
  return parts
}
