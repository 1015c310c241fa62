/**
 * A text as it is compared: NFKC, lower case, Latin without diacritics, one kind of apostrophe, double quote and dash.
 * `starts[i]` and `ends[i]` say which part of the original the i-th UTF-16 unit stands for; null: the same one.
 */
export interface Normalized {
  readonly text: string
  readonly starts: Int32Array | null
  readonly ends: Int32Array | null
}

const KINDS: readonly (readonly [string, string])[] = [
  ["'", '`\u00b4\u02b9\u02bb\u02bc\u02c8\u2018\u2019\u201a\u201b\u2032\u2035\uff07\uff40'],
  ['"', '\u00ab\u00bb\u201c\u201d\u201e\u201f\u2033\u2036\u300c\u300d\u300e\u300f\u301d\u301e\uff02'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d'],
]
const KIN = new Map(KINDS.flatMap(([kind, members]) => [...members].map((one) => [one, kind] as const)))

/** The plain form of a kind of apostrophe, quote or dash; any other character is its own. */
export const plainMark = (character: string): string => KIN.get(character) ?? character

const STROKED = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', þ: 'th' }),
)

const EVERYDAY = /^[\0-_a-\x7f\u3131-\u318e\uac00-\ud7a3]*$/
const UNUSUAL = /[^\0-_a-\x7f\u3131-\u318e\uac00-\ud7a3]/gu
const EXTENDS = /[\p{M}\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f]/u
const WORDY = /[\p{L}\p{N}]/u
const LATIN = /\p{Script=Latin}/u
const MARKS = /\p{M}/gu
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu
const IGNORED = /^\p{Default_Ignorable_Code_Point}+$/u

const known = new Map<string, string>()

/** One character with its marks (or one syllable's letters), folded. Letters on their own (ㅋ) are kept as they are. */
function fold(cluster: string): string {
  let folded = known.get(cluster)
  if (folded === undefined) {
    folded = foldNew(cluster)
    if (cluster.length <= 2) known.set(cluster, folded)
  }
  return folded
}

function foldNew(cluster: string): string {
  const mark = KIN.get(cluster)
  if (mark !== undefined) return mark
  if (IGNORED.test(cluster)) return ''
  if (/^[\u3131-\u318e]$/.test(cluster)) return cluster
  let folded = cluster.normalize('NFKC')
  if (!WORDY.test(folded)) return cluster
  folded = folded.toLowerCase().replace(IGNORABLE, '').replaceAll('ς', 'σ')
  if (!LATIN.test(folded)) return folded
  return [...folded.normalize('NFD').replace(MARKS, '')].map((letter) => STROKED.get(letter) ?? letter).join('')
}

/** `text` folded for comparison, with the way back to its own offsets. */
export function normalize(text: string): Normalized {
  if (EVERYDAY.test(text)) return { text: text.toLowerCase(), starts: null, ends: null }
  let aligned = true
  const folded = text.replace(UNUSUAL, (character) => {
    if (EXTENDS.test(character)) aligned = false
    const one = fold(character)
    if (one.length !== character.length) aligned = false
    return one
  })
  return aligned ? { text: folded.toLowerCase(), starts: null, ends: null } : normalizeByCluster(text)
}

function normalizeByCluster(text: string): Normalized {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let start = 0
  while (start < text.length) {
    let end = start + width(text, start)
    while (end < text.length && EXTENDS.test(String.fromCodePoint(text.codePointAt(end)!))) end += width(text, end)
    const one = fold(text.slice(start, end))
    for (let unit = 0; unit < one.length; unit++) {
      starts.push(start)
      ends.push(end)
    }
    folded += one
    start = end
  }
  return { text: folded, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

const width = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1)
