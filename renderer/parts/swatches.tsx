import { useId } from 'react'
import { Swatch } from './tag-chip'

/** A choice of one colour among some that have names. Arrow keys move, as in any radio group. */
export function Swatches({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly color: string; readonly name: string }[]
  readonly onChange: (color: string) => void
}) {
  const group = useId()
  return (
    <fieldset className="swatches">
      <legend className="field-label">{label}</legend>
      <div className="swatches-options">
        {options.map(({ color, name }) => (
          <label key={color} className="swatch-option" title={name}>
            <input type="radio" name={group} checked={color === value} onChange={() => onChange(color)} />
            <Swatch color={color} />
            <span className="visually-hidden">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
