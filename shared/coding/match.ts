import type { CompiledRules } from './compile-rules'
import { addReasons, type Scope } from './holds'
import type { FoundPlace } from './near'
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

/** The rules that `text` matches, by number, each with the words that made it match. A blank text matches none. `meets` tells of
 * the response's conditions by their numbers. */
export function matchText(rules: CompiledRules, text: string, meets?: Scope['meets']): readonly RuleMatch[] {
  const reader = new Reader(rules)
  reader.read(text, meets)
  return reader.matches
    .toSorted((a, b) => a - b)
    .map((rule) => {
      const places = new Set<FoundPlace>()
      addReasons(rules.nodes[rule]!, reader, places)
      return { rule, spans: spansOf(reader, [...places]) }
    })
}

function spansOf(reader: Reader, places: readonly FoundPlace[]): readonly Span[] {
  const spans: { start: number; end: number }[] = []
  for (const place of places.toSorted((a, b) => a.from - b.from)) {
    const span = reader.span(place)
    const last = spans.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else spans.push({ ...span })
  }
  return spans
}
