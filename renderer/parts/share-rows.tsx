import { useState, type KeyboardEvent } from 'react'

/** One part of a bar. */
export interface SharePart {
  readonly id: string
  /** Which colour it has: the class of the group. */
  readonly tone: 'promoters' | 'passives' | 'detractors'
  readonly n: number
  /** What stands on it where there is room. */
  readonly label: string
  readonly sentence: string
}

export interface ShareRow {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly parts: readonly SharePart[]
}

const ROOM = 0.09

/** Whether a part has room for its label. */
export const wideEnough = (n: number, all: number): boolean => n >= all * ROOM

/** Bars of a whole cut in parts, one below the other. Each part is a button; the arrow keys walk them. */
export function ShareRows({
  label,
  legend,
  rows,
  onOpen,
}: {
  readonly label: string
  /** What the colours stand for. */
  readonly legend: readonly { readonly tone: SharePart['tone']; readonly label: string; readonly hint: string }[]
  readonly rows: readonly ShareRow[]
  readonly onOpen: (row: string, part: string) => void
}) {
  const [reached, setReached] = useState('')
  const [active, setActive] = useState('')
  const cells = rows.map((row) => row.parts.filter(({ n }) => n > 0).map((part) => ({ row, part, key: `${row.id} ${part.id}` })))
  const all = cells.flat()
  const stop = all.some(({ key }) => key === reached) ? reached : (all[0]?.key ?? '')

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const line = cells.findIndex((row) => row.some(({ key }) => key === stop))
    const column = cells[line]?.findIndex(({ key }) => key === stop) ?? 0
    const moves = new Map([
      ['ArrowRight', cells[line]?.[column + 1]],
      ['ArrowLeft', cells[line]?.[column - 1]],
      ['ArrowDown', cells[line + 1]?.[column] ?? cells[line + 1]?.at(-1)],
      ['ArrowUp', cells[line - 1]?.[column] ?? cells[line - 1]?.at(-1)],
      ['Home', cells[line]?.[0]],
      ['End', cells[line]?.at(-1)],
    ])
    if (event.key === 'Escape') setActive('')
    if (!moves.has(event.key)) return
    event.preventDefault()
    const next = moves.get(event.key)
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.share-part')]
    if (next) buttons[all.indexOf(next)]?.focus()
  }

  return (
    <figure className="share-rows" aria-label={label}>
      <figcaption className="share-legend">
        {legend.map(({ tone, label: name, hint }) => (
          <span key={tone} title={hint}>
            <span className={`group-sign ${tone}`} aria-hidden="true" />
            {name}
          </span>
        ))}
      </figcaption>
      <ul onKeyDown={onKeyDown} onMouseLeave={() => setActive('')}>
        {rows.map((row, line) => {
          const total = row.parts.reduce((sum, { n }) => sum + n, 0)
          return (
            <li key={row.id} className="share-row">
              <span className="whisker-label">
                <span className="whisker-name">{row.label}</span>
                <span className="whisker-note">{row.note}</span>
              </span>
              <span className="share-bar" role="group" aria-label={row.label}>
                {cells[line]?.map(({ part, key }) => (
                  <button
                    key={key}
                    type="button"
                    className={`share-part ${part.tone}`}
                    style={{ flexGrow: part.n }}
                    tabIndex={key === stop ? 0 : -1}
                    onClick={() => onOpen(row.id, part.id)}
                    onFocus={() => {
                      setReached(key)
                      setActive(key)
                    }}
                    onBlur={() => setActive('')}
                    onMouseEnter={() => setActive(key)}
                  >
                    <span className="visually-hidden">{part.sentence}</span>
                    {wideEnough(part.n, total) ? <span aria-hidden="true">{part.label}</span> : null}
                  </button>
                ))}
              </span>
              {cells[line]?.map(({ part, key }) =>
                key === active ? (
                  <span key={key} className="whisker-tip" aria-hidden="true">
                    {part.sentence}
                  </span>
                ) : null,
              )}
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
