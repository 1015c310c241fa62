import type { Condition } from '../../shared/coding/condition'
import { MOST_GLUED } from '../../shared/coding/phrase'
import type { NearRule, PhraseWord, PlacedRule, Rule, WordMatch } from '../../shared/coding/rule'
import { finalOf } from '../../shared/text/hangul'
import { hasParticles, hasTail, isWordWithTail } from '../../shared/text/particles'
import { stemOf } from '../../shared/text/stem'

/** What rules may ask beside the text. */
interface About {
  readonly ruleOf: (name: string) => Rule | null
  readonly meets: (condition: Condition) => boolean
}

const unasked = (): never => {
  throw new Error('of the text alone')
}
const OF_THE_TEXT_ALONE: About = { ruleOf: unasked, meets: unasked }

/**
 * Rules as the help describes them, one rule and one text at a time, without any index: what the compiled rules must
 * agree with. Only the list of particles is shared with them.
 */
export function naiveMatches(rule: Rule | null, text: string, about: About = OF_THE_TEXT_ALONE): boolean {
  if (rule === null || text.trim() === '') return false
  const folded = naiveFold(text)
  const words = naiveWords(folded)
  const sentences: (readonly [number, number])[] = []
  words.forEach((word, index) => {
    if (index === 0 || word.begins) sentences.push([index, index])
    sentences[sentences.length - 1] = [sentences.at(-1)![0], index]
  })
  const slice = (from: number, to: number): string => folded.slice(from === 0 ? 0 : words[from]!.at, words[to + 1]?.at)
  const judge = (part: Rule, from: number, to: number): boolean => {
    const found = (one: PlacedRule): readonly (readonly [number, number])[] =>
      placesOf(one, words).filter(([first, last]) => first >= from && last <= to)
    switch (part.kind) {
      case 'and':
        return part.parts.every((one) => judge(one, from, to))
      case 'or':
        return part.parts.some((one) => judge(one, from, to))
      case 'not':
        return !judge(part.part, from, to)
      case 'word':
      case 'phrase':
        return found(part).length > 0
      case 'near':
        return isNear(part, part.left.flatMap(found), part.right.flatMap(found))
      case 'sentence':
        return sentences.some(([first, last]) => first >= from && last <= to && judge(part.part, first, last))
      case 'code': {
        const named = about.ruleOf(part.name)
        return named !== null && judge(named, from, to)
      }
      case 'condition':
        return about.meets(part)
      case 'regex':
        return new RegExp(part.source, 'iu').test(slice(from, to))
    }
  }
  return judge(rule, 0, Math.max(0, words.length - 1))
}

type At = readonly [first: number, last: number]

function isNear({ gap, ordered, negated }: NearRule, ones: readonly At[], others: readonly At[]): boolean {
  const isClose = ([first, last]: At): boolean =>
    others.some(([from, to]) => (from > last && from - last <= gap) || (!ordered && first > to && first - to <= gap))
  return negated ? ones.some((one) => !isClose(one)) : ones.some(isClose)
}

function placesOf(part: PlacedRule, words: readonly Word[]): readonly At[] {
  return words.flatMap((word, index): readonly At[] => {
    if (part.kind === 'word') return matchesWord(word.text, part.text, part.match) ? [[index, index]] : []
    const end = phraseAt(part.words, words, index)
    return end === null ? [] : [[index, end]]
  })
}

interface Word {
  readonly text: string
  /** Only blanks stand between this word and the one before. */
  readonly follows: boolean
  readonly at: number
  /** A sentence has ended before it. */
  readonly begins: boolean
}

const HANGUL = /^[가-힣]/
const OTHER = '(?:(?![가-힣ㄱ-ㆎ])[\\p{L}\\p{N}])+'
const PIECES = new RegExp(`[가-힣]+|[ㄱ-ㆎ]+|${OTHER}(?:'${OTHER})*`, 'gu')

const naiveFold = (text: string): string =>
  text
    .replace(/[`´‘’]/g, "'")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')

function naiveWords(folded: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const { 0: piece, index } of folded.matchAll(PIECES)) {
    const gap = folded.slice(end, index)
    const before = words.at(-1)
    const attached = before && gap === '' && HANGUL.test(piece) && /[^가-힣ㄱ-ㆎ]$/.test(before.text)
    const tail = attached && hasTail(piece, finalOf(before.text), 'long')
    const begins = /[!?。！？\n]/.test(gap) || (gap.includes('.') && (/\s/.test(gap) || HANGUL.test(piece)) && !(/^\.\s/.test(gap) && /^\p{L}$/u.test(before?.text ?? '') && !HANGUL.test(before!.text)))
    if (!tail) words.push({ text: piece, at: index, follows: gap.trim() === '', begins })
    end = index + piece.length
  }
  return words
}

function matchesWord(word: string, text: string, match: WordMatch): boolean {
  const plain = word.replace(/'s$/, '')
  if (match === 'stem') return stemOf(word) === text
  const hangul = HANGUL.test(text)
  const whole = (piece: string): boolean => piece.startsWith(text) && isWordWithTail(piece, text.length)
  const cuts = [...word].map((_, index) => word.slice(index))
  if (match === 'starts') return word.startsWith(text)
  if (match === 'contains') return word.includes(text)
  if (match === 'ends') return hangul ? cuts.some(whole) : word.endsWith(text) || plain.endsWith(text)
  return hangul ? whole(word) : word === text || plain === text
}

/** Tries every way to lay the phrase over the words from `index` on; a place is a word and an offset in it. Gives its last word. */
function phraseAt(phrase: readonly PhraseWord[], words: readonly Word[], index: number): number | null {
  let places = new Set([`${index} 0`])
  for (const [number, part] of phrase.entries()) {
    const after = new Set<string>()
    for (const place of places) {
      const [word, offset] = place.split(' ').map(Number) as [number, number]
      const ends = HANGUL.test(part.text) ? hangulEnds : otherEnds
      for (const next of ends(part, words, word, offset)) {
        if (number < phrase.length - 1 || next.endsWith(' 0')) after.add(next)
      }
    }
    places = after
  }
  return places.size > 0 ? Math.min(...[...places].map((place) => Number(place.split(' ')[0]) - 1)) : null
}

function otherEnds(part: PhraseWord, words: readonly Word[], word: number, offset: number): readonly string[] {
  const here = words[word]?.text
  if (here === undefined || offset > 0) return []
  return matchesWord(here, part.text, part.open ? 'starts' : 'whole') ? [`${word + 1} 0`] : []
}

function hangulEnds(part: PhraseWord, words: readonly Word[], from: number, start: number): readonly string[] {
  let word = from
  let offset = start
  for (const [number, letter] of [...part.text].entries()) {
    if (number > 0 && offset === words[word]!.text.length) {
      word += 1
      offset = 0
      if (!words[word]?.follows) return []
    }
    if (words[word]?.text[offset] !== letter) return []
    offset += 1
  }
  const rest = words[word]!.text.slice(offset)
  const ends: string[] = []
  for (let size = 0; size < rest.length && size <= MOST_GLUED; size++) {
    if (part.open || hasParticles(rest.slice(0, size), finalOf(part.text))) ends.push(`${word} ${offset + size}`)
  }
  if (part.open || isWordWithTail(part.text + rest, part.text.length)) ends.push(`${word + 1} 0`)
  return ends
}
