import { useImperativeHandle, useRef, type Ref } from 'react'
import { readColors } from './chart-colors'
import { HeatCaption, HeatMap, type HeatLegend, type HeatMapProps, type HeatPlace } from './heat-map'
import { heatPanelsPicture } from './heat-picture'
import type { Pictured } from './picture'

/** One of several heat maps with the same rows and columns. */
export interface HeatPanel extends Pick<HeatMapProps, 'cellAt' | 'picked'> {
  readonly id: string
  readonly title: string
  /** Its own figure with its base. */
  readonly figure: string
  readonly onPick: (place: HeatPlace, adding: boolean) => void
}

/** Heat maps side by side, on one scale of colours; each is a grid of its own for the keyboard. */
export function HeatPanels({
  panels,
  legend,
  hint,
  onClear,
  ref,
  ...lines
}: Pick<HeatMapProps, 'corner' | 'totalLabel' | 'rows' | 'columns' | 'hint' | 'onClear'> & {
  readonly panels: readonly HeatPanel[]
  readonly legend: HeatLegend
  readonly ref?: Ref<Pictured>
}) {
  const figure = useRef<HTMLElement>(null)
  useImperativeHandle(
    ref,
    () => ({
      picture: (words) => {
        if (!figure.current) return null
        const painted = panels.map((panel) => ({ title: `${panel.title}: ${panel.figure}`, map: { ...lines, cellAt: panel.cellAt } }))
        return heatPanelsPicture(words, painted, readColors(figure.current))
      },
    }),
    [panels, lines],
  )
  return (
    <figure className="heat-panels" ref={figure}>
      <ul className="heat-panel-list" style={{ '--columns': lines.columns.length + 1 } as Record<string, number>}>
        {panels.map((panel) => (
          <li key={panel.id} className="heat-panel">
            <h3>
              <span className="heat-panel-title">{panel.title}</span> <span className="heat-panel-figure">{panel.figure}</span>
            </h3>
            <HeatMap
              {...lines}
              label={`${panel.title}: ${panel.figure}`}
              hint={hint}
              legend={null}
              cellAt={panel.cellAt}
              picked={panel.picked}
              onPick={panel.onPick}
              onClear={onClear}
            />
          </li>
        ))}
      </ul>
      <HeatCaption legend={legend} hint={hint} />
    </figure>
  )
}
