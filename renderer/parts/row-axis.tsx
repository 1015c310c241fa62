import type { KeyboardEvent } from 'react'
import { rowOfKey } from './row-key'

export interface WhiskerAxis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly number[]
}

/** Where a value lies along the axis, in per cent of its length. */
export const placeOn = ({ low, high }: WhiskerAxis, value: number): number => (100 * (value - low)) / (high - low)

/** The axis above rows that share it. */
export function RowAxis({ axis, formatTick }: { readonly axis: WhiskerAxis; readonly formatTick: (value: number) => string }) {
  return (
    <div className="whisker-axis" aria-hidden="true">
      <div className="whisker-ticks">
        {axis.ticks.map((tick) => (
          <span key={tick} style={{ insetInlineStart: `${placeOn(axis, tick)}%` }}>
            {formatTick(tick)}
          </span>
        ))}
      </div>
    </div>
  )
}

/** The lines of the axis behind one row. */
export function RowGrid({ axis }: { readonly axis: WhiskerAxis }) {
  return axis.ticks.map((tick) => {
    const x = `${placeOn(axis, tick)}%`
    return <line key={tick} className={tick === 0 ? 'whisker-zero' : 'whisker-grid'} x1={x} x2={x} y1="0" y2="100%" />
  })
}

/** Walks the rows of a list by the arrow keys. */
export function walkRows(event: KeyboardEvent<HTMLElement>, stop: number, rows: number): void {
  const next = rowOfKey(event.key, stop, rows)
  if (next === null) return
  event.preventDefault()
  const row = event.currentTarget.querySelectorAll('.whisker-row')[next]
  if (row instanceof HTMLElement) row.focus()
}
