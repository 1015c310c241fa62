import { useCallback, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { ChartCanvas, type Drawn } from './chart-canvas'
import type { ChartColors } from './chart-colors'
import { ChartTip } from './chart-tip'
import type { Pictured } from './picture'
import { placeOn } from './row-axis'
import { severityOption, type SeverityPoint, type SeverityScene } from './severity-option'

/** A point with its sentence, for hover, focus and screen readers. */
export interface SeverityMark extends SeverityPoint {
  readonly id: string
  readonly sentence: string
}

/**
 * How many mention a code against how far their score lies from the rest's. The points are buttons that the arrow keys
 * walk from left to right; the drawing lies under them.
 */
export function SeverityChart({
  label,
  hint,
  scene,
  marks,
  theme,
  onOpen,
  ref,
}: {
  readonly label: string
  readonly hint: string
  readonly scene: Omit<SeverityScene, 'points'>
  /** The most important first. */
  readonly marks: readonly SeverityMark[]
  readonly theme: 'light' | 'dark'
  readonly onOpen: (id: string) => void
  readonly ref?: Ref<Pictured>
}) {
  const [reached, setReached] = useState(0)
  const [active, setActive] = useState<number | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const mark = useRef<Element>(null)
  const drawn = useRef<Drawn>(null)
  const sorted = useMemo(() => marks.toSorted((a, b) => a.share - b.share || a.gap - b.gap), [marks])
  const stop = Math.max(0, Math.min(reached, sorted.length - 1))
  const option = useCallback((colors: ChartColors) => severityOption({ ...scene, points: marks }, colors), [scene, marks])
  useImperativeHandle(ref, () => ({
    picture: (words) => {
      const [drawing, colors] = [drawn.current?.drawing(), drawn.current?.colors()]
      if (!drawing || !colors) return null
      const { width, height } = drawing
      return { ...words, width, height, colors, paint: (pen) => pen.drawing(drawing, 0, 0) }
    },
  }), [])

  const show = (at: number | null): void => {
    mark.current = at === null ? null : (list.current?.children[at] ?? null)
    setActive(at)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return show(null)
    const next = new Map([
      ['ArrowRight', stop + 1],
      ['ArrowDown', stop + 1],
      ['ArrowLeft', stop - 1],
      ['ArrowUp', stop - 1],
      ['Home', 0],
      ['End', sorted.length - 1],
    ]).get(event.key)
    if (next === undefined) return
    event.preventDefault()
    list.current?.querySelectorAll('button')[Math.max(0, Math.min(next, sorted.length - 1))]?.focus()
  }

  return (
    <figure className="severity-chart" aria-label={label}>
      <div className="severity-body">
        <ChartCanvas className="severity-canvas" option={option} theme={theme} ref={drawn} />
        <ul className="severity-points" ref={list} onKeyDown={onKeyDown} onMouseLeave={() => show(null)}>
          {sorted.map(({ id, share, gap, sentence }, at) => (
            <li key={id} style={{ insetInlineStart: `${placeOn(scene.shares, share)}%`, insetBlockEnd: `${placeOn(scene.gaps, gap)}%` }}>
              <button
                type="button"
                className="severity-point"
                aria-label={sentence}
                tabIndex={at === stop ? 0 : -1}
                onClick={() => onOpen(id)}
                onFocus={() => {
                  setReached(at)
                  show(at)
                }}
                onBlur={() => show(null)}
                onMouseEnter={() => show(at)}
              />
            </li>
          ))}
        </ul>
        {active === null ? null : <ChartTip text={sorted[active]?.sentence ?? ''} mark={mark} />}
      </div>
      <figcaption className="chart-caption">
        <span className="chart-hint">{hint}</span>
      </figcaption>
    </figure>
  )
}
