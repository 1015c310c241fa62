import { useEffect, useRef } from 'react'
import { keyName } from '../../app/keys/key-name'
import { onMac } from '../../app/keys/shortcut'
import { Button } from '../../parts/button'

/** Waits for the next key that is pressed. Esc, and the button, leave everything as it is. */
export function KeyCatcher({
  label,
  cancel,
  onKey,
  onCancel,
}: {
  readonly label: string
  readonly cancel: string
  readonly onKey: (key: string) => void
  readonly onCancel: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <>
      <div
        ref={box}
        className="key-catcher"
        role="textbox"
        aria-label={label}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === 'Tab' || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Escape') return onCancel()
          if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(event.key)) return
          onKey(keyName(event.nativeEvent, onMac()))
        }}
      >
        {label}
      </div>
      <Button look="quiet" onPress={onCancel}>
        {cancel}
      </Button>
    </>
  )
}
