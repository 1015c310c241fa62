import { copied } from '../table/copied'
import { normalize, type Normalized } from '../text/normalize'
import { Tokens, tokenize } from '../text/tokenize'
import type { CompiledRules } from './compile-rules'
import { holds, type Scope } from './holds'
import type { FoundPlace } from './near'
import { phraseEnd } from './phrase'
import { sentencesOf, type Patterns } from './sentence-scopes'

const BLANK = /^\s*$/
const FEWEST_PLACES = 64
const MOST_PLACES = 100

const noResponse = (): boolean => {
  throw new Error('a rule with a condition was asked about a text without its response')
}

/** Reads texts one after another and tells which rules each matches. What it holds is valid until the next text. */
export class Reader implements Scope {
  /** Numbers of the matching rules, in order. */
  readonly matches: number[] = []
  readonly tokens = new Tokens()
  normalized: Normalized = normalize('')
  /** Words and phrases found in the text with their first and last word: three numbers each, `found` of them. */
  private terms = new Uint32Array(3 * FEWEST_PLACES)
  private found = 0
  /** Patterns that are in the text; where, is found when somebody asks. */
  private readonly patterns: number[] = []
  private readonly patternPlaces = new Map<number, readonly FoundPlace[]>()
  private foundPlaces: readonly FoundPlace[] | null = null
  private foundSentences: readonly Scope[] | null = null
  meets: Scope['meets'] = noResponse
  private round = 0
  private readonly termRounds: Uint32Array
  private readonly ruleRounds: Uint32Array

  constructor(private readonly rules: CompiledRules) {
    this.termRounds = new Uint32Array(rules.index.size)
    this.ruleRounds = new Uint32Array(rules.nodes.length)
  }

  /** `meets` tells whether the response meets a condition; without it the rules may have none. */
  read(text: string, meets: Scope['meets'] = noResponse): void {
    this.clear()
    if (!BLANK.test(text)) this.readNormalized(normalize(text), meets)
  }

  /** Reads a text that was normalized before and is not blank. */
  readNormalized(normalized: Normalized, meets: Scope['meets'] = noResponse): void {
    this.clear()
    this.round += 1
    this.meets = meets
    this.normalized = normalized
    tokenize(this.normalized.text, this.tokens)
    this.findTerms()
    for (const rule of this.rules.unprompted) this.judge(rule)
    for (let at = 0; at < this.found; at++) this.judgeAll(this.terms[3 * at]!)
    for (const term of this.patterns) this.judgeAll(term)
  }

  /** Offsets in the text as given, UTF-16. */
  span({ from, to }: FoundPlace): { start: number; end: number } {
    const { starts, ends } = this.normalized
    return { start: starts ? starts[from]! : from, end: ends ? ends[to - 1]! : to }
  }

  /** Tells of every word and phrase of a rule that stands in the text, in order. */
  eachOf(rule: number, tell: (start: number, end: number) => void): void {
    const { terms, tokens, normalized } = this
    const { starts, ends } = normalized
    for (let at = 0; at < 3 * this.found; at += 3) {
      if (!this.rules.rulesOfTerm[terms[at]!]!.includes(rule)) continue
      const from = tokens.starts[terms[at + 1]!]!
      const to = tokens.wordEnds[terms[at + 2]!]!
      tell(starts ? starts[from]! : from, ends ? ends[to - 1]! : to)
    }
  }

  has(term: number): boolean {
    return this.termRounds[term] === this.round
  }

  /** Where a term was found; a pattern at most a hundred times: further places would only be marked. */
  readonly placesOf = (term: number): readonly FoundPlace[] =>
    this.rules.index.patterns.has(term) ? this.placesOfPattern(term) : this.places().filter((place) => place.term === term)

  sentences(): readonly Scope[] {
    this.foundSentences ??= sentencesOf(this.normalized.text, this.tokens, this.places(), this.lookFor, this.meets)
    return this.foundSentences
  }

  private places(): readonly FoundPlace[] {
    if (this.foundPlaces) return this.foundPlaces
    const { starts, wordEnds } = this.tokens
    const places: FoundPlace[] = []
    for (let at = 0; at < 3 * this.found; at += 3) {
      const [term, first, last] = [this.terms[at]!, this.terms[at + 1]!, this.terms[at + 2]!]
      places.push({ term, first, last, from: starts[first]!, to: wordEnds[last]! })
    }
    this.foundPlaces = places
    return places
  }

  private clear(): void {
    this.found = 0
    if (this.matches.length > 0) this.matches.length = 0
    if (this.patterns.length > 0) this.patterns.length = 0
    if (this.patternPlaces.size > 0) this.patternPlaces.clear()
    this.foundPlaces = this.foundSentences = null
  }

  private findTerms(): void {
    const { tokens, normalized, rules } = this
    for (let token = 0; token < tokens.count; token++) {
      const found = rules.index.find(normalized.text, tokens.starts[token]!, tokens.ends[token]!)
      if (!found) continue
      for (const term of found.terms) this.note(term, token, token)
      for (const term of found.phrases) {
        const last = phraseEnd(rules.index.phrases[term]!, normalized.text, tokens, token)
        if (last >= 0) this.note(term, token, last)
      }
    }
    for (const [term, pattern] of rules.index.patterns) {
      if (!pattern.isIn(normalized.text)) continue
      this.patterns.push(term)
      this.termRounds[term] = this.round
    }
  }

  private placesOfPattern(term: number): readonly FoundPlace[] {
    const known = this.patternPlaces.get(term)
    if (known) return known
    const places = this.has(term) ? (this.lookFor.places(term, 0, this.normalized.text.length) ?? []) : []
    this.patternPlaces.set(term, places)
    return places
  }

  private readonly lookFor: Patterns = {
    isIn: (term, from, to) => this.rules.index.patterns.get(term)?.isIn(this.normalized.text.slice(from, to)) ?? null,
    places: (term, from, to) => {
      const pattern = this.rules.index.patterns.get(term)
      if (!pattern) return null
      const places: FoundPlace[] = []
      pattern.find(this.normalized.text.slice(from, to), (start, end) => {
        places.push({ term, first: -1, last: -1, from: from + start, to: from + end })
        return places.length < MOST_PLACES
      })
      return places
    },
  }

  private note(term: number, first: number, last: number): void {
    const at = 3 * this.found++
    if (at === this.terms.length) this.terms = copied(this.terms, 2 * at)
    this.terms[at] = term
    this.terms[at + 1] = first
    this.terms[at + 2] = last
    this.termRounds[term] = this.round
  }

  private judgeAll(term: number): void {
    for (const rule of this.rules.rulesOfTerm[term]!) this.judge(rule)
  }

  private judge(rule: number): void {
    if (this.ruleRounds[rule] === this.round) return
    this.ruleRounds[rule] = this.round
    const { nodes, anyOf } = this.rules
    const node = nodes[rule]
    if (node && (anyOf[rule] || holds(node, this))) putInOrder(this.matches, rule)
  }
}

/** A text matches few rules: they are in order soonest when each goes to its place. */
function putInOrder(numbers: number[], one: number): void {
  let at = numbers.length
  for (; at > 0 && numbers[at - 1]! > one; at--) numbers[at] = numbers[at - 1]!
  numbers[at] = one
}
