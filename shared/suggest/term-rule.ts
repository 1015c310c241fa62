import { isHangul } from '../text/hangul'
import { stemOf } from '../text/stem'

/** Shorter than this, what the variants of a word begin with is in too many other words. */
const SHORTEST_BEGINNING = 4

/**
 * The rule that finds a word as it is counted: an English one that comments use in several forms by its stem, a Korean one with its
 * particles anyway.
 */
export const ruleOfWord = (form: string, variants: readonly string[]): string =>
  !isHangul(form) && variants.length > 1 && variants.every((each) => stemOf(each) === stemOf(form)) ? `~${form}` : form

/** The rule that finds words in a row. */
export const ruleOfPair = (first: string, second: string): string => `"${first} ${second}"`

/** One of several words. */
export const ruleOfAny = (rules: readonly string[]): string => rules.join(' OR ')

/** What to search for to see the comments with a word: what all its variants begin with, if that is long enough to mean it. */
export function searchOfWord(form: string, variants: readonly string[]): string {
  if (isHangul(form)) return form
  let shared = variants[0] ?? form
  for (const each of variants) while (!each.startsWith(shared)) shared = shared.slice(0, -1)
  return shared.length >= SHORTEST_BEGINNING ? shared : form
}
