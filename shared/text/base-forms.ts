import { isHangul } from './hangul'
import { isWordWithTail } from './particles'
import { stemOf } from './stem'

const FEWEST_SYLLABLES = 2
const FEWEST_VARIANTS = 2

/**
 * The form under which each of some words is counted: Korean words without their particles and endings, English words
 * in the commonest form of their stem. `counts` says how often each word occurs. A Korean word is cut only to what stands
 * alone as well, or carries several endings. Who has looked for the possible bases of the words already hands them in.
 */
export function baseForms(counts: ReadonlyMap<string, number>, basesOf: (word: string) => readonly string[] = possibleBases): ReadonlyMap<string, string> {
  const variants = new Map<string, number>()
  const stems = new Map<string, string>()
  for (const [word, n] of counts) {
    for (const base of basesOf(word)) variants.set(base, (variants.get(base) ?? 0) + 1)
    if (isHangul(word)) continue
    const stem = stemOf(word)
    const known = stems.get(stem)
    if (known === undefined || (counts.get(known) ?? 0) < n) stems.set(stem, word)
  }
  return new Map(
    [...counts.keys()].map((word): [string, string] => {
      if (!isHangul(word)) return [word, stems.get(stemOf(word)) ?? word]
      const base = basesOf(word).find((each) => counts.has(each) || (variants.get(each) ?? 0) >= FEWEST_VARIANTS)
      return [word, base ?? word]
    }),
  )
}

/** What a Korean word may be with a tail, the shortest first. For each of very many words this takes its time. */
export function possibleBases(word: string): readonly string[] {
  if (!isHangul(word)) return []
  const bases: string[] = []
  for (let length = FEWEST_SYLLABLES; length < word.length; length++) {
    if (isWordWithTail(word, length)) bases.push(word.slice(0, length))
  }
  return bases
}
