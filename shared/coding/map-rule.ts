import { assertNever } from '../base/assert'
import type { AndRule, NotRule, OrRule, Rule, SentenceRule } from './rule'

/** A part of a rule without parts of its own. */
export type Leaf = Exclude<Rule, AndRule | OrRule | NotRule | SentenceRule>

/** The rule with something else in the place of each of its leaves. */
export function mapRule(rule: Rule, replace: (leaf: Leaf) => Rule): Rule {
  switch (rule.kind) {
    case 'and':
    case 'or':
      return { ...rule, parts: rule.parts.map((part) => mapRule(part, replace)) }
    case 'not':
    case 'sentence':
      return { ...rule, part: mapRule(rule.part, replace) }
    case 'word':
    case 'phrase':
    case 'regex':
    case 'near':
    case 'code':
    case 'condition':
      return replace(rule)
    default:
      return assertNever(rule)
  }
}

/** How many signs and brackets lie around the innermost leaf. */
export function heightOf(rule: Rule): number {
  if (rule.kind === 'and' || rule.kind === 'or') return 1 + rule.parts.reduce((highest, part) => Math.max(highest, heightOf(part)), 0)
  return rule.kind === 'not' || rule.kind === 'sentence' ? 1 + heightOf(rule.part) : 0
}

/** The leaves of a rule, from left to right. */
export function leavesOf(rule: Rule | null): readonly Leaf[] {
  const leaves: Leaf[] = []
  if (rule) {
    mapRule(rule, (leaf) => {
      leaves.push(leaf)
      return leaf
    })
  }
  return leaves
}
