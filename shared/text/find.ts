import { initialOf, isSyllable } from './hangul'

/** Finds what is searched for in normalized texts. */
export interface Finder {
  /** UTF-16 units of every place. */
  readonly length: number
  /** Where the next place begins, not before `from`; -1 where there is none. */
  readonly next: (text: string, from: number) => number
}

const CONSONANT = /[\u3131-\u314e]/

/** Finds `needle` as it is written. */
export const literally = (needle: string): Finder => ({
  length: needle.length,
  next: (text, from) => text.indexOf(needle, from),
})

/** The same, and a Korean consonant also finds every syllable that begins with it: ㅂㅅ finds 배송, 고객ㅅㅌ 고객센터. */
export function searched(needle: string): Finder {
  if (!CONSONANT.test(needle)) return literally(needle)
  const fits = needle.split('').map((character) => {
    const wanted = character.charCodeAt(0)
    return CONSONANT.test(character)
      ? (code: number) => code === wanted || (isSyllable(code) && initialOf(code) === wanted)
      : (code: number) => code === wanted
  })
  return {
    length: needle.length,
    next(text, from) {
      for (let at = from; at + fits.length <= text.length; at++) {
        if (fits.every((fit, offset) => fit(text.charCodeAt(at + offset)))) return at
      }
      return -1
    },
  }
}
