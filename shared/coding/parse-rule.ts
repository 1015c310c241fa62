import { assertNever } from '../base/assert'
import { normalize } from '../text/normalize'
import { isHangul } from '../text/hangul'
import { stemOf } from '../text/stem'
import { Tokens, tokenize } from '../text/tokenize'
import { type Lexeme, type LexemeKind, lexRule } from './lex-rule'
import { compilePattern } from './regex'
import type { PhraseWord, PlacedRule, Rule, WordMatch } from './rule'
import type { RuleError, RuleErrorCode } from './rule-error'

export type ParsedRule =
  | { readonly ok: true; readonly rule: Rule | null }
  | { readonly ok: false; readonly error: RuleError }

const DEEPEST = 200

/**
 * The tree of a rule, or where and why it is wrong. OR binds weaker than AND (written or not), NOT stronger than AND.
 * A blank rule is null: it matches nothing.
 */
export function parseRule(text: string): ParsedRule {
  const lexed = lexRule(text)
  if (!lexed.ok) return lexed
  if (lexed.lexemes.length === 1) return { ok: true, rule: null }
  const parser = new Parser(text, lexed.lexemes)
  const rule = parser.whole()
  return rule === null ? { ok: false, error: parser.error! } : { ok: true, rule }
}

/** Recursive descent; every method gives null after it has noted the error. */
class Parser {
  error: RuleError | null = null
  private next = 0
  private depth = 0

  constructor(
    private readonly source: string,
    private readonly lexemes: readonly Lexeme[],
  ) {}

  whole(): Rule | null {
    const rule = this.alternatives()
    if (rule !== null && this.here.kind !== 'end') return this.fail('bracket-stray')
    return rule
  }

  private alternatives(): Rule | null {
    const parts: Rule[] = []
    for (;;) {
      const part = this.conjunction()
      if (part === null) return null
      parts.push(part)
      if (!this.take('or')) return joined('or', parts)
    }
  }

  private conjunction(): Rule | null {
    const parts: Rule[] = []
    for (;;) {
      const part = this.negation()
      if (part === null) return null
      parts.push(part)
      const joins = this.take('and')
      if (!joins && !STARTS_TERM.has(this.here.kind)) return joined('and', parts)
    }
  }

  private negation(): Rule | null {
    const sign = this.here
    if (this.lexemes[this.next + 1]?.kind === 'near' || !this.take('not')) return this.nearness()
    if (++this.depth > DEEPEST) return this.fail('too-deep', sign)
    const part = this.negation()
    this.depth -= 1
    return part && { kind: 'not', part, at: sign.at, end: part.end }
  }

  /** A term, or two that NEAR joins. */
  private nearness(): Rule | null {
    const left = this.term()
    const sign = this.lexemes[this.next + (this.here.kind === 'not' ? 1 : 0)]
    if (left === null || sign?.kind !== 'near') return left
    const negated = this.take('not')
    this.next += 1
    const right = this.term()
    if (right === null) return null
    const [ones, others] = [this.placed(left), this.placed(right)]
    if (!ones || !others) return null
    const more = this.lexemes[this.next + (this.here.kind === 'not' ? 1 : 0)]
    if (more?.kind === 'near') return this.fail('near-chain', more)
    const [word, gap] = sign.text.split('/')
    return { kind: 'near', left: ones, right: others, gap: Number(gap), ordered: word === 'BEFORE', negated, at: left.at, end: right.end }
  }

  /** What NEAR compares: words, phrases, and brackets in which OR joins them. */
  private placed(rule: Rule): readonly PlacedRule[] | null {
    if (rule.kind === 'word' || rule.kind === 'phrase') return [rule]
    if (rule.kind !== 'or') return this.fail('near-term', { text: this.source.slice(rule.at, rule.end), at: rule.at })
    const parts: PlacedRule[] = []
    for (const part of rule.parts) {
      const found = this.placed(part)
      if (!found) return null
      parts.push(...found)
    }
    return parts
  }

  private term(): Rule | null {
    const sign = this.here
    switch (sign.kind) {
      case 'open':
        return this.brackets()
      case 'word':
        this.next += 1
        return this.word(sign)
      case 'phrase':
        this.next += 1
        return this.phrase(sign)
      case 'regex':
        this.next += 1
        return this.regex(sign)
      case 'code':
        this.next += 1
        return { kind: 'code', name: sign.text, at: sign.at, end: sign.end }
      case 'condition':
        this.next += 1
        return { kind: 'condition', ...sign.condition!, at: sign.at, end: sign.end }
      case 'sentence':
        return this.sentence()
      case 'close':
        return this.before?.kind === 'open' ? this.fail('brackets-empty', this.before) : this.missing()
      case 'and':
      case 'or':
      case 'not':
      case 'near':
      case 'end':
        return this.missing()
      default:
        return assertNever(sign.kind)
    }
  }

  private brackets(): Rule | null {
    const open = this.here
    this.next += 1
    if (++this.depth > DEEPEST) return this.fail('too-deep', open)
    const inner = this.alternatives()
    this.depth -= 1
    if (inner === null) return null
    const close = this.here
    if (!this.take('close')) return this.fail('bracket-unclosed', open)
    return { ...inner, at: open.at, end: close.end }
  }

  private sentence(): Rule | null {
    const { at } = this.here
    this.next += 1
    const part = this.brackets()
    return part && { kind: 'sentence', part, at, end: part.end }
  }

  private regex(sign: Lexeme): Rule | null {
    const compiled = compilePattern(sign.text)
    if (!compiled.ok) return this.fail(compiled.code, { text: compiled.piece, at: sign.at })
    return { kind: 'regex', source: sign.text, at: sign.at, end: sign.end }
  }

  private stem(sign: Lexeme): Rule | null {
    const [word, ...more] = wordsOf(sign.text.slice(1))
    if (word === undefined || more.length > 0 || sign.text.includes('*') || isHangul(word)) return this.fail('stem-word', sign)
    return { kind: 'word', text: stemOf(word), match: 'stem', at: sign.at, end: sign.end }
  }

  private word(sign: Lexeme): Rule | null {
    if (STEM_SIGN.test(sign.text)) return this.stem(sign)
    const { at, end } = sign
    const before = sign.text.startsWith('*')
    const after = sign.text.length > 1 && sign.text.endsWith('*')
    const bare = sign.text.slice(before ? 1 : 0, after ? -1 : undefined)
    if (bare === '') return this.fail('wildcard-alone', sign)
    if (bare.includes('*')) return this.fail('wildcard-inside', sign)
    const words = wordsOf(bare)
    if (words.length === 0) return this.fail('no-word', sign)
    if (words.length > 1) {
      if (before) return this.fail('wildcard-before-phrase', sign)
      const last = words.length - 1
      return { kind: 'phrase', words: words.map((text, index) => ({ text, open: after && index === last })), at, end }
    }
    const match: WordMatch = before ? (after ? 'contains' : 'ends') : after ? 'starts' : 'whole'
    return { kind: 'word', text: words[0]!, match, at, end }
  }

  private phrase(sign: Lexeme): Rule | null {
    const words: PhraseWord[] = []
    for (const piece of sign.text.matchAll(/\S+/g)) {
      const open = piece[0].endsWith('*')
      const bare = open ? piece[0].slice(0, -1) : piece[0]
      const place = { ...sign, text: piece[0], at: sign.at + 1 + piece.index }
      if (bare === '') return this.fail('wildcard-alone', place)
      if (bare.startsWith('*')) return this.fail('wildcard-before-phrase', place)
      if (bare.includes('*')) return this.fail('wildcard-inside', place)
      const found = wordsOf(bare)
      if (open && found.length === 0) return this.fail('wildcard-alone', place)
      found.forEach((text, index) => words.push({ text, open: open && index === found.length - 1 }))
    }
    if (words.length === 0) return this.fail('phrase-empty', sign)
    return { kind: 'phrase', words, at: sign.at, end: sign.end }
  }

  private get here(): Lexeme {
    return this.lexemes[this.next]!
  }

  private get before(): Lexeme | undefined {
    return this.lexemes[this.next - 1]
  }

  private take(kind: LexemeKind): boolean {
    if (this.here.kind !== kind) return false
    this.next += 1
    return true
  }

  /** A term was due: blames the operator before, else the one that stands here, else the bracket left open. */
  private missing(): null {
    const { before, here } = this
    if (before && OPERATORS.has(before.kind)) return this.fail('operand-after', before)
    if (OPERATORS.has(here.kind)) return this.fail('operand-before', here)
    return before?.kind === 'open' ? this.fail('bracket-unclosed', before) : this.fail('bracket-stray', here)
  }

  private fail(code: RuleErrorCode, place: Pick<Lexeme, 'at' | 'text'> = this.here): null {
    this.error ??= { at: place.at, code, piece: place.text }
    return null
  }
}

const STEM_SIGN = /^[~\uff5e]/
const OPERATORS: ReadonlySet<LexemeKind> = new Set(['and', 'or', 'not', 'near'])
const STARTS_TERM: ReadonlySet<LexemeKind> = new Set(['open', 'sentence', 'word', 'phrase', 'regex', 'code', 'condition', 'not'])

function joined(kind: 'and' | 'or', parts: readonly Rule[]): Rule {
  if (parts.length === 1) return parts[0]!
  return { kind, parts, at: parts[0]!.at, end: parts.at(-1)!.end }
}

/** The words of a piece of a rule, split exactly as the texts are: `follow-up` is two, `don't` one. */
function wordsOf(piece: string): readonly string[] {
  const { text } = normalize(piece)
  const tokens = new Tokens()
  tokenize(text, tokens)
  return Array.from({ length: tokens.count }, (_, index) => text.slice(tokens.starts[index]!, tokens.ends[index]!))
}
