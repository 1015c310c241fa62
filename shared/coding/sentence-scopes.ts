import { sentenceStarts } from '../text/sentences'
import type { Tokens } from '../text/tokenize'
import type { Scope } from './holds'
import type { FoundPlace } from './near'

/** Looks for a pattern in the part [from, to) of a normalized text; null for a term that is no pattern. */
export interface Patterns {
  readonly isIn: (term: number, from: number, to: number) => boolean | null
  readonly places: (term: number, from: number, to: number) => readonly FoundPlace[] | null
}

/**
 * The sentences of a text, each with the words and phrases of `places` that lie wholly within it, and patterns looked for
 * in it. `places` are in the order of their first words.
 */
export function sentencesOf(
  text: string,
  tokens: Tokens,
  places: readonly FoundPlace[],
  patterns: Patterns,
  meets: Scope['meets'],
): readonly Scope[] {
  const starts = sentenceStarts(text, tokens)
  let next = 0
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? tokens.count
    const from = at === 0 ? 0 : tokens.starts[start]!
    const to = end < tokens.count ? tokens.starts[end]! : text.length
    const begin = next
    while (next < places.length && places[next]!.first < end) next += 1
    const within = places.slice(begin, next).filter(({ last }) => last < end)
    const placesOf = (term: number): readonly FoundPlace[] =>
      patterns.places(term, from, to) ?? within.filter((place) => place.term === term)
    const has = (term: number): boolean => patterns.isIn(term, from, to) ?? within.some((place) => place.term === term)
    const sentence: Scope = { placesOf, meets, has, sentences: () => [sentence] }
    return sentence
  })
}
