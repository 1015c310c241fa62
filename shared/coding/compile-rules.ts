import { assertNever } from '../base/assert'
import type { Rule } from './rule'
import { TermIndex } from './term-index'

/** A rule whose words and phrases are numbers of the common index. */
export type Node =
  | { readonly kind: 'term'; readonly term: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }

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
    if (holds(node, () => false)) unprompted.push(number)
    return node
  })
  return { index, nodes, rulesOfTerm, unprompted }

  function nodeOf(rule: Rule, meet: (term: number) => void): Node {
    switch (rule.kind) {
      case 'word':
      case 'phrase': {
        const term = index.number(rule)
        meet(term)
        return { kind: 'term', term }
      }
      case 'and':
      case 'or':
        return { kind: rule.kind, parts: rule.parts.map((part) => nodeOf(part, meet)) }
      case 'not':
        return { kind: 'not', part: nodeOf(rule.part, meet) }
      default:
        return assertNever(rule)
    }
  }
}

/** Whether a rule holds where exactly the terms that `hit` tells are present. */
export function holds(node: Node, hit: (term: number) => boolean): boolean {
  switch (node.kind) {
    case 'term':
      return hit(node.term)
    case 'and':
      for (const part of node.parts) if (!holds(part, hit)) return false
      return true
    case 'or':
      for (const part of node.parts) if (holds(part, hit)) return true
      return false
    case 'not':
      return !holds(node.part, hit)
    default:
      return assertNever(node)
  }
}
