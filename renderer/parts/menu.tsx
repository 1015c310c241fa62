import { useEffect, useRef, type KeyboardEvent } from 'react'

export interface MenuItem {
  readonly label: string
  readonly onPress: () => void
  /** Caps of its shortcut. */
  readonly keys?: string
  readonly disabled?: boolean
  /** A line above it. */
  readonly begins?: boolean
}

/** A menu at a place of the window. Arrow keys walk through it; the focus goes back to where it was. */
export function Menu({
  label,
  at,
  items,
  onClose,
}: {
  readonly label: string
  /** Where its corner lies, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}) {
  const panel = useRef<HTMLDivElement>(null)
  const closing = useRef(onClose)
  useEffect(() => {
    closing.current = onClose
  })
  useEffect(() => {
    const element = panel.current
    const before = document.activeElement
    if (!element) return
    element.showPopover()
    const { inlineSize, blockSize } = { inlineSize: element.offsetWidth, blockSize: element.offsetHeight }
    element.style.insetInlineStart = `${Math.max(8, Math.min(at.x, window.innerWidth - inlineSize - 8))}px`
    element.style.insetBlockStart = `${Math.max(8, Math.min(at.y, window.innerHeight - blockSize - 8))}px`
    element.querySelector<HTMLElement>('[role=menuitem]:not([aria-disabled])')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected && (document.activeElement === document.body || element.contains(document.activeElement))) before.focus()
    }
  }, [at])

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const here = all.indexOf(document.activeElement as HTMLElement)
    const next: Readonly<Record<string, number>> = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }
    const place = next[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') panel.current?.hidePopover()
    else if (place !== undefined) all[(place + all.length) % all.length]?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="menu place-menu"
      popover="auto"
      role="menu"
      aria-label={label}
      ref={panel}
      onKeyDown={onKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') closing.current()
      }}
    >
      {items.map(({ label: words, keys, disabled = false, begins = false, onPress }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={begins ? 'menu-item menu-item-begins' : 'menu-item'}
          aria-disabled={disabled || undefined}
          onClick={() => {
            if (disabled) return
            panel.current?.hidePopover()
            onPress()
          }}
        >
          <span>{words}</span>
          {keys === undefined ? null : <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>
  )
}
