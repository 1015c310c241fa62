import { isSyllable } from './hangul'
import { hasTail } from './particles'
import { ANY_FINAL } from './hangul'

const START_SIZE = 256

/**
 * The words of one normalized text, as columns that are used again for the next text. `ends` is where the word
 * itself ends, `wordEnds` where its Korean particle ends if it has one in another script (NPS가): a word and its
 * particle are one word.
 */
export class Tokens {
  count = 0
  starts = new Int32Array(START_SIZE)
  ends = new Int32Array(START_SIZE)
  wordEnds = new Int32Array(START_SIZE)

  clear(): void {
    this.count = 0
  }

  push(start: number, end: number): void {
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = start
    this.ends[this.count] = end
    this.wordEnds[this.count] = end
    this.count += 1
  }

  private grow(): void {
    const size = this.count * 2
    const larger = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(size)
      to.set(from)
      return to
    }
    this.starts = larger(this.starts)
    this.ends = larger(this.ends)
    this.wordEnds = larger(this.wordEnds)
  }
}

const GAP = 1
const LETTER = 2
const SYLLABLE = 3
const JAMO = 4
const APOSTROPHE = 5

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u
const classes = new Uint8Array(0x10000)

function classify(code: number): number {
  if (isSyllable(code)) return SYLLABLE
  if (code === 0x27) return APOSTROPHE
  const jamo = (code >= 0x3131 && code <= 0x318e) || (code >= 0x1100 && code <= 0x11ff)
  if (jamo) return JAMO
  return WORD_CHARACTER.test(String.fromCodePoint(code)) ? LETTER : GAP
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return classify(text.codePointAt(at)!)
  if (unit >= 0xdc00 && unit <= 0xdfff) return at > 0 ? classify(text.codePointAt(at - 1)!) : GAP
  let found = classes[unit]!
  if (found === 0) classes[unit] = found = classify(unit)
  return found
}

/**
 * Splits normalized text into words: runs of letters and digits (an apostrophe between letters belongs to the word:
 * don't), runs of Hangul syllables, runs of single Korean letters (ㅋㅋ). A Hangul run that is attached to a word of
 * another script and is nothing but particles or endings belongs to that word.
 */
export function tokenize(text: string, into: Tokens): void {
  into.clear()
  const length = text.length
  let at = 0
  while (at < length) {
    const kind = classAt(text, at)
    if (kind === GAP || kind === APOSTROPHE) {
      at += 1
      continue
    }
    const start = at
    at += 1
    while (at < length && continues(text, at, kind)) at += 1
    if (kind === SYLLABLE && isTailOf(text, start, at, into)) into.wordEnds[into.count - 1] = at
    else into.push(start, at)
  }
}

function continues(text: string, at: number, kind: number): boolean {
  const next = classAt(text, at)
  if (next === kind) return true
  return next === APOSTROPHE && kind === LETTER && at + 1 < text.length && classAt(text, at + 1) === LETTER
}

function isTailOf(text: string, start: number, end: number, before: Tokens): boolean {
  const last = before.count - 1
  if (last < 0 || before.ends[last] !== start || classAt(text, start - 1) !== LETTER) return false
  return hasTail(text.slice(start, end), ANY_FINAL, 'long')
}
