import { CONSONANT, finalIndex, finalOf, isSyllable, ANY_FINAL, RIEUL, VOWEL } from './hangul'
import {
  CLOSING,
  ENDINGS,
  type Forms,
  NOMINALS,
  NOUN_SUFFIXES,
  OPEN_ENDINGS,
  OWN_WORDS,
  PREDICATES,
  SHORT_ENDINGS,
  SHORT_OPEN_ENDINGS,
  STACKING,
  VOWEL_PREDICATES,
} from './particle-list'

/** A word of one syllable is short: it takes particles only, since most endings would make another word of it. */
export type WordLength = 'short' | 'long'

const MOST_PARTICLES = 4
const LONGEST_FORM = 5

/** Form to the finals that it may follow, as bits. */
type Table = ReadonlyMap<string, number>

const AFTER: readonly (readonly [keyof Forms, number])[] = [
  ['any', ANY_FINAL],
  ['vowel', VOWEL],
  ['consonant', CONSONANT | RIEUL],
  ['open', VOWEL | RIEUL],
  ['closed', CONSONANT],
]

function tableOf(forms: Forms): Table {
  const table = new Map<string, number>()
  for (const [group, finals] of AFTER) {
    for (const form of forms[group]?.split(' ') ?? []) table.set(form, (table.get(form) ?? 0) | finals)
  }
  return table
}

const stacking = tableOf(STACKING)
const closing = tableOf(CLOSING)
const endings = { long: tableOf(ENDINGS), short: tableOf(SHORT_ENDINGS) }
const openEndings = { long: tableOf(OPEN_ENDINGS), short: tableOf(SHORT_OPEN_ENDINGS) }
const predicates = new Map(PREDICATES)
const vowelPredicates = new Map(VOWEL_PREDICATES)
const ownWords = new Set(OWN_WORDS)

const follows = (table: Table, form: string, finals: number): boolean => ((table.get(form) ?? 0) & finals) !== 0

function startsInTable(table: Table, rest: string, finals: number): boolean {
  for (let length = 1; length <= LONGEST_FORM && length <= rest.length; length++) {
    if (follows(table, rest.slice(0, length), finals)) return true
  }
  return false
}

/** Whether `rest` is particles and nothing else, after a syllable that ends in `finals`: up to four, each agreeing. */
export const hasParticles = (rest: string, finals: number): boolean => chain(rest, finals, null, [])

/** Particles one after another, each once; where they end, `length` allows the endings of 이다, null nothing. */
function chain(rest: string, finals: number, length: WordLength | null, before: readonly string[]): boolean {
  if (rest === '') return true
  if (length !== null && hasEnding(rest, finals, length)) return true
  if (before.length === MOST_PARTICLES) return false
  for (let size = 1; size <= LONGEST_FORM && size <= rest.length; size++) {
    const form = rest.slice(0, size)
    const after = rest.slice(size)
    if (follows(closing, form, finals) && (after === '' || after === '요')) return true
    if (!follows(stacking, form, finals) || before.includes(form)) continue
    if (chain(after, finalOf(form), length, [...before, form])) return true
  }
  return false
}

const hasEnding = (rest: string, finals: number, length: WordLength): boolean =>
  follows(endings[length], rest, finals) || startsInTable(openEndings[length], rest, finals)

function hasPredicate(rest: string, finals: number): boolean {
  for (let size = 1; size <= 2 && size <= rest.length; size++) {
    const beginning = rest.slice(0, size)
    const next = rest[size] ?? '$'
    const followers = predicates.get(beginning) ?? ((finals & VOWEL) !== 0 ? vowelPredicates.get(beginning) : undefined)
    if (followers !== undefined && (followers === '*' || followers.includes(next))) return true
  }
  return false
}

/**
 * Whether `rest` may hang on a word that ends in `finals` without making another word of it: particles, one after
 * another; on a word of two and more syllables also 이다, 하다, 되다 and their like in any form.
 */
export function hasTail(rest: string, finals: number, length: WordLength): boolean {
  if (chain(rest, finals, length, [])) return true
  if (length === 'short') return false
  if (hasPredicate(rest, finals)) return true
  for (const suffix of [...NOUN_SUFFIXES, ...NOMINALS]) {
    if (rest.startsWith(suffix) && chain(rest.slice(suffix.length), finalOf(suffix), 'long', [])) return true
  }
  return false
}

/** Stems that only predicates have (괜찮, 재미있, 맛없): whatever follows is an ending. */
const FINALS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'
const PREDICATE_FINALS = new Set(Array.from('ㅆㅎㄶㅀㄵㄾ', (final) => FINALS.indexOf(final) + 1))

function isPredicateStem(word: string): boolean {
  const last = word.charCodeAt(word.length - 1)
  return word.length > 1 && isSyllable(last) && (PREDICATE_FINALS.has(finalIndex(last)) || word.endsWith('없'))
}

/** Whether `token`, which begins with a Hangul word of `length` syllables, is that word: alone or with a tail. */
export function isWordWithTail(token: string, length: number): boolean {
  if (token.length === length) return true
  const word = token.slice(0, length)
  if (isPredicateStem(word)) return true
  for (let size = length + 1; size <= token.length && size <= length + 2; size++) {
    if (ownWords.has(token.slice(0, size)) && isWordWithTail(token, size)) return false
  }
  return hasTail(token.slice(length), finalOf(word), length === 1 ? 'short' : 'long')
}
