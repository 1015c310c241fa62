import { useEffect, useRef, useState } from 'react'
import { Icon } from './icon'

/** A name that becomes a line to type in when it is pressed. Enter and leaving take the new name, Esc keeps the old. */
export function Rename({
  value,
  label,
  onCommit,
  disabled = false,
}: {
  readonly value: string
  /** What pressing does: "Rename Acme 2026". */
  readonly label: string
  readonly onCommit: (value: string) => void
  readonly disabled?: boolean
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const refocus = useRef(false)
  const editing = typed !== null

  useEffect(() => {
    if (editing) input.current?.select()
    else if (refocus.current) button.current?.focus()
    refocus.current = false
  }, [editing])

  const finish = (wanted: string | null, byKey: boolean): void => {
    refocus.current = byKey
    setTyped(null)
    const name = wanted?.trim() ?? ''
    if (name !== '' && name !== value) onCommit(name)
  }

  if (typed === null) {
    return (
      <button
        ref={button}
        type="button"
        className="rename-button"
        title={label}
        aria-label={`${value}: ${label}`}
        aria-disabled={disabled || undefined}
        onClick={() => {
          if (!disabled) setTyped(value)
        }}
      >
        <span className="rename-value">{value}</span>
        <Icon name="edit" />
      </button>
    )
  }
  return (
    <input
      ref={input}
      className="text-input rename-input"
      type="text"
      aria-label={label}
      value={typed}
      spellCheck={false}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (!refocus.current) finish(typed, false)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(typed, true)
        if (event.key !== 'Escape') return
        // It closes this line only, not what lies around it.
        event.stopPropagation()
        event.preventDefault()
        finish(null, true)
      }}
    />
  )
}
