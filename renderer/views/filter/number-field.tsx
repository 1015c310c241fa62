import { TakenField } from '../../parts/taken-field'

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
  return (
    <TakenField
      label={label}
      shown={value === null ? '' : String(value)}
      numeric
      onTake={(text) => {
        const digits = text.replace(/[^0-9]/g, '').slice(0, 9)
        const wanted = digits === '' ? null : Number(digits)
        if (wanted !== value) onCommit(wanted)
        return null
      }}
    />
  )
}
