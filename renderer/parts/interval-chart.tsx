import { useState, type KeyboardEvent } from 'react'
import type { Figure } from '../../shared/nps/types'
import { IntervalCanvas } from './interval-canvas'

/** One row of the chart, in words and numbers. */
export interface IntervalMark {
  readonly id: string
  readonly label: string
  /** The base in words, shown under the label: "412 answers". */
  readonly base: string
  /** The word for a base too small to rank or to score. */
  readonly warning: string | null
  /** What stands at the end of the row; null where there are too few answers. */
  readonly score: string | null
  readonly interval: string | null
  /** All of it as a sentence, for hover, focus and screen readers. */
  readonly sentence: string
  readonly figure: Figure
}

/**
 * Scores with their intervals, one row each. The rows are a list that the arrow keys walk; the drawing lies over it.
 */
export function IntervalChart({
  label,
  hint,
  marks,
  total,
  totalLabel,
  low,
  high,
  formatTick,
  theme,
}: {
  readonly label: string
  /** How to use it by keyboard. */
  readonly hint: string
  readonly marks: readonly IntervalMark[]
  readonly total: number | null
  readonly totalLabel: string
  readonly low: number
  readonly high: number
  readonly formatTick: (points: number) => string
  readonly theme: 'light' | 'dark'
}) {
  const [reached, setReached] = useState(0)
  const [active, setActive] = useState<number | null>(null)
  const stop = Math.min(reached, marks.length - 1)

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.key === 'Escape') return setActive(null)
    const moves = new Map([
      ['ArrowDown', stop + 1],
      ['ArrowUp', stop - 1],
      ['Home', 0],
      ['End', marks.length - 1],
    ])
    const next = moves.get(event.key)
    if (next === undefined) return
    event.preventDefault()
    const row = event.currentTarget.children[Math.max(0, Math.min(next, marks.length - 1))]
    if (row instanceof HTMLElement) row.focus()
  }

  return (
    <figure className="interval-chart" aria-label={label}>
      <div className="interval-body">
        <ul onKeyDown={onKeyDown} onMouseLeave={() => setActive(null)} title="">
          {marks.map((mark, row) => (
            <li
              key={mark.id}
              className={mark.warning ? 'interval-row interval-row-low' : 'interval-row'}
              tabIndex={row === stop ? 0 : -1}
              aria-label={mark.sentence}
              onFocus={() => {
                setReached(row)
                setActive(row)
              }}
              onBlur={() => setActive(null)}
              onMouseEnter={() => setActive(row)}
            >
              <span className="interval-label">
                <span className="interval-name">{mark.label}</span>
                <span className="interval-base">
                  {mark.base}
                  {mark.warning ? <span className="interval-warning"> · {mark.warning}</span> : null}
                </span>
              </span>
              <span className="interval-value">
                <span className="interval-score">{mark.score ?? '–'}</span>
                <span className="interval-range">{mark.interval}</span>
              </span>
              {row === active ? (
                <span className="interval-tip" aria-hidden="true">
                  {mark.sentence}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        <IntervalCanvas
          figures={marks.map((mark) => mark.figure)}
          total={total}
          low={low}
          high={high}
          formatTick={formatTick}
          theme={theme}
        />
      </div>
      <figcaption className="interval-caption">
        <span className="interval-total-sign" aria-hidden="true" /> {totalLabel}{' '}
        <span className="interval-hint">{hint}</span>
      </figcaption>
    </figure>
  )
}
