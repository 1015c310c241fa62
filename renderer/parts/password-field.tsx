import { useId, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'

/** A password as it is typed: hidden unless `shown`, never offered to the browser to keep. Says when Caps Lock is on. */
export function PasswordField({
  label,
  value,
  onChange,
  capsLabel,
  shown = false,
  invalid = false,
  disabled = false,
  described,
  ref,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly capsLabel: string
  readonly shown?: boolean
  readonly invalid?: boolean
  readonly disabled?: boolean
  /** What belongs to the field and stands below it. */
  readonly described?: ReactNode
  readonly ref?: Ref<HTMLInputElement>
}) {
  const id = useId()
  const [caps, setCaps] = useState(false)
  const look = (event: KeyboardEvent): void => setCaps(event.getModifierState('CapsLock'))
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="text-input"
        id={id}
        ref={ref}
        type={shown ? 'text' : 'password'}
        value={value}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        readOnly={disabled}
        aria-invalid={invalid || undefined}
        aria-describedby={`${id}-about`}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={look}
        onKeyUp={look}
      />
      <div className="password-about quiet" id={`${id}-about`} role="status">
        {described}
        {caps ? <span> {capsLabel}</span> : null}
      </div>
    </div>
  )
}
