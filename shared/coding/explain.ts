import { assertNever } from '../base/assert'
import { compileRules, type CompiledRules } from './compile-rules'
import type { Condition } from './condition'
import type { RuleOfCode } from './expand-rule'
import { whyNotNear, type WhyNot } from './explain-why'
import { formatRule } from './format-rule'
import { addReasons, holds, type Node, type Scope } from './holds'
import { spansOf, type Span } from './match'
import type { FoundPlace } from './near'
import { parseRule } from './parse-rule'
import { Reader } from './reader'
import type { PlacedRule, Rule } from './rule'

/** What a rule says of a text, part by part. */
export interface Explanation {
  readonly holds: boolean
  /** Null where there is nothing to explain: a blank rule, or a blank text, which nothing matches. */
  readonly root: ExplainedPart | null
}

export interface ExplainedPart {
  readonly kind: Rule['kind']
  /** As the rule writes it, tidied. */
  readonly rule: string
  readonly holds: boolean
  /** Where its words stand in the text, also of what must be absent or stands in the wrong place. */
  readonly spans: readonly Span[]
  /** Null where it holds. */
  readonly why: WhyNot | null
  /** The whole fails because of this part. */
  readonly decides: boolean
  readonly parts: readonly ExplainedPart[]
}

/** A rule as it is written, and as it is matched: other codes expanded, fields by their ids. */
export interface RuleToExplain {
  readonly source: string
  readonly ready: Rule | null
  readonly ruleOf: RuleOfCode
}

/** What conditions ask of the response. */
export interface Response {
  readonly meets: (condition: Condition) => boolean
  /** What the response says there. */
  readonly cell: (condition: Condition) => string
}

/** Takes a rule apart: whether each part holds for the text, what was found, and what made the whole fail. */
export function explainRule({ source, ready, ruleOf }: RuleToExplain, text: string, response: Response): Explanation {
  const parsed = parseRule(source)
  if (!ready || !parsed.ok || !parsed.rule || text.trim() === '') return { holds: false, root: null }
  const compiled = compileRules([ready])
  const reader = new Reader(compiled)
  reader.read(text, (condition) => response.meets(compiled.conditions[condition]!))
  const explain = createExplainer(compiled, reader, ruleOf, response)
  const root = explain(parsed.rule, source, compiled.nodes[0]!, reader)
  return { holds: root.holds, root: blamed(root) }
}

type Explain = (rule: Rule, source: string, node: Node, scope: Scope) => ExplainedPart

/** Walks a rule as it is written along with what it was compiled to: both have the same form, but for codes in place of their rules. */
function createExplainer(compiled: CompiledRules, reader: Reader, ruleOf: RuleOfCode, response: Response): Explain {
  const spans = (places: readonly FoundPlace[]): readonly Span[] => spansOf(reader, [...places])
  const reasons = (node: Node, scope: Scope): readonly Span[] => {
    const places: FoundPlace[] = []
    addReasons(node, scope, places)
    return spans(places)
  }

  const explain: Explain = (rule, source, node, scope) => {
    const isThere = holds(node, scope)
    const parts = partsOf(rule, source, node, scope)
    const found = reasons(node, scope)
    const why = isThere ? null : whyOf(rule, source, node, scope, parts)
    return { kind: rule.kind, rule: formatRule(rule, source), holds: isThere, spans: isThere ? found : left(rule, node, scope), why, decides: false, parts }
  }

  const partsOf = (rule: Rule, source: string, node: Node, scope: Scope): readonly ExplainedPart[] => {
    if ((rule.kind === 'and' || rule.kind === 'or') && node.kind === rule.kind) {
      return rule.parts.map((part, at) => explain(part, source, node.parts[at]!, scope))
    }
    if (rule.kind === 'not' && node.kind === 'not') return [explain(rule.part, source, node.part, scope)]
    if (rule.kind === 'sentence' && node.kind === 'sentence') {
      const sentence = scope.sentences().find((each) => holds(node.part, each))
      return [explain(rule.part, source, node.part, sentence ?? scope)]
    }
    if (rule.kind === 'near') return [...rule.left, ...rule.right].map((part) => explain(part, source, termOf(part), scope))
    if (rule.kind !== 'code') return []
    const text = ruleOf(rule.name) ?? ''
    const named = parseRule(text)
    return named.ok && named.rule ? [explain(named.rule, text, node, scope)] : []
  }

  const termOf = (part: PlacedRule): Node => ({ kind: 'term', term: compiled.index.number(part) })

  /** What was found of a part that does not hold. */
  const left = (rule: Rule, node: Node, scope: Scope): readonly Span[] => {
    if (node.kind === 'near') return spans([...node.left, ...node.right].flatMap(scope.placesOf))
    return rule.kind === 'not' && node.kind === 'not' ? reasons(node.part, scope) : []
  }

  const whyOf = (rule: Rule, source: string, node: Node, scope: Scope, parts: readonly ExplainedPart[]): WhyNot => {
    switch (rule.kind) {
      case 'word':
      case 'phrase':
      case 'regex':
        return { kind: 'missing' }
      case 'near':
        if (node.kind !== 'near') return { kind: 'missing' }
        return whyNotNear(node, node.left.flatMap(scope.placesOf), node.right.flatMap(scope.placesOf), spans, {
          left: textOf(rule.left, source),
          right: textOf(rule.right, source),
        })
      case 'not':
        return { kind: 'present' }
      case 'sentence':
        return { kind: parts[0]?.holds ? 'sentences' : 'parts' }
      case 'code':
        return { kind: parts.length === 0 ? 'no-rule' : 'parts' }
      case 'condition':
        return { kind: 'condition', cell: node.kind === 'condition' ? response.cell(compiled.conditions[node.condition]!) : null }
      case 'or':
        return { kind: parts.every(({ why }) => why?.kind === 'missing') ? 'none' : 'parts' }
      case 'and':
        return { kind: 'parts' }
      default:
        return assertNever(rule)
    }
  }

  return explain
}

const textOf = (parts: readonly PlacedRule[], source: string): string => parts.map((part) => formatRule(part, source)).join(' | ')

/** Marks the parts that made the whole fail, as deep down as they say why. */
function blamed(part: ExplainedPart): ExplainedPart {
  if (part.holds) return part
  if (part.why?.kind !== 'parts') return { ...part, decides: true }
  return { ...part, parts: part.parts.map(blamed) }
}
