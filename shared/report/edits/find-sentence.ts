import type { SentenceEdit } from './edits'
import { listOf, type Sentence } from './sentences'

/** A sentence without its figures: what the same template says of other numbers. */
const withoutFigures = (text: string): string => text.replace(/[\d.,+\u2212%-]+/g, '#')

const samePlace = (edit: SentenceEdit, { key }: Sentence): boolean => key === edit.key
const sameList = (edit: SentenceEdit, { key }: Sentence): boolean => listOf(key) === listOf(edit.key)

/** From what is certain to what is likely. The place alone counts only where no sentence came or went. */
const STEPS: readonly ((edit: SentenceEdit, sentence: Sentence) => boolean)[] = [
  (edit, sentence) => samePlace(edit, sentence) && sentence.text === edit.was,
  (edit, sentence) => samePlace(edit, sentence) && sentence.text === edit.text,
  (edit, sentence) => sameList(edit, sentence) && sentence.text === edit.was,
  (edit, sentence) => sameList(edit, sentence) && sentence.text === edit.text,
  (edit, sentence) => samePlace(edit, sentence) && withoutFigures(sentence.text) === withoutFigures(edit.was),
  (edit, sentence) => sameList(edit, sentence) && withoutFigures(sentence.text) === withoutFigures(edit.was),
  (edit, sentence) => samePlace(edit, sentence) && sentence.of === edit.of,
]

/**
 * Which sentence each edit is about now: sentences come and go with the data (a caution, a second effect), so the words
 * count before the place. An edit whose sentence is not there is not in the answer.
 */
export function findSentences(edits: readonly SentenceEdit[], sentences: readonly Sentence[]): ReadonlyMap<SentenceEdit, Sentence> {
  const found = new Map<SentenceEdit, Sentence>()
  const taken = new Set<Sentence>()
  for (const fits of STEPS) {
    for (const edit of edits) {
      if (found.has(edit)) continue
      const sentence = sentences.find((each) => !taken.has(each) && fits(edit, each))
      if (!sentence) continue
      found.set(edit, sentence)
      taken.add(sentence)
    }
  }
  return found
}
