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

/**
 * Tells of one text after another which rules it matches, by number, each with the words that made it match. A blank text
 * matches none. `meets` tells of the response's conditions by their numbers.
 */
export function createMatcher(rules: CompiledRules): (text: string, meets?: Scope['meets']) => readonly RuleMatch[] {
  const reader = new Reader(rules)
  return (text, meets) => {
    reader.read(text, meets)
    const matches = reader.matches.length > 1 ? reader.matches.toSorted((a, b) => a - b) : reader.matches
    return matches.map((rule) => {
      const places: FoundPlace[] = []
      addReasons(rules.nodes[rule]!, reader, places)
      return { rule, spans: spansOf(reader, places) }
    })
  }
}

/** The same for a single text. */
export const matchText = (rules: CompiledRules, text: string): readonly RuleMatch[] => createMatcher(rules)(text)

function spansOf(reader: Reader, places: FoundPlace[]): readonly Span[] {
  const spans: { start: number; end: number }[] = []
  if (places.length > 1) places.sort((a, b) => a.from - b.from)
  for (const place of places) {
    const span = reader.span(place)
    const last = spans.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else spans.push(span)
  }
  return spans
}
