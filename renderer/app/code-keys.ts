/** Letters that the screen itself does not use, now or later: e, f, j, k, n, q, t, u, x stay free. */
const LETTERS = 'abcdghilmoprsvwyz'
const CODE_KEYS: readonly string[] = [...'123456789', ...LETTERS]

/** What Shift makes of the digits 1 to 9 on English and Korean keyboards. */
const SHIFTED_DIGITS = '!@#$%^&*('

/** The key that applies the code in that place of the codebook; null once they are used up. */
export const keyOfCode = (place: number): string | null => CODE_KEYS[place] ?? null

/** The same key held with Shift, as `useKeys` names it. */
export function shiftedKey(key: string): string {
  const digit = '123456789'.indexOf(key)
  return digit < 0 ? `Shift+${key.toUpperCase()}` : (SHIFTED_DIGITS[digit] ?? key)
}
