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
    return reader.matches.map((rule) => {
      if (rules.anyOf[rule]) return { rule, spans: spansOfAny(reader, rule) }
      const places: FoundPlace[] = []
      addReasons(rules.nodes[rule]!, reader, places)
      return { rule, spans: spansOf(reader, places) }
    })
  }
}

/** The same for a single text. */
export const matchText = (rules: CompiledRules, text: string): readonly RuleMatch[] => createMatcher(rules)(text)

interface OpenSpan extends Span {
  end: number
}

function extend(spans: OpenSpan[], start: number, end: number): void {
  const last = spans.at(-1)
  if (last && start < last.end) last.end = Math.max(last.end, end)
  else spans.push({ start, end })
}

function spansOfAny(reader: Reader, rule: number): readonly Span[] {
  const spans: OpenSpan[] = []
  reader.eachOf(rule, (start, end) => extend(spans, start, end))
  return spans
}

/** Places in the text as given, in order, those that overlap as one. */
export function spansOf(reader: Reader, places: FoundPlace[]): readonly Span[] {
  const spans: OpenSpan[] = []
  if (places.length > 1) places.sort((a, b) => a.from - b.from)
  for (const place of places) {
    const { start, end } = reader.span(place)
    extend(spans, start, end)
  }
  return spans
}
