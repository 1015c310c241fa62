import { baseForms } from '../text/base-forms'
import { normalize } from '../text/normalize'
import { tokenize, Tokens } from '../text/tokenize'
import { isTelling } from './word-index'

/**
 * Some texts by number, those first that are most like all of them: by the cosine between the words of each and how
 * many of the texts have each word, times how near its length is to the middle one (the shorter over the longer).
 * Words are counted once a text, whatever their endings; a text without any is last.
 */
export function byTypicality(texts: readonly string[]): readonly number[] {
  const tokens = new Tokens()
  const words = texts.map((each) => wordsOf(each, tokens))
  const forms = baseForms(countIn(words))
  const said = words.map((own) => new Set([...own].map((word) => forms.get(word) ?? word)))
  const counts = countIn(said)
  const lengths = texts.map(({ length }) => length)
  const middle = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0
  const likeness = said.map((own, at) => {
    const sum = [...own].reduce((all, word) => all + counts.get(word)!, 0)
    return own.size === 0 ? 0 : (sum / Math.sqrt(own.size)) * (Math.min(lengths[at]!, middle) / Math.max(lengths[at]!, middle))
  })
  return texts.map((_, at) => at).sort((a, b) => likeness[b]! - likeness[a]! || a - b)
}

function wordsOf(text: string, tokens: Tokens): ReadonlySet<string> {
  const folded = normalize(text).text
  tokenize(folded, tokens)
  const words = new Set<string>()
  for (let at = 0; at < tokens.count; at++) {
    const word = folded.slice(tokens.starts[at], tokens.ends[at])
    if (isTelling(word)) words.add(word)
  }
  return words
}

function countIn(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const words of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
