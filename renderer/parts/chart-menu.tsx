import { useId, useRef, useState } from 'react'
import { Button } from './button'
import { Icon } from './icon'

export interface ChartAction {
  readonly label: string
  readonly onPress: () => void
}

/** What can be done with a chart. One at a time is on the screen. */
export function ChartMenu({ label, actions }: { readonly label: string; readonly actions: readonly ChartAction[] }) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button chart-menu-button" popoverTarget={id} aria-expanded={open}>
        {label} <Icon name="down" />
      </button>
      <div
        className="menu chart-menu"
        id={id}
        ref={panel}
        popover="auto"
        role="group"
        aria-label={label}
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
