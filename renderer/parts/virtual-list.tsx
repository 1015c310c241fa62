import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'

const OVERSCAN = 6

/** How a row was pressed. */
export interface RowPress {
  readonly extend: boolean
  readonly toggle: boolean
  /** On what says how many the row stands for. */
  readonly opens: boolean
}

/**
 * A list of which only the rows in sight exist, all of the same height. It has the focus as a whole; the row with the
 * cursor is the active one. Whoever owns the rows moves the cursor and draws what stands in a row.
 */
export function VirtualList({
  label,
  count,
  rowHeight,
  cursor,
  revealed,
  listNumber,
  isSelected,
  renderRow,
  onSee,
  onPress,
  onMove,
}: {
  readonly label: string
  readonly count: number
  readonly rowHeight: number
  /** Place of the active row: brought into sight when it changes. */
  readonly cursor: number
  /** Another number brings it into sight even so. */
  readonly revealed: number
  /** Another number is another list, shown from its top. */
  readonly listNumber: number
  readonly isSelected: (place: number) => boolean
  readonly renderRow: (place: number) => ReactNode
  readonly onSee: (first: number, last: number) => void
  readonly onPress: (place: number, press: RowPress) => void
  /** Home, End and the page keys. */
  readonly onMove: (place: number, extend: boolean) => void
}) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const active = useRef(cursor)
  const [seen, setSeen] = useState({ first: 0, last: 20 })
  /** The list of which there are more rows than those in sight: another one shows these a frame sooner. */
  const [whole, setWhole] = useState<number | null>(null)

  const measure = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const first = Math.floor(element.scrollTop / rowHeight)
    const last = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight)
    setSeen((before) => (before.first === first && before.last === last ? before : { first, last }))
  }, [rowHeight])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let height = element.clientHeight
    const watch = new ResizeObserver(() => {
      // A row in sight stays so when the window shrinks.
      const bottom = (active.current + 1) * rowHeight
      const wasSeen = bottom <= element.scrollTop + height && bottom > element.scrollTop
      height = element.clientHeight
      if (wasSeen && bottom > element.scrollTop + height) element.scrollTop = bottom - height
      measure()
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [measure, rowHeight])

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0
  }, [listNumber])

  useLayoutEffect(() => {
    const element = scroller.current
    active.current = cursor
    if (!element) return
    const top = cursor * rowHeight
    if (top < element.scrollTop) element.scrollTop = top
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight
  }, [cursor, revealed, rowHeight, listNumber])

  useEffect(() => {
    const request = requestAnimationFrame(() => setWhole(listNumber))
    return () => cancelAnimationFrame(request)
  }, [listNumber])

  useEffect(() => onSee(seen.first, Math.max(seen.first, seen.last - 1)), [seen, onSee, listNumber])

  const around = whole === listNumber ? OVERSCAN : 0
  const from = Math.max(0, Math.min(seen.first - around, count))
  const to = Math.min(count, seen.last + around)
  const rowId = (place: number): string => `${id}-${place}`
  return (
    <div
      className="virtual-list"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={cursor >= from && cursor < to ? rowId(cursor) : undefined}
      ref={scroller}
      // Before the frame that shows the new place; else that one would be empty where rows are still to come.
      onScroll={() => flushSync(measure)}
      onClick={(event) => {
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null
        if (!row) return
        const toggle = event.ctrlKey || event.metaKey || (event.target as Element).closest('.row-check') !== null
        const opens = (event.target as Element).closest('[data-repeats]') !== null
        onPress(Number(row.dataset['place']), { extend: event.shiftKey, toggle, opens })
      }}
      onMouseDown={(event) => {
        // Shift would select the text between.
        if (event.shiftKey) event.preventDefault()
        scroller.current?.focus({ preventScroll: true })
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const page = Math.max(1, seen.last - seen.first - 2)
        const places: Readonly<Record<string, number>> = {
          Home: 0,
          End: count - 1,
          PageUp: cursor - page,
          PageDown: cursor + page,
        }
        const place = places[event.key]
        if (place === undefined) return
        event.preventDefault()
        onMove(Math.max(0, Math.min(place, count - 1)), event.shiftKey)
      }}
    >
      <div className="virtual-rows" style={{ blockSize: count * rowHeight }}>
        <div className="virtual-window" style={{ insetBlockStart: from * rowHeight }}>
          {Array.from({ length: Math.max(0, to - from) }, (_, at) => {
            const place = from + at
            return (
              <div
                key={place}
                id={rowId(place)}
                className={place === cursor ? 'virtual-row is-cursor' : 'virtual-row'}
                role="option"
                aria-selected={isSelected(place)}
                aria-posinset={place + 1}
                aria-setsize={count}
                data-place={place}
                style={{ blockSize: rowHeight }}
              >
                {renderRow(place)}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
