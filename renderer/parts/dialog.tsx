import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from './icon-button'

/** A question or a list over the screen, closed by Esc, its button or a click beside it. */
export function Dialog({
  title,
  closeLabel,
  onClose,
  children,
  wide = false,
}: {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly wide?: boolean
}) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus()
    return () => {
      // Closed by Escape, the browser has given it back already, and it may be elsewhere by now.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={closeLabel} onPress={() => dialog.current?.close()} />
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
