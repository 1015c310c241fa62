import type { TextSpan } from '../../../shared/protocol/engine-api'

/** What two lines show before the match that matters, and how much is worth drawing at all. */
const BEFORE = 60
const FROM = 120
const LONGEST = 600

/** A long text folded around its first match: what is left of it, and how far its places have moved. */
export interface Excerpt {
  readonly text: string
  /** What was cut off at the front, in units of the text; spans move by it. */
  readonly cut: number
}

const MARK = '… '

/** A text as a row of the list shows it: from its start, or from a little before a first match that would not be seen. */
export function excerptOf(text: string, spans: readonly TextSpan[]): Excerpt {
  const first = spans.reduce((least, { from }) => Math.min(least, from), Infinity)
  const end = (from: number): string => (text.length > from + LONGEST ? `${text.slice(from, from + LONGEST)} …` : text.slice(from))
  if (!Number.isFinite(first) || first <= FROM) return { text: end(0), cut: 0 }
  const near = text.slice(first - BEFORE, first)
  // From the start of a word, where there is one.
  const gap = near.search(/\s\S/u)
  const from = first - BEFORE + (gap < 0 ? 0 : gap + 1)
  return { text: MARK + end(from), cut: from - MARK.length }
}

/** Spans of the whole text in the excerpt; those before it are gone. */
export const spansWithin = <T extends TextSpan>(spans: readonly T[], { text, cut }: Excerpt): readonly T[] =>
  cut === 0 ? spans : spans.map((span) => ({ ...span, from: span.from - cut, to: span.to - cut })).filter(({ from }) => from >= MARK.length && from < text.length)
