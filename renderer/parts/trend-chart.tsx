import { useCallback, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type Ref } from 'react'
import type { Figure } from '../../shared/nps/types'
import { ChartCanvas, type Drawn } from './chart-canvas'
import type { ChartColors } from './chart-colors'
import { ChartTip } from './chart-tip'
import type { Picking } from './interval-chart'
import { isAdding, isPick } from './mark-keys'
import type { TrendBeside } from './trend-beside'
import { trendOption } from './trend-option'

export interface TrendMark {
  readonly id: string
  readonly label: string
  readonly sentence: string
  readonly figure: Figure
}

export interface TrendPicking extends Picking {
  /** Picks neighbouring periods, and nothing else. */
  readonly onRange: (ids: readonly string[]) => void
}

/** What every panel of a trend shares. */
export interface TrendAxes {
  readonly low: number
  readonly high: number
  readonly most: number
  readonly answersLabel: string
  readonly formatTick: (points: number) => string
  readonly formatCount: (n: number) => string
}

/**
 * Scores over time with their band, answers below. The periods are a list that the arrow keys walk; dragging over
 * some, or Shift with the arrow keys, picks them all.
 */
export function TrendChart({
  label,
  marks,
  reference,
  beside,
  axes,
  theme,
  picking,
  ref,
}: {
  readonly label: string
  readonly marks: readonly TrendMark[]
  readonly reference: readonly (number | null)[]
  readonly beside: TrendBeside
  readonly axes: TrendAxes
  readonly theme: 'light' | 'dark'
  readonly picking: TrendPicking
  readonly ref?: Ref<Drawn>
}) {
  const { picked, onPick, onRange, onClear } = picking
  const [reached, setReached] = useState(marks.length - 1)
  const [active, setActive] = useState<number | null>(null)
  const [drag, setDrag] = useState<readonly [from: number, to: number] | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const mark = useRef<Element>(null)
  const anchor = useRef(reached)
  const drawn = useRef<Drawn>(null)
  const stop = Math.max(0, Math.min(reached, marks.length - 1))
  useImperativeHandle(ref, () => ({
    drawing: () => drawn.current?.drawing() ?? null,
    colors: () => drawn.current?.colors() ?? null,
  }))

  const scene = useMemo(
    () => ({ labels: marks.map((each) => each.label), figures: marks.map((each) => each.figure), reference, beside, ...axes }),
    [marks, reference, beside, axes],
  )
  const faded = useMemo(() => marks.map(({ id }) => picked !== null && !picked.has(id)), [marks, picked])
  const option = useCallback((colors: ChartColors) => trendOption({ ...scene, faded }, colors), [scene, faded])

  const show = (at: number | null): void => {
    mark.current = at === null ? null : (list.current?.children[at] ?? null)
    setActive(at)
  }
  const between = (a: number, b: number): readonly string[] =>
    marks.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id)
  const placeOf = (event: PointerEvent): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const at = Math.floor(((event.clientX - left) / width) * marks.length)
    return Math.max(0, Math.min(at, marks.length - 1))
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setDrag(null)
      show(null)
      if (picked === null) return
      event.preventDefault()
      return onClear()
    }
    const current = marks[stop]
    if (isPick(event) && current) {
      event.preventDefault()
      anchor.current = stop
      return onPick(current.id, isAdding(event))
    }
    const moves = new Map([
      ['ArrowRight', stop + 1],
      ['ArrowLeft', stop - 1],
      ['Home', 0],
      ['End', marks.length - 1],
    ])
    const wanted = moves.get(event.key)
    if (wanted === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(wanted, marks.length - 1))
    const period = list.current?.children[next]
    if (period instanceof HTMLElement) period.focus()
    if (event.shiftKey) onRange(between(anchor.current, next))
    else anchor.current = next
  }

  return (
    <div className={beside.names.length > 0 ? 'trend-plot trend-plot-named' : 'trend-plot'}>
      <ul
        className="trend-periods"
        role="listbox"
        aria-label={label}
        aria-orientation="horizontal"
        aria-multiselectable
        ref={list}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          const at = placeOf(event)
          setDrag([at, at])
        }}
        onPointerMove={(event) => {
          const at = placeOf(event)
          if (at !== active) show(at)
          if (drag && drag[1] !== at) setDrag([drag[0], at])
        }}
        onPointerUp={(event) => {
          if (!drag) return
          setDrag(null)
          const [from, to] = drag
          const one = marks[from]
          anchor.current = from
          if (from !== to) onRange(between(from, to))
          else if (one) onPick(one.id, isAdding(event))
        }}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => show(null)}
      >
        {marks.map(({ id, sentence }, at) => (
          <li
            key={id}
            className={periodClass(picked?.has(id) ?? false, at === active, drag, at)}
            role="option"
            aria-selected={picked?.has(id) ?? false}
            aria-label={sentence}
            tabIndex={at === stop ? 0 : -1}
            onFocus={() => {
              setReached(at)
              show(at)
            }}
            onBlur={() => show(null)}
          />
        ))}
      </ul>
      <ChartCanvas className="trend-canvas" option={option} theme={theme} ref={drawn} />
      {active === null ? null : <ChartTip text={marks[active]?.sentence ?? ''} mark={mark} />}
    </div>
  )
}

function periodClass(picked: boolean, active: boolean, drag: readonly [number, number] | null, at: number): string {
  const dragged = drag !== null && at >= Math.min(...drag) && at <= Math.max(...drag)
  const names = ['trend-period', picked && 'trend-picked', active && 'trend-active', dragged && 'trend-dragged']
  return names.filter((name) => name !== false).join(' ')
}
