import { assertNever } from '../base/assert'
import type { Condition } from './condition'
import type { Node } from './holds'
import type { PlacedRule, Rule } from './rule'
import { TermIndex } from './term-index'

/** Many rules made ready to be matched together: a text is read once, whatever their number. */
export interface CompiledRules {
  readonly index: TermIndex
  /** One per rule; null matches nothing. */
  readonly nodes: readonly (Node | null)[]
  /** By number; each once. */
  readonly conditions: readonly Condition[]
  /** Numbers of the rules in which a term occurs, by term. */
  readonly rulesOfTerm: readonly (readonly number[])[]
  /** By number, whether a rule is no more than words and phrases any of which will do, as most are. */
  readonly anyOf: readonly boolean[]
  /** Numbers of the rules that may match a text without any of their terms, such as NOT rules. */
  readonly unprompted: readonly number[]
}

/** `rules[i]` is the rule of code i, other codes expanded; null, a blank rule, matches nothing. */
export function compileRules(rules: readonly (Rule | null)[]): CompiledRules {
  const index = new TermIndex()
  const conditions: Condition[] = []
  const rulesOfTerm: number[][] = []
  const unprompted: number[] = []
  const nodes = rules.map((rule, number) => {
    if (rule === null) return null
    const node = nodeOf(rule, (term) => {
      const list = (rulesOfTerm[term] ??= [])
      if (list.at(-1) !== number) list.push(number)
    })
    if (mayBe(true, node, index)) unprompted.push(number)
    return node
  })
  const anyOf = nodes.map((node) => node !== null && isAnyOf(node, index))
  return { index, nodes, conditions, rulesOfTerm, anyOf, unprompted }

  function nodeOf(rule: Rule, meet: (term: number) => void): Node {
    switch (rule.kind) {
      case 'word':
      case 'phrase':
      case 'regex':
        return { kind: 'term', term: termOf(rule, meet) }
      case 'near': {
        const { gap, ordered, negated } = rule
        const terms = (parts: readonly PlacedRule[]): readonly number[] => [...new Set(parts.map((part) => termOf(part, meet)))]
        return { kind: 'near', left: terms(rule.left), right: terms(rule.right), gap, ordered, negated }
      }
      case 'condition':
        return { kind: 'condition', condition: conditionOf(rule) }
      case 'code':
        throw new Error(`#${rule.name} is still to be expanded`)
      case 'sentence':
        return { kind: 'sentence', part: nodeOf(rule.part, meet) }
      case 'and':
      case 'or':
        return { kind: rule.kind, parts: rule.parts.map((part) => nodeOf(part, meet)) }
      case 'not':
        return { kind: 'not', part: nodeOf(rule.part, meet) }
      default:
        return assertNever(rule)
    }
  }

  function conditionOf({ field, operator, value }: Condition): number {
    const known = conditions.findIndex((one) => one.field === field && one.operator === operator && one.value === value)
    return known >= 0 ? known : conditions.push({ field, operator, value }) - 1
  }

  function termOf(rule: Parameters<TermIndex['number']>[0], meet: (term: number) => void): number {
    const term = index.number(rule)
    meet(term)
    return term
  }
}

const isAnyOf = (node: Node, index: TermIndex): boolean =>
  node.kind === 'or' ? node.parts.every((part) => isAnyOf(part, index)) : node.kind === 'term' && !index.patterns.has(node.term)

/**
 * Whether a rule may hold (`wanted` true) or fail (false) where none of its terms is in the text: whatever the response
 * is, and whatever patterns find in single sentences, which a look at the whole text may miss.
 */
function mayBe(wanted: boolean, node: Node, index: TermIndex, within = false): boolean {
  const may = (part: Node): boolean => mayBe(wanted, part, index, within)
  switch (node.kind) {
    case 'term':
      return !wanted || (within && index.patterns.has(node.term))
    case 'near':
      return !wanted
    case 'condition':
      return true
    case 'sentence':
      // A text without words has no sentence.
      return !wanted || mayBe(true, node.part, index, true)
    case 'and':
      return wanted ? node.parts.every(may) : node.parts.some(may)
    case 'or':
      return wanted ? node.parts.some(may) : node.parts.every(may)
    case 'not':
      return mayBe(!wanted, node.part, index, within)
    default:
      return assertNever(node)
  }
}
