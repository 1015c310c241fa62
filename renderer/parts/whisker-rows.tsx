import { useState, type KeyboardEvent } from 'react'
import { placeOn, RowAxis, RowGrid, walkRows, type WhiskerAxis } from './row-axis'

/** How a mark is drawn: by its verdict, or quietly where there is none to give. */
export type WhiskerTone = 'score' | 'up' | 'down' | 'noise'

/** One row: what it is called, where it lies, what it says. */
export interface WhiskerMark {
  readonly id: string
  readonly label: string
  /** Small print under the label. */
  readonly note: string
  /** A word of caution beside it. */
  readonly warning: string | null
  readonly middle: number
  readonly low: number
  readonly high: number
  readonly tone: WhiskerTone
  /** What stands at the end of the row, and small print under it. */
  readonly value: string
  readonly detail: string
  /** All of it as a sentence, for hover, focus and screen readers. */
  readonly sentence: string
}

/**
 * Dots on their intervals, one row each, under one axis. The arrow keys walk the rows; where `onPress` is given a row
 * is a button, with `pressed` the one that is held down.
 */
export function WhiskerRows({
  label,
  hint,
  marks,
  axis,
  formatTick,
  onPress,
  pressed,
}: {
  readonly label: string
  /** How to use it by keyboard. */
  readonly hint: string
  readonly marks: readonly WhiskerMark[]
  readonly axis: WhiskerAxis
  readonly formatTick: (value: number) => string
  readonly onPress?: (id: string) => void
  /** Id of the row held down, null for none; left out where rows do not stay down. */
  readonly pressed?: string | null
}) {
  const [reached, setReached] = useState(0)
  const [active, setActive] = useState<number | null>(null)
  const stop = Math.min(reached, marks.length - 1)
  const place = (value: number): string => `${placeOn(axis, value)}%`

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') return setActive(null)
    walkRows(event, stop, marks.length)
  }

  return (
    <figure className="whiskers" aria-label={label}>
      <RowAxis axis={axis} formatTick={formatTick} />
      <ul onKeyDown={onKeyDown} onMouseLeave={() => setActive(null)}>
        {marks.map((mark, at) => {
          const common = {
            className: rowClass(mark, pressed),
            tabIndex: at === stop ? 0 : -1,
            onFocus: () => {
              setReached(at)
              setActive(at)
            },
            onBlur: () => setActive(null),
            onMouseEnter: () => setActive(at),
          }
          // The sentence is the name; what is drawn only repeats it.
          const content = (
            <>
              <span className="visually-hidden">{mark.sentence}</span>
              <RowContent mark={mark} axis={axis} place={place} />
            </>
          )
          return (
            <li key={mark.id}>
              {onPress ? (
                <button
                  type="button"
                  {...common}
                  aria-pressed={pressed === undefined ? undefined : pressed === mark.id}
                  onClick={() => onPress(mark.id)}
                >
                  {content}
                </button>
              ) : (
                <div {...common} role="img" aria-label={mark.sentence}>
                  <RowContent mark={mark} axis={axis} place={place} />
                </div>
              )}
              {at === active ? (
                <span className="whisker-tip" aria-hidden="true">
                  {mark.sentence}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      <figcaption className="whisker-hint">{hint}</figcaption>
    </figure>
  )
}

function rowClass({ id, tone, warning }: WhiskerMark, pressed: string | null | undefined): string {
  const state = typeof pressed === 'string' ? (pressed === id ? 'whisker-row-pressed' : 'whisker-row-faded') : ''
  return `whisker-row whisker-${tone} ${warning === null ? '' : 'whisker-row-low'} ${state}`
}

function RowContent({
  mark,
  axis,
  place,
}: {
  readonly mark: WhiskerMark
  readonly axis: WhiskerAxis
  readonly place: (value: number) => string
}) {
  const [x, low, high] = [place(mark.middle), place(mark.low), place(mark.high)]
  return (
    <>
      <span className="whisker-label" aria-hidden="true">
        <span className="whisker-name">{mark.label}</span>
        <span className="whisker-note">
          {mark.note}
          {mark.warning === null ? null : ` · ${mark.warning}`}
        </span>
      </span>
      <svg className="whisker-plot" aria-hidden="true" focusable="false">
        <RowGrid axis={axis} />
        <line className="whisker-line" x1={low} x2={high} y1="50%" y2="50%" />
        <svg x={low} y="50%" overflow="visible">
          <line className="whisker-line" y1="-5" y2="5" />
        </svg>
        <svg x={high} y="50%" overflow="visible">
          <line className="whisker-line" y1="-5" y2="5" />
        </svg>
        <circle className="whisker-dot" cx={x} cy="50%" r="5" />
      </svg>
      <span className="whisker-value" aria-hidden="true">
        <span className="whisker-figure">{mark.value}</span>
        <span className="whisker-note">{mark.detail}</span>
      </span>
    </>
  )
}
