import { LEAST_PASSWORD } from '../../../shared/protocol/password'
import type { MessageKey, MessageParams } from '../../../shared/locale/translate'

export { LEAST_PASSWORD }
/** From here on, length alone makes guessing hopeless against the cost of a key. */
const LONG = 16

export const isPasswordLong = (password: string): boolean => password.length >= LEAST_PASSWORD

/** How long a password is, and what that means: length says more than any score. */
export function passwordWords(password: string): readonly [MessageKey, MessageParams] {
  const n = [...password].length
  if (n === 0) return ['password.least', { least: LEAST_PASSWORD }]
  if (!isPasswordLong(password)) return ['password.short', { n, least: LEAST_PASSWORD }]
  return [n < LONG ? 'password.fair' : 'password.long', { n }]
}
