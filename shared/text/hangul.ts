const FIRST = 0xac00
const LAST = 0xd7a3
const FINALS = 28

/** What a syllable ends in, as one bit: it decides which form of a particle may follow (이/가, 은/는, 로/으로). */
export const VOWEL = 1
export const RIEUL = 2
export const CONSONANT = 4
export const ANY_FINAL = VOWEL | RIEUL | CONSONANT

export const isSyllable = (code: number): boolean => code >= FIRST && code <= LAST

/** Whether `word` is written in Hangul syllables: its first letter tells, since words never mix scripts. */
export const isHangul = (word: string): boolean => isSyllable(word.charCodeAt(0))

/** Index of the final consonant of a syllable in the order of Unicode, 0 for none. */
export const finalIndex = (code: number): number => (code - FIRST) % FINALS

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const SYLLABLES_PER_INITIAL = 588

/** The consonant that a syllable begins with, as the code of the letter on its own. */
export const initialOf = (code: number): number => INITIALS.charCodeAt(Math.floor((code - FIRST) / SYLLABLES_PER_INITIAL))

/** How `word` ends; letters and digits of other scripts may be read either way. */
export function finalOf(word: string): number {
  const code = word.charCodeAt(word.length - 1)
  if (!isSyllable(code)) return ANY_FINAL
  const final = finalIndex(code)
  return final === 0 ? VOWEL : final === 8 ? RIEUL : CONSONANT
}
