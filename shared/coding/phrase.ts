import { finalOf, isHangul } from '../text/hangul'
import { hasParticles, isWordWithTail } from '../text/particles'
import { withoutPossessive } from '../text/possessive'
import type { Tokens } from '../text/tokenize'
import type { PhraseWord } from './rule'

/** How many syllables may stand between two words of a phrase that are written as one. */
export const MOST_GLUED = 20

interface Place {
  readonly token: number
  readonly offset: number
}

/** Whether a phrase whose first word is `word` may begin at `token`; quick, and wrong only by saying yes. */
export const startsPhrase = (token: string, word: PhraseWord): boolean =>
  isHangul(word.text) ? token.startsWith(word.text) || word.text.startsWith(token) : isOtherWord(token, word)

/** A word in another script than Hangul. */
const isOtherWord = (token: string, word: PhraseWord): boolean =>
  word.open ? token.startsWith(word.text) : token === word.text || withoutPossessive(token) === word.text

/**
 * Number of the token in which the phrase ends that begins at token `first`, or -1. Words follow each other; spacing
 * within Hangul does not matter (고객센터, 고객 센터) and each Hangul word may carry particles (배송이 지연).
 */
export function phraseEnd(words: readonly PhraseWord[], text: string, tokens: Tokens, first: number): number {
  const dead = new Set<number>()
  return endFrom(0, first, 0)

  /** Where the phrase ends whose word `next` begins `offset` characters into `token`; each place is tried once. */
  function endFrom(next: number, token: number, offset: number): number {
    if (token >= tokens.count) return -1
    const place = (tokens.starts[token]! + offset) * words.length + next
    if (dead.has(place)) return -1
    const word = words[next]!
    const end = isHangul(word.text) ? endOfHangul(word, next, token, offset) : endOfOther(word, next, token, offset)
    if (end < 0) dead.add(place)
    return end
  }

  function endOfOther(word: PhraseWord, next: number, token: number, offset: number): number {
    if (offset > 0 || !isOtherWord(textOf(token), word)) return -1
    return next === words.length - 1 ? token : endFrom(next + 1, token + 1, 0)
  }

  function endOfHangul(word: PhraseWord, next: number, token: number, offset: number): number {
    const spelled = spell(word.text, token, offset)
    if (spelled === null) return -1
    const rest = textOf(spelled.token).slice(spelled.offset)
    const ended = word.open || isWordWithTail(word.text + rest, word.text.length)
    if (next === words.length - 1) return ended ? spelled.token : -1
    const apart = ended ? endFrom(next + 1, spelled.token + 1, 0) : -1
    if (apart >= 0) return apart
    for (let size = 0; size < rest.length && size <= MOST_GLUED; size++) {
      if (!word.open && !hasParticles(rest.slice(0, size), finalOf(word.text))) continue
      const together = endFrom(next + 1, spelled.token, spelled.offset + size)
      if (together >= 0) return together
    }
    return -1
  }

  /** Where the syllables of `word` end when they begin there; they may go on in the next token after blanks. */
  function spell(word: string, token: number, offset: number): Place | null {
    const content = textOf(token).slice(offset)
    if (content.startsWith(word)) return { token, offset: offset + word.length }
    const goesOn = word.startsWith(content) && token + 1 < tokens.count && onlyBlanksAfter(token)
    return goesOn ? spell(word.slice(content.length), token + 1, 0) : null
  }

  function onlyBlanksAfter(token: number): boolean {
    return text.slice(tokens.wordEnds[token]!, tokens.starts[token + 1]!).trim() === ''
  }

  function textOf(token: number): string {
    return text.slice(tokens.starts[token]!, tokens.ends[token]!)
  }
}
