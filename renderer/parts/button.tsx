import type { ReactNode } from 'react'

/** A button with words. `disabled` keeps it focusable, so that the reason (its title) can be read. */
export function Button({
  children,
  onPress,
  look = 'plain',
  disabled = false,
  title,
}: {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly look?: 'plain' | 'primary' | 'quiet'
  readonly disabled?: boolean
  readonly title?: string
}) {
  return (
    <button
      type="button"
      className={`button button-${look}`}
      aria-disabled={disabled || undefined}
      title={title}
      onClick={() => {
        if (!disabled) onPress()
      }}
    >
      {children}
    </button>
  )
}
