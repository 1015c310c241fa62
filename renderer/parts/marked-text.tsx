import type { CSSProperties } from 'react'
import { cutText, type MarkedSpan } from './cut-text'

/** A text with parts of it marked. Where several marks meet, the first colour shows and all are named. */
export function MarkedText({ text, spans }: { readonly text: string; readonly spans: readonly MarkedSpan[] }) {
  return cutText(text, spans).map(({ at, text: piece, marks }) => {
    if (marks.length === 0) return piece
    const color = marks.find((mark) => mark.color !== null)?.color ?? null
    const found = marks.some((mark) => mark.color === null)
    const names = [...new Set(marks.flatMap(({ title }) => title ?? []))]
    return (
      <mark
        key={at}
        className={`marked${color === null ? '' : ' marked-code'}${found ? ' marked-found' : ''}`}
        style={color === null ? undefined : ({ '--mark': color } as CSSProperties)}
        title={names.length > 0 ? names.join(', ') : undefined}
      >
        {piece}
      </mark>
    )
  })
}
