import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { ChartTip } from './chart-tip'
import { readColors } from './chart-colors'
import { HeatBox, type HeatCell } from './heat-box'
import { heatPicture } from './heat-picture'
import { isAdding, isPick } from './mark-keys'
import type { Pictured } from './picture'

export interface HeatLine {
  readonly id: string
  readonly label: string
}

/** A value of the rows and one of the columns; null stands for all of them. */
export interface HeatPlace {
  readonly row: string | null
  readonly column: string | null
}

export interface HeatLegend {
  readonly low: string
  readonly high: string
  /** What the colours and signs mean. */
  readonly notes: readonly string[]
}

export interface HeatMapProps {
  readonly label: string
  readonly hint: string
  /** What the rows and the columns are. */
  readonly corner: { readonly rows: string; readonly columns: string }
  readonly totalLabel: string
  readonly rows: readonly HeatLine[]
  readonly columns: readonly HeatLine[]
  readonly cellAt: (place: HeatPlace) => HeatCell
  /** Null: it stands elsewhere, with the hint. */
  readonly legend: HeatLegend | null
  /** Ids of the rows and of the columns picked; null: none are. */
  readonly picked: { readonly rows: ReadonlySet<string> | null; readonly columns: ReadonlySet<string> | null }
  readonly onPick: (place: HeatPlace, adding: boolean) => void
  readonly onClear: () => void
  readonly ref?: Ref<Pictured>
}

const MOVES: ReadonlyMap<string, readonly [down: number, right: number]> = new Map([
  ['ArrowDown', [1, 0]],
  ['ArrowUp', [-1, 0]],
  ['ArrowRight', [0, 1]],
  ['ArrowLeft', [0, -1]],
])

/**
 * Two dimensions crossed, a score in every cell; the totals come first. A grid that the arrow keys walk. Cells are
 * coloured around the middle of the legend; what has too few answers to be ranked has no colour.
 */
export function HeatMap(props: HeatMapProps) {
  const { label, hint, corner, totalLabel, legend, cellAt, picked, onPick, onClear, ref } = props
  const rows: readonly (HeatLine | null)[] = [null, ...props.rows]
  const columns: readonly (HeatLine | null)[] = [null, ...props.columns]
  const figure = useRef<HTMLElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const mark = useRef<Element>(null)
  const [reached, setReached] = useState({ row: 0, column: 0 })
  const [tip, setTip] = useState<string | null>(null)
  const stop = { row: Math.min(reached.row, rows.length - 1), column: Math.min(reached.column, columns.length - 1) }

  useImperativeHandle(
    ref,
    () => ({
      picture: (words) => (figure.current ? heatPicture(words, props, readColors(figure.current)) : null),
    }),
    [props],
  )

  const show = (cell: Element, sentence: string): void => {
    mark.current = cell
    setTip(sentence)
  }
  const placeOf = (row: number, column: number): HeatPlace => ({
    row: rows[row]?.id ?? null,
    column: columns[column]?.id ?? null,
  })
  const isPicked = ({ row, column }: HeatPlace): boolean =>
    (picked.rows === null || (row !== null && picked.rows.has(row))) &&
    (picked.columns === null || (column !== null && picked.columns.has(column)))
  const picking = picked.rows !== null || picked.columns !== null

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setTip(null)
      if (!picking) return
      event.preventDefault()
      return onClear()
    }
    if (isPick(event)) {
      event.preventDefault()
      return onPick(placeOf(stop.row, stop.column), isAdding(event))
    }
    const move = MOVES.get(event.key)
    const end = event.key === 'Home' ? 0 : event.key === 'End' ? columns.length - 1 : null
    if (!move && end === null) return
    event.preventDefault()
    const row = Math.max(0, Math.min(stop.row + (move?.[0] ?? 0), rows.length - 1))
    const column = end ?? Math.max(0, Math.min(stop.column + (move?.[1] ?? 0), columns.length - 1))
    const cell = table.current?.tBodies[0]?.rows[row]?.cells[column + 1]
    cell?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  return (
    <figure className="heat-map" aria-label={label} ref={figure}>
      <div className="heat-scroll">
        <table
          className="heat-table"
          role="grid"
          aria-label={label}
          aria-multiselectable
          ref={table}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setTip(null)}
        >
          <thead>
            <tr>
              <td className="heat-corner">
                <span className="clamp">→ {corner.columns}</span>
                <span className="clamp">↓ {corner.rows}</span>
              </td>
              {columns.map((column) => (
                <th
                  key={column?.id ?? ''}
                  scope="col"
                  className={column ? 'heat-column' : 'heat-column heat-total'}
                  onClick={(event) => onPick({ row: null, column: column?.id ?? null }, isAdding(event))}
                >
                  {column?.label ?? totalLabel}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={row?.id ?? ''}>
                <th
                  scope="row"
                  className={row ? 'heat-row' : 'heat-row heat-total'}
                  onClick={(event) => onPick({ row: row?.id ?? null, column: null }, isAdding(event))}
                >
                  {row?.label ?? totalLabel}
                </th>
                {columns.map((column, across) => {
                  const place = placeOf(down, across)
                  return (
                    <HeatBox
                      key={column?.id ?? ''}
                      cell={cellAt(place)}
                      total={row === null || column === null}
                      picked={picking ? isPicked(place) : null}
                      stop={down === stop.row && across === stop.column}
                      onPick={(adding) => onPick(place, adding)}
                      onShow={show}
                      onFocus={() => setReached({ row: down, column: across })}
                      onHide={() => setTip(null)}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {legend ? <HeatCaption legend={legend} hint={hint} /> : null}
      {tip === null ? null : <ChartTip text={tip} mark={mark} />}
    </figure>
  )
}

/** What the colours and signs of heat maps mean, and how to use them. */
export function HeatCaption({ legend, hint }: { readonly legend: HeatLegend; readonly hint: string }) {
  return (
    <figcaption className="chart-caption">
      <span className="heat-legend">
        {legend.low}
        <span className="heat-scale" aria-hidden="true" />
        {legend.high}
      </span>
      {legend.notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      <span className="chart-hint">{hint}</span>
    </figcaption>
  )
}
