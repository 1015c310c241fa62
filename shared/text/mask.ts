import { createPartMask } from './name-parts'

/** What stands where something personal stood. */
export const MASK = '▇▇▇'

// As long as an address may be, and no longer: a text without spaces must not be read again from each of its letters.
const EMAIL = /[^\s@<>()[\],;:"'“”‘’]{1,64}@[^\s@<>()[\],;:"'“”‘’]{1,253}\.[\p{L}\d-]{2,}/gu

/** Hyphens and dashes that numbers are written with, spaces, dots, slashes. */
const DASH = '[-\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D~]'
const GAP = '\\s{0,4}'

/** Korean resident and foreigner registration numbers: a day of birth, a hyphen or none, a digit of any kind and six more, some perhaps starred. No checksum: those given since October 2020 have none. */
const REGISTRATION = new RegExp(`(?<!\\d)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])${GAP}${DASH}?${GAP}[0-9][\\d*●•xX]{6}(?![\\d*])`, 'gu')

/** Seven digits or more with at most a mark or two between them: phone numbers, cards, accounts. */
const NUMBER = /(?<![\d\p{L}])\+?\(?\d(?:[ \u00A0().\-/\u2010-\u2015\u2212\uFF0D]{0,3}\d){6,}(?!\d)/gu

/** Dates and times, amounts with thousands separators: long, and nobody's. */
const HARMLESS =
  /^(?:(?:19|20)\d{2}[-./ ]{1,2}(?:0?[1-9]|1[0-2])[-./ ]{1,2}(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d{2}|(?:19|20)\d{2} ?[-\u2013/] ?(?:19|20)\d{2})$/u

const LETTER = /[\p{L}\p{N}]/u

/**
 * `text` without e-mail addresses, phone and other long numbers, Korean registration numbers, and `names`: the longest
 * first, only where they are words (behind a Korean name a particle, a title or the next name may stand), then parts of
 * them where somebody is plainly called by one. Full-width digits, invisible characters and Hangul in pieces hide nothing.
 */
export const maskPersonal = (text: string, names: Iterable<string> = []): string => createMask(names)(text)

/** Masks like `maskPersonal`. Of a hundred thousand names only those are tried that a text holds. */
export function createMask(names: Iterable<string>): (text: string) => string {
  const byLower = new Map<string, string[]>()
  const wanted = [...names].flatMap((name) => waysToWrite(name.normalize('NFC').trim())).filter(isName)
  for (const name of wanted) byLower.set(lower(name), [...(byLower.get(lower(name)) ?? []), name])
  const lengths = [...new Set([...byLower.keys()].map(({ length }) => length))]
  const maskParts = createPartMask(wanted, MASK)
  return (text) => {
    const plain = plainText(text)
    const masked = plain
      .replace(EMAIL, MASK)
      .replace(REGISTRATION, MASK)
      .replace(NUMBER, (number) => (HARMLESS.test(number.trim()) ? number : MASK))
    let said = masked
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

/** Letters in one piece, digits and the at sign as they are on a keyboard, without what has no width. */
const plainText = (text: string): string =>
  text.normalize('NFC').replace(/[\u200B\u2060\uFEFF\u00AD]/gu, '').replace(/[\uFF10-\uFF19\uFF20\uFF0E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

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
