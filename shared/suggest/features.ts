import { isHangul } from '../text/hangul'
import { stemOf } from '../text/stem'
import type { Tokens } from '../text/tokenize'

/** Something that a text says, and the words in which it says it, by number: from the first to the last. */
export interface Feature {
  readonly name: string
  readonly first: number
  readonly last: number
}

const SYLLABLES = 2

/**
 * What the learner sees of a normalized text: its words, English ones by their stem, Korean ones also by every two syllables
 * in a row, so that what is learned of one form holds for others; and its pairs of words in a row.
 */
export function featuresOf(text: string, tokens: Tokens): readonly Feature[] {
  const features: Feature[] = []
  let before: string | null = null
  for (let at = 0; at < tokens.count; at++) {
    const word = text.slice(tokens.starts[at]!, tokens.ends[at]!)
    const stem = stemOf(word)
    features.push({ name: stem, first: at, last: at })
    if (stem !== word) features.push({ name: `=${word}`, first: at, last: at })
    if (isHangul(word)) {
      for (let from = 0; from + SYLLABLES <= word.length; from++) {
        features.push({ name: `+${word.slice(from, from + SYLLABLES)}`, first: at, last: at })
      }
    }
    if (before !== null) features.push({ name: `${before} ${stem}`, first: at - 1, last: at })
    before = stem
  }
  return features
}
