import { useCallback, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import type { Figure } from '../../shared/nps/types'
import { ChartCanvas, type Drawn } from './chart-canvas'
import type { ChartColors } from './chart-colors'
import { intervalOption } from './interval-option'
import { intervalPicture } from './interval-picture'
import { isAdding, isPick } from './mark-keys'
import type { Pictured } from './picture'
import { rowOfKey } from './row-key'

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
  /** Whether it stands out from the others, as a sign; its words belong to the sentence. */
  readonly verdict?: { readonly sign: string; readonly text: string } | null
  /** All of it as a sentence, for hover, focus and screen readers. */
  readonly sentence: string
  readonly figure: Figure
}

/** Picking of marks by mouse or keyboard. */
export interface Picking {
  /** Ids of the marks picked; null: none are. */
  readonly picked: ReadonlySet<string> | null
  readonly onPick: (id: string, adding: boolean) => void
  /** Takes back everything picked. */
  readonly onClear: () => void
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
  legend,
  low,
  high,
  formatTick,
  theme,
  picking,
  ref,
}: {
  readonly label: string
  /** How to use it by keyboard. */
  readonly hint: string
  readonly marks: readonly IntervalMark[]
  readonly total: number | null
  readonly totalLabel: string
  /** What the signs mean. */
  readonly legend?: string | null
  readonly low: number
  readonly high: number
  readonly formatTick: (points: number) => string
  readonly theme: 'light' | 'dark'
  readonly picking?: Picking
  readonly ref?: Ref<Pictured>
}) {
  const [reached, setReached] = useState(0)
  const [active, setActive] = useState<number | null>(null)
  const drawn = useRef<Drawn>(null)
  const stop = Math.min(reached, marks.length - 1)
  const picked = picking?.picked ?? null
  const figures = useMemo(() => marks.map((mark) => mark.figure), [marks])
  const faded = useMemo(() => marks.map(({ id }) => picked !== null && !picked.has(id)), [marks, picked])
  const option = useCallback(
    (colors: ChartColors) => intervalOption({ figures, faded, total, low, high, formatTick }, colors),
    [figures, faded, total, low, high, formatTick],
  )
  useImperativeHandle(
    ref,
    () => ({
      picture: (words) => {
        const [drawing, colors] = [drawn.current?.drawing(), drawn.current?.colors()]
        return drawing && colors ? intervalPicture(words, marks, drawing, colors) : null
      },
    }),
    [marks],
  )

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.key === 'Escape') {
      setActive(null)
      if (picked === null) return
      event.preventDefault()
      return picking?.onClear()
    }
    const mark = marks[stop]
    if (isPick(event) && picking && mark) {
      event.preventDefault()
      return picking.onPick(mark.id, isAdding(event))
    }
    const next = rowOfKey(event.key, stop, marks.length)
    if (next === null) return
    event.preventDefault()
    const row = event.currentTarget.children[next]
    if (row instanceof HTMLElement) row.focus()
  }

  return (
    <figure className="interval-chart" aria-label={label}>
      <div className="interval-body">
        <ul
          onKeyDown={onKeyDown}
          onMouseLeave={() => setActive(null)}
          title=""
          role={picking ? 'listbox' : undefined}
          aria-label={picking ? label : undefined}
          aria-multiselectable={picking ? true : undefined}
        >
          {marks.map((mark, row) => (
            <li
              key={mark.id}
              className={rowClass(mark, picked)}
              tabIndex={row === stop ? 0 : -1}
              role={picking ? 'option' : undefined}
              aria-selected={picking ? (picked?.has(mark.id) ?? false) : undefined}
              onClick={picking ? (event) => picking.onPick(mark.id, isAdding(event)) : undefined}
              onFocus={() => {
                setReached(row)
                setActive(row)
              }}
              onBlur={() => setActive(null)}
              onMouseEnter={() => setActive(row)}
            >
              <span className="visually-hidden">{mark.sentence}</span>
              <span className="interval-label" aria-hidden="true">
                <span className="interval-name">
                  {picked?.has(mark.id) ? <span className="picked-sign">✓ </span> : null}
                  {mark.label}
                </span>
                <span className="interval-base">
                  {mark.base}
                  {mark.warning ? <span className="interval-warning"> · {mark.warning}</span> : null}
                </span>
              </span>
              <span className="interval-value" aria-hidden="true">
                <span className="interval-score">
                  {mark.verdict ? <span className="verdict-sign">{mark.verdict.sign} </span> : null}
                  {mark.score ?? '–'}
                </span>
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
        <ChartCanvas className="interval-canvas" option={option} theme={theme} ref={drawn} />
      </div>
      <figcaption className="interval-caption">
        <span>
          <span className="interval-total-sign" aria-hidden="true" /> {totalLabel}
        </span>
        {legend ? <span>{legend}</span> : null}
        <span className="interval-hint">{hint}</span>
      </figcaption>
    </figure>
  )
}

function rowClass({ id, warning }: IntervalMark, picked: ReadonlySet<string> | null): string {
  const state = picked === null ? null : picked.has(id) ? 'interval-row-picked' : 'interval-row-faded'
  return ['interval-row', warning ? 'interval-row-low' : null, state].filter((name) => name !== null).join(' ')
}
