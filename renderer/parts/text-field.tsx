import { useEffect, useState } from 'react'

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
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const commit = (): void => {
    const wanted = text.trim()
    if (wanted === '') setText(value)
    else if (wanted !== value) onCommit(wanted)
  }
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="text-input"
        type="text"
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
        }}
      />
    </label>
  )
}
