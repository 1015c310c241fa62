import { useId, useRef, useState } from 'react'
import { Button } from './button'
import { Icon } from './icon'

export interface ChartAction {
  readonly label: string
  readonly onPress: () => void
}

/** What can be done with a chart. */
export function ChartMenu({
  label,
  about,
  actions,
  disabled = false,
}: {
  readonly label: string
  /** The same, with the name of the chart, for those who do not see where the button stands. */
  readonly about: string
  readonly actions: readonly ChartAction[]
  readonly disabled?: boolean
}) {
  const id = useId()
  const anchor = `--menu-${id.replace(/\W/g, '')}`
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="button chart-menu-button"
        popoverTarget={disabled ? undefined : id}
        aria-disabled={disabled || undefined}
        aria-label={about}
        aria-expanded={open}
        style={{ anchorName: anchor }}
      >
        {label} <Icon name="down" />
      </button>
      <div
        className="menu chart-menu"
        id={id}
        ref={panel}
        popover="auto"
        role="group"
        aria-label={about}
        style={{ positionAnchor: anchor }}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {actions.map((action) => (
          <Button
            key={action.label}
            look="quiet"
            onPress={() => {
              panel.current?.hidePopover()
              action.onPress()
            }}
          >
            {action.label}
          </Button>
        ))}
      </div>
    </>
  )
}
