import { useCallback, useMemo, useRef } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { restWords, testText } from '../../app/figures/against-rest'
import { useSession, useWords } from '../../app/context'
import { crossTable, readablePart } from '../../app/figures/cross-table'
import { intervalText, shortScore } from '../../app/figures/figure-text'
import { dimensionLabel } from '../../app/words/labels'
import { panelTables, type PanelTable } from '../../app/slice/panel-tables'
import { overlaps, restHints, restLegend, restView } from '../../app/slice/rest-view'
import type { Panels } from '../../app/slice/slice-panels'
import type { ShownSlice } from '../../app/slice/slice-state'
import type { LabelledRow } from '../../app/figures/sort-rows'
import { usePanelBrush } from '../../app/slice/use-panel-brush'
import type { Words } from '../../app/words/words'
import { HeatPanels, type HeatPanel } from '../../parts/heat-panels'
import type { Pictured } from '../../parts/picture'
import { ChartHead } from './chart-head'
import { SortedFigureTable, type FigureRow } from './figure-table'
import { heatScale } from './heat-cell'
import { cellsOf, comparedIn, figureAt, heatCells, idOf, lineOf } from './heat-cells'
import { picksHint } from './picks-hint'

const MOST_ROWS = 12
const MOST_COLUMNS = 8

interface Cell extends LabelledRow {
  readonly each: LabelledRow
  readonly row: LabelledRow
  readonly column: LabelledRow
}

/** "+31 · 24 to 38 · n 412", with the word for a low base. */
function panelFigure({ figure }: LabelledRow, words: Words): string {
  const n = words.t('slice.n', { n: words.count(figure.n) })
  const score = shortScore(figure, words)
  const base = figure.base === 'low' ? words.t('slice.panels.low', { n }) : n
  return [score, intervalText(figure, words), base].filter((part) => part !== null).join(' · ')
}

/** Two fields crossed, once for each value of a third: on one scale, in one order. */
export function PanelsView({
  project,
  shown,
  panels,
  down,
  across,
  each,
}: {
  readonly project: ProjectView
  readonly shown: ShownSlice
  readonly panels: Panels
  readonly down: Dimension
  readonly across: Dimension
  readonly each: Dimension
}) {
  const words = useWords()
  const { t } = words
  const { crossed, zoomed } = useSession((state) => state.slice)
  const chart = useRef<Pictured>(null)
  const whole = useMemo(() => crossTable(shown.value, [down, across], crossed.sort, words), [shown.value, down, across, crossed.sort, words])
  const part = useMemo(() => readablePart(whole, [down, across], [MOST_ROWS, MOST_COLUMNS]), [whole, down, across])
  const tables = useMemo(() => panelTables(panels, whole, [down, across], each, crossed.sort, words), [panels, whole, down, across, each, crossed.sort, words])
  const rest = useMemo(
    () => restView(whole.total, tables.flatMap(({ each: value, table }) => [value.figure, ...comparedIn(table)]), shown.by, project),
    [whole, tables, shown.by, project],
  )
  const readable = useMemo(() => tables.map((panel) => ({ ...panel, table: partLike(panel, part.rows, part.columns) })), [tables, part])
  const scale = useMemo(() => heatScale(whole.total, readable.flatMap(({ table }) => cellsOf(table)), zoomed), [whole, readable, zoomed])
  const rowIds = useMemo(() => part.rows.map(idOf), [part])
  const brush = usePanelBrush(down, across, each, rowIds)
  const drawn = useMemo(
    () =>
      readable.map(({ each: value, table }): HeatPanel => {
        const at = value.key[0] ?? null
        const cellAt = heatCells(table, rest, scale, words)
        return {
          id: idOf(value),
          title: value.label,
          figure: panelFigure(value, words),
          cellAt: (place) => {
            const cell = cellAt(place)
            return { ...cell, sentence: t('slice.panels.cell', { each: value.label, cell: cell.sentence }) }
          },
          picked: brush.pickedIn(at),
          onPick: (place, adding) => brush.onPick(at, place, adding),
        }
      }),
    [readable, rest, scale, words, t, brush],
  )
  const cells = useMemo(
    () =>
      tables.flatMap(({ each: value, table }) =>
        table.rows.flatMap((row) =>
          table.columns.flatMap((column): readonly Cell[] => {
            const figure = figureAt(table, row, column)
            const test = rest.tested(figure)
            return figure.n === 0 ? [] : [{ ...value, figure, each: value, row, column, ...(test ? { rest: test } : {}) }]
          }),
        ),
      ),
    [tables, rest],
  )
  const rowOf = useCallback(
    ({ each: value, row, column, figure }: Cell): FigureRow => {
      const test = rest.of(figure)
      return {
        id: [value, row, column].map(idOf).join(' '),
        names: [value.label, row.label, column.label],
        figure,
        verdict: test ? restWords(test, words) : null,
        difference: test ? testText(test, words) : null,
        ...(test ? { test } : {}),
        picked: brush.isPicked(idOf(row), idOf(column), value.key[0] ?? null),
      }
    },
    [words, brush, rest],
  )
  const [rowName, columnName, eachName] = [down, across, each].map((dimension) => dimensionLabel(dimension, project, words)) as [string, string, string]
  const headers = useMemo(() => {
    const hints = restHints(rest, words)
    return { names: [eachName, rowName, columnName], verdict: t('slice.rest'), verdictHint: hints.verdict, rest: hints }
  }, [rowName, columnName, eachName, t, rest, words])
  const title = t('slice.panels.title', { rows: rowName, columns: columnName, each: eachName })
  const ends = { low: words.score(scale.low), high: words.score(scale.high) }
  const notes = [
    [down, across, each].some((dimension) => overlaps(dimension, project)) ? `${t('slice.overlap')} ${t('rest.multi')}` : null,
    zoomed ? t('slice.colors.zoomed.mark', ends) : null,
  ].filter((note) => note !== null)
  const legend = [t('slice.legend.crossed', { middle: words.score(scale.middle) }), restLegend(rest, words)]
  const valuesWithAnswers = panels.values.filter(({ figure }) => figure.n > 0).length

  return (
    <div className="slice-body">
      <section className="slice-chart">
        <ChartHead
          title={title}
          slice={shown.value}
          pickedCount={brush.count}
          onClear={brush.onClear}
          chart={chart}
          notes={[...legend, ...notes]}
          table={() => ({
            names: headers.names,
            verdict: headers.verdict,
            rows: cells.map(rowOf).map((row) => ({ ...row, verdict: row.verdict?.text ?? '' })),
          })}
        />
        {notes.map((note) => (
          <p key={note} className="mark">
            {note}
          </p>
        ))}
        {drawn.length === 0 ? (
          <p className="empty">{t('slice.panels.none')}</p>
        ) : (
          <HeatPanels
            panels={drawn}
            corner={{ rows: rowName, columns: columnName }}
            totalLabel={t('slice.all')}
            rows={part.rows.map(lineOf)}
            columns={part.columns.map(lineOf)}
            hint={picksHint(words)}
            legend={{ ...ends, notes: legend }}
            onClear={brush.onClear}
            ref={chart}
          />
        )}
        {valuesWithAnswers > tables.length ? (
          <p className="quiet">{t('slice.panels.largest', { shown: tables.length, all: valuesWithAnswers, each: eachName })}</p>
        ) : null}
        {whole.rows.length > part.rows.length || whole.columns.length > part.columns.length ? (
          <p className="quiet">
            {t('slice.panels.part', {
              rows: part.rows.length,
              allRows: whole.rows.length,
              columns: part.columns.length,
              allColumns: whole.columns.length,
            })}
          </p>
        ) : null}
      </section>
      <SortedFigureTable
        caption={t('slice.table', { field: headers.names.join(' × ') })}
        headers={headers}
        items={cells}
        rowOf={rowOf}
      />
    </div>
  )
}

/** As much of a panel as can be read: the lines that the whole shows. */
function partLike({ table }: PanelTable, rows: readonly LabelledRow[], columns: readonly LabelledRow[]): PanelTable['table'] {
  const [shownRows, shownColumns] = [new Set(rows.map(idOf)), new Set(columns.map(idOf))]
  return {
    ...table,
    rows: table.rows.filter((row) => shownRows.has(idOf(row))),
    columns: table.columns.filter((column) => shownColumns.has(idOf(column))),
  }
}
