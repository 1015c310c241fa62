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
  return (
    <section className="progress" aria-label={label}>
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
