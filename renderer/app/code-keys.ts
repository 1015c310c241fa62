import type { CodebookEntry } from '../../shared/protocol/engine-api'

/** Letters that the screen itself does not use, now or later: e, f, j, k, n, q, r, t, u, x stay free. */
const LETTERS = 'abcdghilmopsvwyz'
const CODE_KEYS: readonly string[] = [...'123456789', ...LETTERS]

/** What Shift makes of the digits 1 to 9 on English and Korean keyboards. */
const SHIFTED_DIGITS = '!@#$%^&*('

type Placed = Pick<CodebookEntry, 'id' | 'parent' | 'rule'>

/** Whether a code only holds others together: nothing but a hand could give it. */
const isHeading = (code: Placed, codes: readonly Placed[]): boolean =>
  code.rule.trim() === '' && codes.some(({ parent }) => parent === code.id)

/** The keys that apply codes, by their ids. Headings come after all others; codes beyond the last key have none. */
export function keysOfCodes(codes: readonly Placed[]): ReadonlyMap<string, string> {
  const ranked = [...codes.filter((code) => !isHeading(code, codes)), ...codes.filter((code) => isHeading(code, codes))]
  return new Map(CODE_KEYS.flatMap((key, place) => (ranked[place] ? [[ranked[place].id, key]] : [])))
}

/** The same key held with Shift, as `useKeys` names it. */
export function shiftedKey(key: string): string {
  const digit = '123456789'.indexOf(key)
  return digit < 0 ? `Shift+${key.toUpperCase()}` : (SHIFTED_DIGITS[digit] ?? key)
}
