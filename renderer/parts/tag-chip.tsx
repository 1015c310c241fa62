/** The colour of a code. A picture only: its name stands beside it. */
export function Swatch({ color }: { readonly color: string }) {
  return <span className="swatch" style={{ backgroundColor: color }} aria-hidden="true" />
}

/** A code that a verbatim has. One given by hand looks different and says so. */
export function TagChip({
  name,
  color,
  byHand,
}: {
  readonly name: string
  readonly color: string
  /** The words for "by hand"; null: by its rule. */
  readonly byHand: string | null
}) {
  return (
    <span className={byHand === null ? 'tag-chip' : 'tag-chip tag-chip-hand'} title={byHand === null ? name : `${name} (${byHand})`}>
      <Swatch color={color} />
      <span className="tag-name">{name}</span>
      {byHand === null ? null : (
        <>
          <svg className="hand-sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
            <path d="M2 10.2l.5-2L8 2.7l1.6 1.6-5.5 5.5z" fill="currentColor" />
          </svg>
          <span className="visually-hidden">({byHand})</span>
        </>
      )}
    </span>
  )
}
