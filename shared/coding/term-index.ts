import { invariant } from '../base/assert'
import { isHangul, isSyllable } from '../text/hangul'
import { isWordWithTail } from '../text/particles'
import { withoutPossessive } from '../text/possessive'
import { stemOf } from '../text/stem'
import { startsPhrase } from './phrase'
import { compilePattern, type Pattern } from './regex'
import type { PhraseRule, PhraseWord, RegexRule, WordRule } from './rule'
import { WordMemory } from './word-memory'

/** What one word of a text may be: terms that it matches by itself, phrases that may begin with it. */
export interface Found {
  readonly terms: readonly number[]
  readonly phrases: readonly number[]
}

interface Part {
  readonly text: string
  readonly term: number
}

const NONE: readonly Part[] = []
const PAIR = 1
const ANY = 2

/**
 * All words and phrases of all rules, each once, so that one look at a word of a text finds every rule that is
 * concerned. Terms are numbered from 0. What was found for a word is remembered, since texts repeat their words.
 */
export class TermIndex {
  readonly phrases: (readonly PhraseWord[] | null)[] = []
  readonly patterns = new Map<number, Pattern>()
  private readonly numbers = new Map<string, number>()
  private readonly whole = new Map<string, number>()
  private readonly stems = new Map<string, number>()
  /** By their first two syllables, or the only one. */
  private readonly hangul = new Map<number, Part[]>()
  /** By first character: beginnings of words, phrases. */
  private readonly beginnings = new Map<number, Part[]>()
  private readonly phraseStarts = new Map<number, { readonly word: PhraseWord; readonly term: number }[]>()
  /** By first character: whether terms begin with it, or only with it and another syllable. */
  private readonly begun = new Uint8Array(0x10000)
  /** By the mixed first two syllables: 0 where no term begins with such. */
  private readonly pairs = new Uint8Array(0x10000)
  private readonly endings: Part[] = []
  private readonly parts: Part[] = []
  private readonly remembered = new WordMemory((text, start, end): Found | null => this.look(text, start, end))

  get size(): number {
    return this.phrases.length
  }

  /** Number of the term; the same term of another rule has the same number. */
  number(rule: WordRule | PhraseRule | RegexRule): number {
    if (rule.kind === 'word') return this.numberWord(rule)
    if (rule.kind === 'regex') return this.numberPattern(rule.source)
    const [first] = rule.words
    if (rule.words.length === 1 && first && !isHangul(first.text)) {
      return this.numberWord({ ...rule, kind: 'word', text: first.text, match: first.open ? 'starts' : 'whole' })
    }
    return this.numberPhrase(rule.words)
  }

  /** What the word from `start` to `end` of a normalized text may be; null where it is nothing. Terms are all numbered before. */
  find(text: string, start: number, end: number): Found | null {
    return this.mayKnow(text, start, end) ? this.remembered.at(text, start, end) : null
  }

  private numberWord({ text, match }: WordRule): number {
    return this.once(`${match} ${text}`, null, (term) => {
      const isPair = match === 'whole' && isHangul(text) && text.length > 1
      this.begin(text, isPair ? PAIR : ANY)
      if (isPair) this.pairs[pairAt(text, 0)] = 1
      if (match === 'ends') this.endings.push({ text, term })
      else if (match === 'contains') this.parts.push({ text, term })
      else if (match === 'stem') this.stems.set(text, term)
      else if (match === 'starts') add(this.beginnings, text.charCodeAt(0), { text, term })
      else if (isHangul(text)) add(this.hangul, startOf(text, 0, Math.min(2, text.length)), { text, term })
      else this.whole.set(text, term)
    })
  }

  private numberPhrase(words: readonly PhraseWord[]): number {
    const key = `phrase ${words.map((word) => (word.open ? `${word.text}*` : word.text)).join(' ')}`
    return this.once(key, words, (term) => {
      const [word] = words
      if (!word) return
      this.begin(word.text, ANY)
      add(this.phraseStarts, word.text.charCodeAt(0), { word, term })
    })
  }

  private begin(text: string, how: typeof PAIR | typeof ANY): void {
    const first = text.charCodeAt(0)
    this.begun[first] = Math.max(this.begun[first]!, how)
  }

  private numberPattern(source: string): number {
    return this.once(`pattern ${source}`, null, (term) => {
      const compiled = compilePattern(source)
      invariant(compiled.ok, `pattern ${source} was checked when the rule was read`)
      this.patterns.set(term, compiled.pattern)
    })
  }

  private once(key: string, words: readonly PhraseWord[] | null, store: (term: number) => void): number {
    let term = this.numbers.get(key)
    if (term === undefined) {
      term = this.phrases.length
      this.phrases.push(words)
      this.numbers.set(key, term)
      store(term)
    }
    return term
  }

  private look(text: string, start: number, end: number): Found | null {
    const token = text.slice(start, end)
    const terms: number[] = []
    const phrases: number[] = []
    const first = token.charCodeAt(0)
    if (isHangul(token)) {
      for (let length = Math.min(2, token.length); length > 0; length--) {
        for (const part of this.hangul.get(startOf(token, 0, length)) ?? NONE) {
          if (token.startsWith(part.text) && isWordWithTail(token, part.text.length)) terms.push(part.term)
        }
      }
    } else {
      const plain = withoutPossessive(token)
      const found = [this.whole.get(token), plain === token ? undefined : this.whole.get(plain), this.stems.size > 0 ? this.stems.get(stemOf(token)) : undefined]
      for (const term of found) if (term !== undefined) terms.push(term)
    }
    for (const part of this.beginnings.get(first) ?? NONE) if (token.startsWith(part.text)) terms.push(part.term)
    for (const part of this.endings) if (endsWith(token, part.text)) terms.push(part.term)
    for (const part of this.parts) if (token.includes(part.text)) terms.push(part.term)
    for (const { word, term } of this.phraseStarts.get(first) ?? []) if (startsPhrase(token, word)) phrases.push(term)
    return terms.length + phrases.length === 0 ? null : { terms, phrases }
  }

  /** Whether there is any use in looking: most words in Hangul begin like none of the rules'. */
  private mayKnow(text: string, start: number, end: number): boolean {
    const first = text.charCodeAt(start)
    if (!isSyllable(first) || this.endings.length + this.parts.length > 0) return true
    const begun = this.begun[first]!
    return begun === ANY || (begun === PAIR && end - start > 1 && this.pairs[pairAt(text, start)] === 1)
  }
}

/** Syllables that stand together in one block of Unicode; the lower bits of both tell most pairs apart. */
const pairAt = (text: string, at: number): number => (Math.imul(text.charCodeAt(at), 0x9e35) ^ text.charCodeAt(at + 1)) & 0xffff

/** The first one or two characters as a number. */
const startOf = (text: string, at: number, length: number): number =>
  length === 1 ? text.charCodeAt(at) : text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

function endsWith(token: string, text: string): boolean {
  if (!isHangul(text)) return token.endsWith(text) || withoutPossessive(token).endsWith(text)
  for (let at = token.indexOf(text); at >= 0; at = token.indexOf(text, at + 1)) {
    if (isWordWithTail(token.slice(at), text.length)) return true
  }
  return false
}

function add<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}
