import { mayHoldPersonal } from '../../text/find-personal'
import { normalize } from '../../text/normalize'
import { Tokens, tokenize } from '../../text/tokenize'
import type { Columns } from '../columns/columns'
import { masksOf } from '../people/person-mask'

/** Takes what is personal out of comments before their words are counted or offered. */
export interface WordMask {
  readonly names: ReadonlySet<string>
  /** A folded comment without what is personal, folded as well, and its words in `into`. `written` gives the comment as it is. */
  readonly wordsOf: (folded: string, written: () => string, into: Tokens) => string
}

/** Shorter starts of words are those of too many. */
const SHORTEST = 2

const ofColumns = new WeakMap<Columns, WordMask>()

export function wordMaskOf(columns: Columns): WordMask {
  const known = ofColumns.get(columns) ?? createWordMask(columns)
  ofColumns.set(columns, known)
  return known
}

function createWordMask(columns: Columns): WordMask {
  const { names, data } = masksOf(columns)
  const starts = startsOf(names)
  const known = new Map<string, boolean>()
  const isNamed = (word: string): boolean => {
    let named = known.get(word)
    if (named === undefined) {
      named = false
      for (let length = SHORTEST; length <= word.length && !named; length++) named = starts.has(word.slice(0, length))
      known.set(word, named)
    }
    return named
  }
  const mayName = (folded: string, { count, starts: from, ends }: Tokens): boolean => {
    if (starts.size > 0) for (let at = 0; at < count; at++) if (isNamed(folded.slice(from[at]!, ends[at]!))) return true
    return false
  }
  return {
    names,
    wordsOf(folded, written, into) {
      tokenize(folded, into)
      // Masking takes its time, and few comments hold anything personal.
      if (!mayHoldPersonal(folded) && !mayName(folded, into)) return folded
      const { text } = normalize(data(written()))
      tokenize(text, into)
      return text
    },
  }
}

/** What a word begins with where somebody is named: words of names, and given names of two syllables. */
function startsOf(names: ReadonlySet<string>): ReadonlySet<string> {
  const starts = new Set<string>()
  const tokens = new Tokens()
  for (const name of names) {
    const { text } = normalize(name)
    tokenize(text, tokens)
    for (let at = 0; at < tokens.count; at++) {
      const word = text.slice(tokens.starts[at]!, tokens.ends[at]!)
      if (word.length < SHORTEST) continue
      starts.add(word)
      if (/^\p{Script=Hangul}{3,4}$/u.test(word)) starts.add(word.slice(-2))
    }
    // A Korean name is written without its gap, too.
    if (/^\p{Script=Hangul}+\s+\p{Script=Hangul}+$/u.test(text)) starts.add(text.replaceAll(/\s/gu, ''))
  }
  return starts
}
