import { useId, useState } from 'react'

/** A line of text that takes effect when it is left or Enter is pressed, not with every letter. */
export function TakenField({
  label,
  shown,
  onTake,
  placeholder,
  numeric = false,
}: {
  readonly label: string
  /** What is in force. */
  readonly shown: string
  /** Gives what is wrong with the text, which then stays to be put right; null: it was taken, or left as it was. */
  readonly onTake: (text: string) => string | null
  readonly placeholder?: string
  readonly numeric?: boolean
}) {
  const id = useId()
  /** Null: nothing is being typed. */
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const take = (): void => {
    if (typed === null) return
    const found = onTake(typed.trim())
    setWrong(found)
    if (found === null) setTyped(null)
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
        inputMode={numeric ? 'numeric' : undefined}
        placeholder={placeholder}
        spellCheck={false}
        value={typed ?? shown}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          take()
        }}
      />
      {wrong === null ? null : (
        <p className="field-wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
