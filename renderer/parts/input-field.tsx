import { useId, type ReactNode, type Ref } from 'react'

/** A line or, with `rows`, several lines of text, taken over as they are typed. */
export function InputField({
  label,
  value,
  onChange,
  rows,
  invalid = false,
  described,
  ref,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly invalid?: boolean
  /** What belongs to the field and stands below it. */
  readonly described?: ReactNode
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>
}) {
  const id = useId()
  const shared = {
    id,
    value,
    ref,
    spellCheck: false,
    'aria-invalid': invalid || undefined,
    'aria-describedby': described ? `${id}-about` : undefined,
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {rows === undefined ? (
        <input className="text-input" type="text" {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea className="text-area" rows={rows} {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
      {described ? <div id={`${id}-about`}>{described}</div> : null}
    </div>
  )
}
