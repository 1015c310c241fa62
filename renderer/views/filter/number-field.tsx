import { useId, useState } from 'react'

/** A whole number from 0, or none. It takes effect with Enter and when it is left: every digit would filter anew. */
export function NumberField({
  label,
  value,
  onCommit,
}: {
  readonly label: string
  readonly value: number | null
  readonly onCommit: (value: number | null) => void
}) {
  const id = useId()
  const shown = value === null ? '' : String(value)
  /** Null: nothing is being typed. */
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (): void => {
    const digits = (typed ?? shown).replace(/[^0-9]/g, '').slice(0, 9)
    const wanted = digits === '' ? null : Number(digits)
    setTyped(null)
    if (wanted !== value) onCommit(wanted)
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="text-input"
        id={id}
        type="text"
        inputMode="numeric"
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          commit()
        }}
      />
    </div>
  )
}
