import type { Part } from './cover'
import { plainText } from './plain-digits'

/** Seven digits or more with at most a mark or two between them. */
const NUMBER = /(?<![\d\p{L}])\+?\(?\d(?:[ ().\-/]{0,3}\d){6,}(?!\d)/gu

/** Dates and spans of years: long, and nobody's. */
const HARMLESS =
  /^(?:(?:19|20)\d{2}[-./ ]{1,2}(?:0?[1-9]|1[0-2])[-./ ]{1,2}(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d{2}|(?:19|20)\d{2} ?[-/] ?(?:19|20)\d{2})$/u

/** Numbers that could be somebody's, in a way of writing them that nobody has thought of. */
export function longNumbers(text: string): readonly Part[] {
  const plain = plainText(text)
  return [...plain.text.matchAll(NUMBER)].flatMap(({ 0: number, index }) =>
    HARMLESS.test(number.trim()) ? [] : [{ from: plain.at(index), to: plain.at(index + number.length) }],
  )
}
