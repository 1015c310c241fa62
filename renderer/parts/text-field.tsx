import { useId, useState } from 'react'

/** A line of text, taken over when it is left or Enter is pressed. Left blank, it goes back to what it was. */
export function TextField({
  label,
  value,
  onCommit,
}: {
  readonly label: string
  readonly value: string
  readonly onCommit: (value: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = (): void => {
    const wanted = typed?.trim() ?? ''
    setTyped(null)
    if (wanted !== '' && wanted !== value) onCommit(wanted)
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
        value={typed ?? value}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </div>
  )
}
