import { useState, type KeyboardEvent } from 'react'
import { rowOfKey } from './row-key'
import type { WhiskerAxis } from './whisker-rows'

/** A bar from one value to another; a level is a dot, at the beginning and the end. */
export interface StepMark {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly from: number
  readonly to: number
  readonly kind: 'level' | 'up' | 'down'
  readonly value: string
  readonly sentence: string
}

/** Bars that begin where the one before ended: a waterfall. The arrow keys walk the rows. */
export function StepRows({
  label,
  hint,
  marks,
  axis,
  formatTick,
}: {
  readonly label: string
  readonly hint: string
  readonly marks: readonly StepMark[]
  readonly axis: WhiskerAxis
  readonly formatTick: (value: number) => string
}) {
  const [reached, setReached] = useState(0)
  const stop = Math.min(reached, marks.length - 1)
  const share = (value: number): number => (100 * (value - axis.low)) / (axis.high - axis.low)
  const place = (value: number): string => `${share(value)}%`
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = rowOfKey(event.key, stop, marks.length)
    if (next === null) return
    event.preventDefault()
    const row = event.currentTarget.querySelectorAll('.whisker-row')[next]
    if (row instanceof HTMLElement) row.focus()
  }
  return (
    <figure className="whiskers" aria-label={label}>
      <div className="whisker-axis" aria-hidden="true">
        <div className="whisker-ticks">
          {axis.ticks.map((tick) => (
            <span key={tick} style={{ insetInlineStart: place(tick) }}>
              {formatTick(tick)}
            </span>
          ))}
        </div>
      </div>
      <ul onKeyDown={onKeyDown}>
        {marks.map((mark, at) => {
          const [low, high] = [Math.min(mark.from, mark.to), Math.max(mark.from, mark.to)]
          return (
            <li key={mark.id}>
              <div
                className={`whisker-row step-${mark.kind}`}
                role="img"
                aria-label={mark.sentence}
                tabIndex={at === stop ? 0 : -1}
                onFocus={() => setReached(at)}
              >
                <span className="whisker-label">
                  <span className="whisker-name">{mark.label}</span>
                  {mark.note === '' ? null : <span className="whisker-note">{mark.note}</span>}
                </span>
                <svg className="whisker-plot" focusable="false">
                  {axis.ticks.map((tick) => (
                    <line key={tick} className={tick === 0 ? 'whisker-zero' : 'whisker-grid'} x1={place(tick)} x2={place(tick)} y1="0" y2="100%" />
                  ))}
                  {mark.kind === 'level' ? (
                    <circle className="step-bar" cx={place(mark.to)} cy="20" r="6" />
                  ) : (
                    <rect className="step-bar" x={place(low)} width={`${Math.max(0.4, share(high) - share(low))}%`} y="11" height="18" />
                  )}
                  {at + 1 < marks.length ? <line className="step-link" x1={place(mark.to)} x2={place(mark.to)} y1="29" y2="51" /> : null}
                </svg>
                <span className="whisker-value">
                  <span className="whisker-figure">{mark.value}</span>
                </span>
              </div>
            </li>
          )
        })}
      </ul>
      <figcaption className="whisker-hint">{hint}</figcaption>
    </figure>
  )
}
