import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { IconButton } from './icon-button'

/** One message: what happened and, for a fault, what to do. Faults interrupt a screen reader, the rest waits. */
export function Notice({
  tone,
  title,
  hint,
  closeLabel,
  onClose,
  children,
}: {
  readonly tone: 'fault' | 'done'
  readonly title: string
  readonly hint?: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const notice = element.current
    return () => {
      if (!notice?.contains(document.activeElement)) return
      // What was pressed has gone with the notice: the heading of the screen is the next best place.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus()
      })
    }
  }, [])
  return (
    <div ref={element} className={`notice notice-${tone}`} role={tone === 'fault' ? 'alert' : 'status'}>
      <span className="notice-sign" aria-hidden="true">
        {tone === 'fault' ? '!' : '✓'}
      </span>
      <div className="notice-text">
        <strong>{title}</strong>
        {hint ? <span>{hint}</span> : null}
      </div>
      {children}
      <IconButton icon="close" label={closeLabel} onPress={onClose} />
    </div>
  )
}
