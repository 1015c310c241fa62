import { assertNever } from '../base/assert'
import type { Rule } from './rule'

/** A text that is the same for rules that mean the same by their signs alone: what is known of one is known of the other. */
export function ruleKey(rule: Rule): string {
  switch (rule.kind) {
    case 'word':
      return JSON.stringify([rule.match, rule.text])
    case 'phrase':
      return JSON.stringify(['phrase', ...rule.words.map(({ text, open }) => (open ? `${text}*` : text))])
    case 'regex':
      return JSON.stringify(['regex', rule.source])
    case 'near':
      return `near[${rule.left.map(ruleKey).join()}|${rule.gap}${rule.ordered}${rule.negated}|${rule.right.map(ruleKey).join()}]`
    case 'sentence':
    case 'not':
      return `${rule.kind}(${ruleKey(rule.part)})`
    case 'and':
    case 'or':
      return `${rule.kind}(${rule.parts.map(ruleKey).join()})`
    case 'code':
      return JSON.stringify(['code', rule.name])
    case 'condition':
      return JSON.stringify([rule.field, rule.operator, rule.value])
    default:
      return assertNever(rule)
  }
}
