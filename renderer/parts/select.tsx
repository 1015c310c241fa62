import { useId, type ReactNode } from 'react'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly group?: string
}

/** A labelled choice of one. Options with the same `group` stand together under its name. */
export function Select({
  label,
  value,
  options,
  onChange,
  hideLabel = false,
  disabled = false,
  title,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string) => void
  readonly hideLabel?: boolean
  readonly disabled?: boolean
  readonly title?: string
}) {
  const id = useId()
  const groups = [...new Set(options.map((option) => option.group))]
  const drawn = (group: string | undefined): ReactNode =>
    options
      .filter((option) => option.group === group)
      .map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))
  return (
    <div className="field" title={title}>
      <label className={hideLabel ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <select
        className="select"
        id={id}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {groups.map((group) =>
          group === undefined ? (
            drawn(group)
          ) : (
            <optgroup key={group} label={group}>
              {drawn(group)}
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}
