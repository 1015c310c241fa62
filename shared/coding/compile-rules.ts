import { assertNever } from '../base/assert'
import { EMPTY, holds, type Node } from './holds'
import type { PlacedRule, Rule } from './rule'
import { TermIndex } from './term-index'

/** Many rules made ready to be matched together: a text is read once, whatever their number. */
export interface CompiledRules {
  readonly index: TermIndex
  /** One per rule; null matches nothing. */
  readonly nodes: readonly (Node | null)[]
  /** Numbers of the rules in which a term occurs, by term. */
  readonly rulesOfTerm: readonly (readonly number[])[]
  /** Numbers of the rules that may match a text without any of their terms, such as NOT rules. */
  readonly unprompted: readonly number[]
}

/** `rules[i]` is the rule of code i; null, a blank rule, matches nothing. */
export function compileRules(rules: readonly (Rule | null)[]): CompiledRules {
  const index = new TermIndex()
  const rulesOfTerm: number[][] = []
  const unprompted: number[] = []
  const nodes = rules.map((rule, number) => {
    if (rule === null) return null
    const node = nodeOf(rule, (term) => {
      const list = (rulesOfTerm[term] ??= [])
      if (list.at(-1) !== number) list.push(number)
    })
    if (holds(node, EMPTY) || looksIntoSentences(node, index)) unprompted.push(number)
    return node
  })
  return { index, nodes, rulesOfTerm, unprompted }

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

  function termOf(rule: Parameters<TermIndex['number']>[0], meet: (term: number) => void): number {
    const term = index.number(rule)
    meet(term)
    return term
  }
}

/** Whether patterns are looked for in single sentences: what they find there, a look at the whole text may miss. */
function looksIntoSentences(node: Node, index: TermIndex, within = false): boolean {
  switch (node.kind) {
    case 'term':
      return within && index.patterns.has(node.term)
    case 'near':
      return false
    case 'sentence':
      return looksIntoSentences(node.part, index, true)
    case 'and':
    case 'or':
      return node.parts.some((part) => looksIntoSentences(part, index, within))
    case 'not':
      return looksIntoSentences(node.part, index, within)
    default:
      return assertNever(node)
  }
}
