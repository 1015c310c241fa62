import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { placeOn, RowAxis, RowGrid, walkRows, type WhiskerAxis } from './row-axis'

const SIGNS = ['plain', 'adjusted', 'noise'] as const
type Sign = (typeof SIGNS)[number]

export interface PullEstimate {
  readonly middle: number
  readonly low: number
  readonly high: number
}

/** A row with two estimates of the same: by itself, and with others held the same. */
export interface PullMark {
  readonly id: string
  readonly label: string
  /** Small print under the label. */
  readonly note: string
  /** Too few to be ranked: drawn quietly. */
  readonly isLow: boolean
  readonly plain: PullEstimate
  readonly adjusted: PullEstimate | null
  readonly tone: 'up' | 'down' | 'noise'
  /** What stands at the end of the row, its interval, and the other estimate in a few words. */
  readonly value: string
  readonly detail: string
  readonly adjustedText: string
  /** A word of warning where the two tell different stories. */
  readonly warning: string | null
  /** All of it as a sentence, for screen readers. */
  readonly sentence: string
}

export interface PullGroup {
  readonly id: string
  readonly title: string
  readonly marks: readonly PullMark[]
  /** What stands in the place of rows where there are none. */
  readonly none: string | null
  /** What is below the rows, such as a way to more. */
  readonly foot: ReactNode
}

/** Groups of rows under one axis. Each row opens its details below itself; the arrow keys walk all rows. */
export function PullRows({
  label,
  hint,
  legend,
  groups,
  axis,
  formatTick,
  opened,
  details,
  onOpen,
}: {
  readonly label: string
  /** How to use it by keyboard. */
  readonly hint: string
  /** What the signs mean, and more of it on hover. */
  readonly legend: Readonly<Record<Sign, { readonly label: string; readonly hint: string }>>
  readonly groups: readonly PullGroup[]
  readonly axis: WhiskerAxis
  readonly formatTick: (value: number) => string
  /** Id of the row whose details are open. */
  readonly opened: string | null
  readonly details: ReactNode
  readonly onOpen: (id: string) => void
}) {
  const [reached, setReached] = useState<string | null>(null)
  const ids = groups.flatMap(({ marks }) => marks.map(({ id }) => id))
  const stop = Math.max(0, reached === null ? 0 : ids.indexOf(reached))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // The details have keys of their own.
    if (event.target instanceof Element && event.target.classList.contains('pull-row')) walkRows(event, stop, ids.length)
  }
  return (
    <figure className="whiskers pull-rows" aria-label={label}>
      <figcaption className="pull-legend">
        {SIGNS.map((sign) => (
          <span key={sign} title={legend[sign].hint}>
            <LegendSign kind={sign} /> {legend[sign].label}
          </span>
        ))}
      </figcaption>
      <RowAxis axis={axis} formatTick={formatTick} />
      <div onKeyDown={onKeyDown}>
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`pull-${group.id}`}>
            <h3 className="pull-title" id={`pull-${group.id}`}>
              {group.title}
            </h3>
            {group.none === null ? null : <p className="pull-none quiet">{group.none}</p>}
            <ul>
              {group.marks.map((mark) => (
                <li key={mark.id}>
                  <button
                    type="button"
                    id={rowId(mark.id)}
                    className={`whisker-row pull-row whisker-${mark.tone} ${mark.isLow ? 'whisker-row-low' : ''} ${mark.id === opened ? 'whisker-row-pressed' : ''}`}
                    tabIndex={mark.id === ids[stop] ? 0 : -1}
                    aria-expanded={mark.id === opened}
                    onFocus={() => setReached(mark.id)}
                    onClick={() => onOpen(mark.id)}
                  >
                    <span className="visually-hidden">{mark.sentence}</span>
                    <RowContent mark={mark} axis={axis} />
                  </button>
                  {mark.id === opened ? details : null}
                </li>
              ))}
            </ul>
            {group.foot}
          </section>
        ))}
      </div>
      <p className="whisker-hint">{hint}</p>
    </figure>
  )
}

const rowId = (id: string): string => `pull-row-${id}`

/** Moves the focus to the row of a code, and it into sight. */
export function focusPullRow(id: string): void {
  const row = document.getElementById(rowId(id))
  row?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'center' })
}

function RowContent({ mark, axis }: { readonly mark: PullMark; readonly axis: WhiskerAxis }) {
  const { label, note, plain, adjusted, value, detail, adjustedText, warning } = mark
  return (
    <>
      <span className="whisker-label" aria-hidden="true">
        <span className="whisker-name">{label}</span>
        <span className="whisker-note">{note}</span>
      </span>
      <svg className="whisker-plot pull-plot" aria-hidden="true" focusable="false">
        <RowGrid axis={axis} />
        <Estimate axis={axis} estimate={plain} y={adjusted ? '34%' : '50%'} kind="plain" />
        {adjusted ? <Estimate axis={axis} estimate={adjusted} y="70%" kind="adjusted" /> : null}
      </svg>
      <span className="whisker-value" aria-hidden="true">
        <span className="whisker-figure">
          {value} <span className="whisker-note">{detail}</span>
        </span>
        <span className="whisker-note">{adjustedText}</span>
        {warning === null ? null : (
          <span className="whisker-note pull-warning">
            <span className="pull-alert">!</span> {warning}
          </span>
        )}
      </span>
    </>
  )
}

const CAP = 4
const DIAMOND = 'M0 -4.5 4.5 0 0 4.5 -4.5 0z'

function Estimate({ axis, estimate, y, kind }: { readonly axis: WhiskerAxis; readonly estimate: PullEstimate; readonly y: string; readonly kind: 'plain' | 'adjusted' }) {
  const place = (value: number): string => `${placeOn(axis, value)}%`
  const [x, low, high] = [place(estimate.middle), place(estimate.low), place(estimate.high)]
  return (
    <g className={`pull-${kind}`}>
      <line className="whisker-line" x1={low} x2={high} y1={y} y2={y} />
      {kind === 'adjusted' ? (
        <svg x={x} y={y} overflow="visible">
          <path className="pull-diamond" d={DIAMOND} />
        </svg>
      ) : (
        <>
          {[low, high].map((end, at) => (
            <svg key={at} x={end} y={y} overflow="visible">
              <line className="whisker-line" y1={-CAP} y2={CAP} />
            </svg>
          ))}
          <circle className="whisker-dot" cx={x} cy={y} r="5" />
        </>
      )}
    </g>
  )
}

function LegendSign({ kind }: { readonly kind: Sign }) {
  return (
    <svg className={`pull-sign whisker-${kind === 'noise' ? 'noise' : 'score'} pull-${kind}`} viewBox="-12 -6 24 12" width="24" height="12" aria-hidden="true" focusable="false">
      <line className="whisker-line" x1="-11" x2="11" />
      {kind === 'adjusted' ? <path className="pull-diamond" d={DIAMOND} /> : <circle className="whisker-dot" r="4.5" />}
    </svg>
  )
}
