import { assertNever } from '../base/assert'
import { placesNear, type FoundPlace, type NearNode } from './near'

/** A rule whose words, phrases and patterns are numbers of the common index. */
export type Node =
  | { readonly kind: 'term'; readonly term: number }
  | NearNode
  /** A condition on the response, by its number. */
  | { readonly kind: 'condition'; readonly condition: number }
  | { readonly kind: 'sentence'; readonly part: Node }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Node[] }
  | { readonly kind: 'not'; readonly part: Node }

/** What was found in a text, or in a sentence of it. */
export interface Scope {
  readonly has: (term: number) => boolean
  readonly placesOf: (term: number) => readonly FoundPlace[]
  /** Whether the response meets the condition of that number. */
  readonly meets: (condition: number) => boolean
  /** A sentence consists of itself. */
  readonly sentences: () => readonly Scope[]
}

/** Whether a rule holds for what was found. */
export function holds(node: Node, scope: Scope): boolean {
  switch (node.kind) {
    case 'term':
      return scope.has(node.term)
    case 'near':
      return placesNear(node, scope).length > 0
    case 'condition':
      return scope.meets(node.condition)
    case 'sentence':
      return scope.sentences().some((sentence) => holds(node.part, sentence))
    case 'and':
      for (const part of node.parts) if (!holds(part, scope)) return false
      return true
    case 'or':
      for (const part of node.parts) if (holds(part, scope)) return true
      return false
    case 'not':
      return !holds(node.part, scope)
    default:
      return assertNever(node)
  }
}

/** Adds the places on the branches of the rule that hold, some of them twice: not those of an AND that failed within an OR, nor of a NOT. */
export function addReasons(node: Node, scope: Scope, into: FoundPlace[]): void {
  if (node.kind === 'not' || !holds(node, scope)) return
  switch (node.kind) {
    case 'term':
      into.push(...scope.placesOf(node.term))
      break
    case 'near':
      into.push(...placesNear(node, scope))
      break
    case 'condition':
      break
    case 'sentence':
      for (const sentence of scope.sentences()) addReasons(node.part, sentence, into)
      break
    case 'and':
    case 'or':
      for (const part of node.parts) addReasons(part, scope, into)
      break
    default:
      assertNever(node)
  }
}
