import type { Call } from '../../app/compare/compare-words'

/** A verdict in a table: its sign, its word, and a word of caution. */
export function VerdictCell({ call, caution }: { readonly call: Call; readonly caution: string | null }) {
  return (
    <span className={`call call-${call.kind}`}>
      <span className="call-sign" aria-hidden="true">
        {call.sign}
      </span>{' '}
      {call.text}
      {caution === null ? null : <span className="low-word"> · {caution}</span>}
    </span>
  )
}
