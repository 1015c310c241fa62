/** A text in the characters of a keyboard, as far as numbers and addresses go, and where each of them stood. */
export interface PlainText {
  readonly text: string
  /** Place in the original of the unit at a place of `text`; one more than there are units, for the end. */
  readonly at: (place: number) => number
}

const UNUSUAL = /[^\t\n\r\x20-\x7E\u3131-\u3160\u3162\u3163\u3165-\u318E\uAC00-\uD7A3]/u
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u
const DASHES = /[\u00AF\u02D7\u058A\u1806\u2010-\u2015\u2043\u207B\u208B\u2212\u2500\u2501\u2796\u30FC\u3161\u3030\uFE31\uFE32\uFE58\uFE63\uFF0D\uFF70]/u
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u
const DOTS = /[\u00B7\u2022\u2024\u2027\u22C5\u30FB\uFF65\u3002\uFF0E]/u

/**
 * Full-width and other digits as `0` to `9`, every dash as `-`, every space as one, middle dots as `.`, without what has no
 * width. Other letters stay as they are.
 */
export function plainText(text: string): PlainText {
  if (!UNUSUAL.test(text)) return { text, at: (place) => place }
  let plain = ''
  const places: number[] = []
  for (let at = 0; at < text.length; ) {
    const char = String.fromCodePoint(text.codePointAt(at)!)
    const shown = plainChar(char)
    for (let unit = 0; unit < shown.length; unit++) places.push(shown === char ? at + unit : at)
    plain += shown
    at += char.length
  }
  places.push(text.length)
  return { text: plain, at: (place) => places[place]! }
}

function plainChar(char: string): string {
  if (!UNUSUAL.test(char)) return char
  if (UNSEEN.test(char)) return ''
  if (DASHES.test(char)) return '-'
  if (SPACES.test(char)) return ' '
  // Dots that a number may be starred with stay apart from those between its parts.
  if (DOTS.test(char)) return char === '\u2022' ? char : '.'
  const usual = char.normalize('NFKC')
  return /^[\x21-\x7E]$/u.test(usual) ? usual : char
}
