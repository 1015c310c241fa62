import { isStopWord, isTurn } from '../text/stop-words'

/** The words of many comments by number, one comment after another in the order in which they stand. */
export interface WordRows {
  readonly words: Uint32Array
  /** Where each comment begins in `words`, and where the next would. */
  readonly starts: Uint32Array
}

/** The words of all comments, and the form under which each is counted: words by number, too. */
export interface WordIndex {
  readonly words: readonly string[]
  readonly formOf: Uint32Array
  readonly rows: readonly WordRows[]
}

/** For the rows of each of the comments: 0 to leave a comment out, else which of two groups it is of. */
export type Sides = readonly Uint8Array[]
export const OUT = 0
export const ONE = 1
export const OTHER = 2

/** How many comments there are of either group, and how many of them have each form, by its number. */
export interface FormCounts {
  readonly ones: number
  readonly others: number
  readonly one: Uint32Array
  readonly other: Uint32Array
}

/** Counts comments, not words: one that repeats a word says it once. `keyOf` says what each word is counted as. */
export function countForms({ rows }: WordIndex, sides: Sides, keyOf: Uint32Array): FormCounts {
  const counts = { ones: 0, others: 0, one: new Uint32Array(keyOf.length), other: new Uint32Array(keyOf.length) }
  const last = new Uint32Array(keyOf.length)
  let comment = 0
  rows.forEach(({ words, starts }, at) => {
    const side = sides[at]!
    for (let row = 0; row < side.length; row++) {
      if (side[row] === OUT) continue
      comment += 1
      const into = side[row] === ONE ? counts.one : counts.other
      if (side[row] === ONE) counts.ones += 1
      else counts.others += 1
      for (let word = starts[row]!; word < starts[row + 1]!; word++) {
        const form = keyOf[words[word]!]!
        if (last[form] === comment) continue
        last[form] = comment
        into[form]! += 1
      }
    }
  })
  return counts
}

const NUMBER = /^\d+$/

/** Whether a word says something: no single letter, no number, nothing that only holds sentences together. */
export const isTelling = (word: string): boolean => word.length > 1 && !NUMBER.test(word) && !isStopWord(word)

/** ㅋㅋ, ㅠㅠ. */
const SOUND = /^[\u3131-\u318e]+$/

/** Whether it can also name a matter: “not”, “too” and ㅠㅠ tell groups apart, and are about nothing. */
export const isTopic = (word: string): boolean => isTelling(word) && !isTurn(word) && !SOUND.test(word)
