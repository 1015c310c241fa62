import { assertNever } from '../base/assert'
import { isHangul } from '../text/hangul'
import type { PhraseRule, Rule } from './rule'

/**
 * Texts of which every comment that matches the rule contains at least one, once both are normalized; null where it may
 * contain none. What contains one need not match: this only saves reading the others.
 */
export function needlesOf(rule: Rule): readonly string[] | null {
  switch (rule.kind) {
    case 'word':
      return [rule.match === 'stem' ? commonStart(rule.text) : rule.text]
    case 'phrase':
      return [needleOfPhrase(rule)]
    case 'regex':
    case 'code':
    case 'condition':
      return null
    case 'near':
      return rule.negated ? anyOf(rule.left) : better(anyOf(rule.left), anyOf(rule.right))
    case 'sentence':
      return needlesOf(rule.part)
    case 'or':
      return anyOf(rule.parts)
    case 'and':
      return rule.parts.map(needlesOf).reduce(better)
    case 'not':
      return null
    default:
      return assertNever(rule)
  }
}

function anyOf(rules: readonly Rule[]): readonly string[] | null {
  const parts = rules.map(needlesOf)
  return parts.includes(null) ? null : [...new Set(parts.flatMap((part) => part ?? []))]
}

/** Inflections change the last letters of a stem: deliveri is the stem of delivery, hope that of hoping. */
export const commonStart = (stem: string): string => stem.slice(0, Math.max(1, stem.length - 2))

/** The syllables of a Hangul word may stand apart in a text, so that only the first is sure to be there. */
function needleOfPhrase({ words }: PhraseRule): string {
  const other = words.find(({ text }) => !isHangul(text))
  return other ? other.text : (words[0]?.text.slice(0, 1) ?? '')
}

function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b
  if (a.length !== b.length) return a.length < b.length ? a : b
  const shortest = (texts: readonly string[]): number => Math.min(...texts.map(({ length }) => length))
  return shortest(a) >= shortest(b) ? a : b
}
