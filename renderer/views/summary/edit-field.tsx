import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../../app/context'

/**
 * Words of a page in a field of their own: what is typed is shown on the page at once, Enter (with `isLong` Ctrl Enter)
 * or leaving the field keeps it, Esc takes it back.
 */
export function EditField({
  label,
  value,
  left,
  isLong = false,
  isNew = false,
  lang,
  onType,
  onKeep,
  aside,
  children,
}: {
  readonly label: string
  readonly value: string
  /** Letters that there is still room for, of those typed; below 0 the rest is cut. */
  readonly left: (text: string) => number | null
  readonly isLong?: boolean
  /** Has just been asked for: the words go here at once. */
  readonly isNew?: boolean
  readonly lang: string
  /** Null: taken back. */
  readonly onType: (text: string | null) => void
  readonly onKeep: (text: string) => void
  /** Stands beside the label while nothing is typed: what comes and goes with typing must not move what lies below. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}) {
  const { t } = useWords()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  useEffect(() => {
    if (isNew) area.current?.focus()
  }, [isNew])
  const keep = (): void => {
    if (typed === null) return
    setTyped(null)
    if (typed === value) onType(null)
    else onKeep(typed)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Enter may end a syllable that is still being put together.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
      onType(null)
    }
    if (event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      keep()
    }
  }
  const room = typed === null ? null : left(typed)
  return (
    <div className="field edit-field">
      <div className="edit-label">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <span className="edit-room quiet" id={`${id}-room`}>
          {typed === null ? aside : room === null ? '' : room < 0 ? t('edit.full') : t('edit.room', { n: room })}
        </span>
      </div>
      <textarea
        ref={area}
        className="text-area"
        id={id}
        lang={lang}
        rows={isLong ? 6 : 2}
        value={typed ?? value}
        aria-describedby={`${id}-room`}
        onChange={(event) => {
          const text = isLong ? event.target.value : event.target.value.replace(/[\r\n]+/g, ' ')
          setTyped(text)
          onType(text)
        }}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      {children}
    </div>
  )
}
