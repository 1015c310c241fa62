import { TakenField } from './taken-field'

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
  return (
    <TakenField
      label={label}
      shown={value}
      onTake={(wanted) => {
        if (wanted !== '' && wanted !== value) onCommit(wanted)
        return null
      }}
    />
  )
}
