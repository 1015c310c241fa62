import { assertNever } from '../base/assert'
import type { Condition } from './condition'
import { lexRule } from './lex-rule'
import { parseRule } from './parse-rule'
import { reference } from './refer'
import type { NearRule, PlacedRule, Rule, WordRule, PhraseRule } from './rule'

/** How tightly a part binds: a part within one that binds as tightly or tighter needs brackets. */
const OR = 1
const AND = 2
const NOT = 3

/**
 * A rule as text, in the one spelling of each form: a blank for AND, `|` for OR, a dash for NOT, quotation marks only
 * where they are needed, the fewest brackets. `source` is the text that the rule was read from: its words are kept as
 * they were written.
 */
export const formatRule = (rule: Rule, source: string): string => written(rule, source, OR)

/** A rule's text in canonical form; null for one that is wrong. */
export function tidyRule(text: string): string | null {
  const parsed = parseRule(text)
  if (!parsed.ok) return null
  return parsed.rule ? formatRule(parsed.rule, text) : ''
}

/** The part, in brackets where what is around it binds tighter. */
function written(rule: Rule, source: string, around: number): string {
  switch (rule.kind) {
    case 'or':
      return bracketed(rule.parts.map((part) => written(part, source, OR)).join(' | '), around > OR)
    case 'and':
      return bracketed(rule.parts.map((part) => written(part, source, AND)).join(' '), around > AND)
    case 'not':
      return `-${written(rule.part, source, NOT)}`
    case 'near':
      return near(rule, source)
    case 'sentence':
      return `SENT(${written(rule.part, source, OR)})`
    case 'word':
    case 'phrase':
      return placed(rule, source)
    case 'regex':
      return `/${rule.source}/`
    case 'code':
      return reference(rule.name) ?? `#${rule.name}`
    case 'condition':
      return condition(rule)
    default:
      return assertNever(rule)
  }
}

const bracketed = (text: string, needed: boolean): string => (needed ? `(${text})` : text)

function near({ left, right, gap, ordered, negated }: NearRule, source: string): string {
  const side = (parts: readonly PlacedRule[]): string =>
    bracketed(parts.map((part) => placed(part, source)).join(' | '), parts.length > 1)
  return `${side(left)} ${negated ? 'NOT ' : ''}${ordered ? 'BEFORE' : 'NEAR'}/${gap} ${side(right)}`
}

const OPENS = /^[(\uff08]\s*/
const CLOSES = /\s*[)\uff09]$/

/** A word or phrase as it was written, without the brackets around it. */
function placed({ at, end }: WordRule | PhraseRule, source: string): string {
  let text = source.slice(at, end)
  while (OPENS.test(text)) text = text.replace(OPENS, '').replace(CLOSES, '')
  const [lexeme] = lexed(text)
  if (lexeme?.kind === 'phrase') return `"${lexeme.text.trim().replace(/\s+/g, ' ')}"`
  // In capitals before a bracket it would no longer be a word.
  return text === 'SENT' ? 'sent' : text.replace(/^\uff5e/, '~')
}

function condition({ field, operator, value }: Condition): string {
  const isSame = (text: string): boolean => {
    const [only, ...more] = lexed(text)
    const read = more.length === 1 ? only?.condition : undefined
    return read !== undefined && read.field === field && read.operator === operator && read.value === value
  }
  const name = isSame(`${field}${operator}"${value}"`) ? field : `"${field}"`
  const plain = `${name}${operator}${value}`
  return isSame(plain) ? plain : `${name}${operator}"${value}"`
}

function lexed(text: string) {
  const result = lexRule(text)
  return result.ok ? result.lexemes : []
}
