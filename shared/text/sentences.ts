import { isHangul } from './hangul'
import type { Tokens } from './tokenize'

/** Ends a sentence wherever it stands. */
const HARD = /[\n\r\u2028\u2029!?\u3002\uff01\uff1f]/
/** Ends one when something other than the next word follows. */
const SOFT = /[.\u2026]/
/** A single letter, but no syllable: "네. 감사합니다" are two sentences. */
const ABBREVIATION = /^(?:(?!\p{Script=Hangul})\p{L}|mr|mrs|ms|dr|prof|vs|eg|ie|approx|no)$/u

/**
 * Numbers of the words with which sentences begin, the first always among them. By marks and line ends alone, so that
 * it is the same in every language and on every machine; a full stop within 3.5 or example.com ends nothing, between
 * Hangul it does, since blanks are left out there.
 */
export function sentenceStarts(text: string, tokens: Tokens): readonly number[] {
  const starts: number[] = []
  for (let token = 0; token < tokens.count; token++) {
    if (token === 0 || isEnd(text, tokens, token - 1)) starts.push(token)
  }
  return starts
}

/** Whether a sentence ends between a word and the next. */
function isEnd(text: string, tokens: Tokens, before: number): boolean {
  const next = tokens.starts[before + 1]!
  const gap = text.slice(tokens.wordEnds[before]!, next)
  if (HARD.test(gap)) return true
  if (!SOFT.test(gap)) return false
  if (/^\.\s/.test(gap) && ABBREVIATION.test(text.slice(tokens.starts[before]!, tokens.ends[before]!))) return false
  return /\s/.test(gap) || isHangul(text.slice(next, next + 1))
}
