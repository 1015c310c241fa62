import { type CompiledRules, holds, type Node } from './compile-rules'
import { Reader } from './reader'

/** A part of the text as given: [start, end), UTF-16. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface RuleMatch {
  readonly rule: number
  /** What made the rule match, in order, without overlaps; empty where only absence did. */
  readonly spans: readonly Span[]
}

/** The rules that `text` matches, by number, each with the words that made it match. A blank text matches none. */
export function matchText(rules: CompiledRules, text: string): readonly RuleMatch[] {
  const reader = new Reader(rules)
  reader.read(text)
  const present = new Set(reader.terms)
  return reader.matches
    .toSorted((a, b) => a - b)
    .map((rule) => ({ rule, spans: spansOf(reader, reasons(rules.nodes[rule]!, present, new Set())) }))
}

/** Adds the terms on the branches of the rule that hold: not those of an AND that failed within an OR. */
function reasons(node: Node, present: ReadonlySet<number>, into: Set<number>): Set<number> {
  if (node.kind === 'not' || !holds(node, (term) => present.has(term))) return into
  if (node.kind === 'term') into.add(node.term)
  else for (const part of node.parts) reasons(part, present, into)
  return into
}

function spansOf(reader: Reader, wanted: ReadonlySet<number>): readonly Span[] {
  const spans: { start: number; end: number }[] = []
  reader.terms.forEach((term, index) => {
    if (!wanted.has(term)) return
    const span = reader.span(reader.firsts[index]!, reader.lasts[index]!)
    const last = spans.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else spans.push({ ...span })
  })
  return spans
}
