import type { CodebookEntry } from '../../../shared/protocol/engine-api'

const DIGITS = '123456789'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** What Shift makes of the digits 1 to 9 on English and Korean keyboards. */
const SHIFTED_DIGITS = '!@#$%^&*('

type Placed = Pick<CodebookEntry, 'id' | 'parent' | 'rule'>

/** Whether a code only holds others together: nothing but a hand could give it. */
const isHeading = (code: Placed, codes: readonly Placed[]): boolean =>
  code.rule.trim() === '' && codes.some(({ parent }) => parent === code.id)

/** The letters that codes may have: neither they nor what Shift makes of them is a key of a command. */
export const freeLetters = (taken: ReadonlySet<string>): readonly string[] =>
  [...LETTERS].filter((letter) => !taken.has(letter) && !taken.has(shiftedKey(letter)))

/**
 * The keys that apply codes, by their ids. A letter that somebody gave to a code stays with it, wherever the code stands
 * in the codebook; all others get the digits and then the letters that are left, in their order. Headings come after all
 * others; codes beyond the last key have none.
 */
export function keysOfCodes(
  codes: readonly Placed[],
  given: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const letters = freeLetters(taken)
  const own = new Map(codes.flatMap(({ id }) => (letters.includes(given[id] ?? '') ? [[id, given[id]!] as const] : [])))
  const inUse = new Set(own.values())
  const keys = [...[...DIGITS].filter((digit) => !taken.has(digit)), ...letters.filter((letter) => !inUse.has(letter))]
  const others = codes.filter(({ id }) => !own.has(id))
  const ranked = [...others.filter((code) => !isHeading(code, codes)), ...others.filter((code) => isHeading(code, codes))]
  return new Map([...own, ...keys.flatMap((key, place) => (ranked[place] ? [[ranked[place].id, key] as const] : []))])
}

/** The same key held with Shift, as `useKeys` names it. */
export function shiftedKey(key: string): string {
  const digit = DIGITS.indexOf(key)
  return digit < 0 ? `Shift+${key.toUpperCase()}` : (SHIFTED_DIGITS[digit] ?? key)
}
