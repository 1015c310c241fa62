import { Icon, type IconName } from './icon'

/** A button that is only a picture; its label is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  onPress,
  disabled = false,
}: {
  readonly icon: IconName
  readonly label: string
  readonly onPress: () => void
  readonly disabled?: boolean
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-disabled={disabled || undefined}
      onClick={() => {
        if (!disabled) onPress()
      }}
    >
      <Icon name={icon} />
    </button>
  )
}
