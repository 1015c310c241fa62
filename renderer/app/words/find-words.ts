/** Final consonants, U+11A8 on, as the initial ones that begin the next syllable while it is being typed. */
const FINALS = 'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'
  .normalize('NFKD')
  .split(' ')
const FIRST_FINAL = 0x11a8
const FINAL = /[\u11a8-\u11c2]/gu
const INITIALS_ONLY = /^[ㄱ-ㅎ]+$/u

/** Case, accents and width folded, Hangul as its letters: what is half typed is the beginning of what is meant. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(FINAL, (final) => FINALS[final.charCodeAt(0) - FIRST_FINAL] ?? final)

/** The initial consonants of a text: 나눠 보기 is ㄴㄴㅂㄱ. */
const initials = (text: string): string =>
  Array.from(text.normalize('NFC'), (syllable) =>
    /[가-힣]/u.test(syllable) ? syllable.normalize('NFD').charAt(0) : syllable === ' ' ? '' : syllable,
  ).join('')

function isSubsequence(part: string, whole: string): boolean {
  let at = 0
  for (const sign of part) {
    at = whole.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return true
}

const initialsScore = (word: string, text: string): number => (text.startsWith(word) ? 4 : text.includes(word) ? 2 : 0)

/** How well one word that is looked for is found in a text, from 0 (not at all). */
function wordScore(word: string, text: string): number {
  const wanted = fold(word)
  const folded = fold(text)
  const at = folded.indexOf(wanted)
  if (at === 0) return 5
  if (at > 0) return /[\p{L}\p{N}]/u.test(folded.charAt(at - 1)) ? 3 : 4
  if (INITIALS_ONLY.test(word)) return initialsScore(word.normalize('NFKD'), initials(text))
  if (wanted.length < 3) return 0
  // Letters left out: only from the beginning of a word on, or everything would be found.
  return folded.split(/[^\p{L}\p{N}]+/u).some((start, from, all) => start[0] === wanted[0] && isSubsequence(wanted, all.slice(from).join('')))
    ? 1
    : 0
}

/**
 * How well a text answers what is typed: 0 when a word of it is not found. Words may be in any order, abbreviated, or,
 * in Korean, given by their initial consonants.
 */
export function findScore(query: string, text: string): number {
  const words = query.split(/\s+/).filter((word) => word !== '')
  let least = 5
  let sum = 0
  for (const word of words) {
    const score = wordScore(word, text)
    if (score === 0) return 0
    least = Math.min(least, score)
    sum += score
  }
  return words.length === 0 ? 1 : least + sum / (words.length * 10)
}
