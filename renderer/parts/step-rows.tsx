import { useState, type ReactNode } from 'react'
import { placeOn, RowAxis, RowGrid, walkRows, type WhiskerAxis } from './row-axis'

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

interface RowProps {
  readonly className: string
  readonly sentence: string
  readonly tabIndex: number
  readonly onFocus: () => void
  readonly onPress: (() => void) | null
  readonly children: ReactNode
}

function Row({ sentence, onPress, children, ...common }: RowProps) {
  if (!onPress)
    return (
      <div {...common} role="img" aria-label={sentence}>
        {children}
      </div>
    )
  return (
    <button type="button" {...common} onClick={onPress}>
      <span className="visually-hidden">{sentence}</span>
      <span className="step-content" aria-hidden="true">
        {children}
      </span>
    </button>
  )
}

/** Bars that begin where the one before ended: a waterfall. The arrow keys walk the rows. */
export function StepRows({
  label,
  hint,
  marks,
  axis,
  formatTick,
  onPress,
}: {
  readonly label: string
  readonly hint: string
  readonly marks: readonly StepMark[]
  readonly axis: WhiskerAxis
  readonly formatTick: (value: number) => string
  /** A row is a button but where this is null. */
  readonly onPress: (id: string) => (() => void) | null
}) {
  const [reached, setReached] = useState(0)
  const stop = Math.min(reached, marks.length - 1)
  const share = (value: number): number => placeOn(axis, value)
  const place = (value: number): string => `${share(value)}%`
  return (
    <figure className="whiskers" aria-label={label}>
      <RowAxis axis={axis} formatTick={formatTick} />
      <ul onKeyDown={(event) => walkRows(event, stop, marks.length)}>
        {marks.map((mark, at) => {
          const [low, high] = [Math.min(mark.from, mark.to), Math.max(mark.from, mark.to)]
          return (
            <li key={mark.id}>
              <Row
                className={`whisker-row step-${mark.kind}`}
                sentence={mark.sentence}
                tabIndex={at === stop ? 0 : -1}
                onFocus={() => setReached(at)}
                onPress={onPress(mark.id)}
              >
                <span className="whisker-label">
                  <span className="whisker-name">{mark.label}</span>
                  {mark.note === '' ? null : <span className="whisker-note">{mark.note}</span>}
                </span>
                <svg className="whisker-plot" focusable="false">
                  <RowGrid axis={axis} />
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
              </Row>
            </li>
          )
        })}
      </ul>
      <figcaption className="whisker-hint">{hint}</figcaption>
    </figure>
  )
}
