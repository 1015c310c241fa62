import { normalize, type Normalized } from '../text/normalize'
import { Tokens, tokenize } from '../text/tokenize'
import { type CompiledRules, holds } from './compile-rules'
import { phraseEnd } from './phrase'

const BLANK = /^\s*$/

/** Reads texts one after another and tells which rules each matches. What it holds is valid until the next text. */
export class Reader {
  /** Terms found in the text, in order of their beginning, with their first and last token. */
  readonly terms: number[] = []
  readonly firsts: number[] = []
  readonly lasts: number[] = []
  /** Numbers of the matching rules. */
  readonly matches: number[] = []
  readonly tokens = new Tokens()
  normalized: Normalized = normalize('')
  private round = 0
  private readonly termRounds: Uint32Array
  private readonly ruleRounds: Uint32Array
  private readonly hit = (term: number): boolean => this.termRounds[term] === this.round

  constructor(private readonly rules: CompiledRules) {
    this.termRounds = new Uint32Array(rules.index.size)
    this.ruleRounds = new Uint32Array(rules.nodes.length)
  }

  read(text: string): void {
    this.clear()
    if (!BLANK.test(text)) this.readNormalized(normalize(text))
  }

  /** Reads a text that was normalized before and is not blank. */
  readNormalized(normalized: Normalized): void {
    this.clear()
    this.round += 1
    this.normalized = normalized
    tokenize(this.normalized.text, this.tokens)
    this.findTerms()
    for (const rule of this.rules.unprompted) this.judge(rule)
    for (const term of this.terms) for (const rule of this.rules.rulesOfTerm[term]!) this.judge(rule)
  }

  /** Offsets in the text as given, UTF-16, from the beginning of one token to the end of another. */
  span(first: number, last: number): { readonly start: number; readonly end: number } {
    const { starts, ends } = this.normalized
    const start = this.tokens.starts[first]!
    const end = this.tokens.wordEnds[last]!
    return { start: starts ? starts[start]! : start, end: ends ? ends[end - 1]! : end }
  }

  private clear(): void {
    this.terms.length = this.firsts.length = this.lasts.length = this.matches.length = 0
  }

  private findTerms(): void {
    const { tokens, normalized, rules } = this
    for (let token = 0; token < tokens.count; token++) {
      const { terms, phrases } = rules.index.find(normalized.text.slice(tokens.starts[token]!, tokens.ends[token]!))
      for (const term of terms) this.note(term, token, token)
      for (const term of phrases) {
        const last = phraseEnd(rules.index.phrases[term]!, normalized.text, tokens, token)
        if (last >= 0) this.note(term, token, last)
      }
    }
  }

  private note(term: number, first: number, last: number): void {
    this.terms.push(term)
    this.firsts.push(first)
    this.lasts.push(last)
    this.termRounds[term] = this.round
  }

  private judge(rule: number): void {
    if (this.ruleRounds[rule] === this.round) return
    this.ruleRounds[rule] = this.round
    const node = this.rules.nodes[rule]
    if (node && holds(node, this.hit)) this.matches.push(rule)
  }
}
