import { plainMark } from '../text/normalize'
import { isOrdered, operatorOf, type Condition } from './condition'
import type { RuleError, RuleErrorCode } from './rule-error'

export type LexemeKind = 'open' | 'close' | 'and' | 'or' | 'not' | 'near' | 'sentence' | 'word' | 'phrase' | 'regex' | 'code' | 'condition' | 'end'

/** One sign of a rule with its place in the text. `text` is as written; of a phrase or pattern, what stands between its marks. */
export interface Lexeme {
  readonly kind: LexemeKind
  readonly text: string
  readonly at: number
  readonly end: number
  readonly condition?: Condition
}

export type Lexed =
  | { readonly ok: true; readonly lexemes: readonly Lexeme[] }
  | { readonly ok: false; readonly error: RuleError }

const SIGNS = new Map<string, LexemeKind>([
  ['(', 'open'],
  [')', 'close'],
  ['|', 'or'],
  ['\uff08', 'open'],
  ['\uff09', 'close'],
  ['\uff5c', 'or'],
])
const OPERATORS = new Map<string, LexemeKind>([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
])
const BLANK = /\s/
const DIGIT = /\d/
const NEARNESS = /^(NEAR|BEFORE)(\/.*)?$/
const LONGEST_GAP = 1000
const COMPARES = /^[<>=\u2264\u2265\u2260]|^!=/

/** Splits a rule into its signs. Quotes, dashes and brackets of any kind are read alike. */
export function lexRule(rule: string): Lexed {
  const lexemes: Lexeme[] = []
  const fail = (at: number, code: RuleErrorCode, piece: string): Lexed => ({ ok: false, error: { at, code, piece } })
  let at = 0
  while (at < rule.length) {
    const character = rule[at]!
    const mark = plainMark(character)
    const sign = SIGNS.get(character)
    if (BLANK.test(character)) {
      at += 1
    } else if (sign !== undefined) {
      lexemes.push({ kind: sign, text: character, at, end: at + 1 })
      at += 1
    } else if (COMPARES.test(rule.slice(at, at + 2))) {
      const sign = /^(?:[<>!]=|<>|.)/.exec(rule.slice(at, at + 2))![0]
      const field = lexemes.pop()
      if (field?.kind !== 'word' && field?.kind !== 'phrase') return fail(at, 'condition-field', sign)
      const value = valueAt(rule, at + sign.length)
      if (value === null) return fail(at, 'condition-value', sign)
      const operator = operatorOf(sign)!
      if (operator !== '=' && operator !== '!=' && !isOrdered(value.text)) return fail(value.at, 'condition-order', value.text)
      const text = rule.slice(field.at, value.end)
      lexemes.push({ kind: 'condition', text, at: field.at, end: value.end, condition: { field: field.text, operator, value: value.text } })
      at = value.end
    } else if (mark === '-') {
      if (at + 1 === rule.length || BLANK.test(rule[at + 1]!)) return fail(at, 'lone-dash', character)
      lexemes.push({ kind: 'not', text: character, at, end: at + 1 })
      at += 1
    } else if (mark === '"') {
      const close = closingQuote(rule, at + 1)
      if (close < 0) return fail(at, 'quote-unclosed', character)
      lexemes.push({ kind: 'phrase', text: rule.slice(at + 1, close), at, end: close + 1 })
      at = close + 1
    } else if (character === '/') {
      const close = closingSlash(rule, at + 1)
      if (close < 0) return fail(at, 'regex-unclosed', character)
      const rest = rule.slice(close + 1, endOfWord(rule, close + 1))
      if (rest !== '') return fail(close + 1, 'regex-after', rest)
      lexemes.push({ kind: 'regex', text: rule.slice(at + 1, close), at, end: close + 1 })
      at = close + 1
    } else if (character === '#' || character === '\uff03') {
      const name = valueAt(rule, at + 1)
      if (name === null || BLANK.test(rule[at + 1]!)) return fail(at, 'code-name', character)
      lexemes.push({ kind: 'code', text: name.text, at, end: name.end })
      at = name.end
    } else {
      const end = endOfWord(rule, at)
      const text = rule.slice(at, end)
      const isNear = NEARNESS.test(text)
      if (isNear && !isGap(text)) return fail(at, 'near-gap', text)
      const isSentence = text === 'SENT' && /^\s*[(\uff08]/.test(rule.slice(end))
      const comma = strayComma(text)
      if (comma >= 0) return fail(at + comma, 'comma', text[comma]!)
      lexemes.push({ kind: OPERATORS.get(text) ?? (isNear ? 'near' : isSentence ? 'sentence' : 'word'), text, at, end })
      at = end
    }
  }
  return { ok: true, lexemes: [...lexemes, { kind: 'end', text: '', at: rule.length, end: rule.length }] }
}

function closingQuote(rule: string, from: number): number {
  for (let at = from; at < rule.length; at++) if (plainMark(rule[at]!) === '"') return at
  return -1
}

/** What stands in quotation marks, or up to the next blank or bracket, after blanks; null where that is nothing. */
function valueAt(rule: string, from: number): { readonly text: string; readonly at: number; readonly end: number } | null {
  const at = from + /^\s*/.exec(rule.slice(from))![0].length
  const isQuoted = plainMark(rule[at] ?? '') === '"'
  const close = isQuoted ? closingQuote(rule, at + 1) : endOfWord(rule, at)
  const text = rule.slice(isQuoted ? at + 1 : at, Math.max(close, at)).trim()
  if (close < 0 || text === '') return null
  return { text: text.normalize('NFC'), at, end: isQuoted ? close + 1 : close }
}

/** The slash that ends a pattern: not one after a backslash, nor one in a class. */
function closingSlash(rule: string, from: number): number {
  let inClass = false
  for (let at = from; at < rule.length; at++) {
    const character = rule[at]!
    if (character === '\\') at += 1
    else if (character === '/' && !inClass) return at
    else if (character === '[') inClass = true
    else if (character === ']') inClass = false
  }
  return -1
}

/** Whether NEAR or BEFORE says how near: `NEAR/5`. */
function isGap(text: string): boolean {
  const [, words] = /\/(\d{1,4})$/.exec(text) ?? []
  return words !== undefined && Number(words) >= 1 && Number(words) <= LONGEST_GAP
}

function endOfWord(rule: string, from: number): number {
  let at = from
  while (at < rule.length && !endsWord(rule, at)) at += 1
  return at
}

const endsWord = (rule: string, at: number): boolean =>
  BLANK.test(rule[at]!) ||
  SIGNS.has(rule[at]!) ||
  plainMark(rule[at]!) === '"' ||
  COMPARES.test(rule.slice(at, at + 2))

/** A comma or semicolon that does not stand between digits: a list, which the language writes with OR. */
function strayComma(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const between = DIGIT.test(text[at - 1] ?? '') && DIGIT.test(text[at + 1] ?? '')
    if (/[,;\uff0c\u3001\uff1b]/.test(text[at]!) && !between) return at
  }
  return -1
}
