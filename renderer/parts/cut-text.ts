import type { TextSpan } from '../../shared/protocol/engine-api'

/** A part of a text to mark: in the colour of what it is about, or, without one, as what was searched for. */
export interface MarkedSpan extends TextSpan {
  readonly color: string | null
  readonly title?: string
}

export interface TextPiece {
  readonly at: number
  readonly text: string
  /** The spans that it lies in. */
  readonly marks: readonly MarkedSpan[]
}

/** The text in pieces, each of which lies in the same spans from end to end. Spans may overlap. */
export function cutText(text: string, spans: readonly MarkedSpan[]): readonly TextPiece[] {
  const within = spans.filter(({ from, to }) => from < to && from < text.length)
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ from, to }) => [from, Math.min(to, text.length)])])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(0, -1).map((at, index) => {
    const end = cuts[index + 1] ?? text.length
    return { at, text: text.slice(at, end), marks: within.filter(({ from, to }) => from <= at && end <= to) }
  })
}
