import type { ReactNode } from 'react'
import { Button } from './button'

/** A screen or part with nothing to show: what is missing, what to do, and the button that does it. */
export function Empty({
  title,
  hint,
  action,
  announced = false,
  children,
}: {
  readonly title: string
  readonly hint: string
  readonly action?: { readonly label: string; readonly onPress: () => void; readonly disabled?: boolean } | null
  /** For what appears while somebody works, such as after a filter. */
  readonly announced?: boolean
  /** Further ways on. */
  readonly children?: ReactNode
}) {
  return (
    <div className="empty" role={announced ? 'status' : undefined}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{hint}</p>
      {action ? (
        <Button look="primary" onPress={action.onPress} disabled={action.disabled ?? false}>
          {action.label}
        </Button>
      ) : null}
      {children}
    </div>
  )
}
