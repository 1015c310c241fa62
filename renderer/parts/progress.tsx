import { useLayoutEffect, useRef } from 'react'
import { Button } from './button'

/** Work under way: what, how far in numbers, and a way to stop it. */
export function Progress({
  label,
  detail,
  done,
  percent,
  cancelLabel,
  onCancel,
}: {
  readonly label: string
  /** Stage and percentage in words. */
  readonly detail: string
  /** 0 to 1. */
  readonly done: number
  readonly percent: string
  readonly cancelLabel: string
  /** Null when it cannot be stopped. */
  readonly onCancel: (() => void) | null
}) {
  const panel = useRef<HTMLElement>(null)
  // Whoever pressed Cancel is left where the work was started, not nowhere.
  useLayoutEffect(() => {
    const own = panel.current
    const before = document.activeElement
    return () => {
      if (!own?.contains(document.activeElement)) return
      const back = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : null
      const place = back ?? document.querySelector<HTMLElement>('main h1, main')
      place?.focus()
    }
  }, [])
  return (
    <section className="progress" ref={panel} aria-label={label}>
      <span className="progress-label">{label}</span>
      <div
        className="progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(done * 100)}
        aria-valuetext={detail}
      >
        <div className="progress-bar" style={{ inlineSize: `${done * 100}%` }} />
      </div>
      <span className="progress-number">{percent}</span>
      <span className="progress-detail">{detail}</span>
      <Button onPress={onCancel ?? (() => undefined)} disabled={onCancel === null}>
        {cancelLabel}
      </Button>
    </section>
  )
}
