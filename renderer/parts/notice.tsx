import { useState, type ReactNode } from 'react'
import { IconButton } from './icon-button'

interface Message {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  /** Buttons. */
  readonly children?: ReactNode
}

/** What went wrong, and what to do. It interrupts a screen reader. */
export function FaultMessage({ title, hint, closeLabel, onClose, children }: Message & { readonly hint?: string }) {
  return (
    <div className="notice notice-fault" role="alert">
      <span className="notice-sign" aria-hidden="true">
        !
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

/**
 * What was done. Screen readers hear of what changes in a place that they know, seldom of a place that comes with its words: so
 * it is there, empty, also while there is no message. `about` is what the message is of: the same words about something else are said again.
 */
export function DoneMessage({ about, message }: { readonly about: object | null; readonly message: Message | null }) {
  const [told, setTold] = useState({ about, times: 0 })
  if (told.about !== about) setTold({ about, times: told.times + 1 })
  return (
    <div className={message ? 'notice notice-done' : undefined}>
      {message ? (
        <span className="notice-sign" aria-hidden="true">
          ✓
        </span>
      ) : null}
      <div className={message ? 'notice-text' : undefined} role="status">
        {message ? <strong key={told.times}>{message.title}</strong> : null}
      </div>
      {message ? (
        <>
          {message.children}
          <IconButton icon="close" label={message.closeLabel} onPress={message.onClose} />
        </>
      ) : null}
    </div>
  )
}
