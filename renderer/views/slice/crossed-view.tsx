import { useCallback, useMemo, useRef } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { restWords, testText } from '../../app/figures/against-rest'
import { useSession, useWords } from '../../app/context'
import { crossTable, readablePart, type CrossTable } from '../../app/figures/cross-table'
import { dimensionLabel } from '../../app/words/labels'
import { overlaps, restHints, restLegend, restView, type RestView } from '../../app/slice/rest-view'
import type { ShownSlice } from '../../app/slice/slice-state'
import type { LabelledRow } from '../../app/figures/sort-rows'
import { useCellBrush } from '../../app/slice/use-brush'
import { HeatMap } from '../../parts/heat-map'
import type { Pictured } from '../../parts/picture'
import { WithheldNote } from '../anonymous/withheld-note'
import { ChartHead } from './chart-head'
import { SortedFigureTable, type FigureRow } from './figure-table'
import { heatScale } from './heat-cell'
import { cellsOf, comparedIn, figureAt, heatCells, idOf, lineOf } from './heat-cells'
import { PanelsView } from './panels-view'
import { picksHint } from './picks-hint'

const MOST_ROWS = 20
const MOST_COLUMNS = 12

/** The score by two fields at once, for each value of a third if there is one. */
export function CrossedView({ project, shown }: { readonly project: ProjectView; readonly shown: ShownSlice }) {
  const { t } = useWords()
  const [rows, columns, each] = shown.by
  if (rows && columns && each && shown.panels) {
    return <PanelsView project={project} shown={shown} panels={shown.panels} down={rows} across={columns} each={each} />
  }
  if (rows && columns) return <Crossing project={project} shown={shown} down={rows} across={columns} />
  return (
    <div className="empty">
      <p>
        <strong>{t('slice.crossed.none')}</strong>
      </p>
      <p>{t('slice.crossed.none.hint')}</p>
    </div>
  )
}

interface Pair {
  readonly row: LabelledRow
  readonly column: LabelledRow
}

type PairRow = LabelledRow & Pair

/** What a place of the heat map shows: a cell, the total of a row or a column, or of everything. */
function useCells(table: CrossTable, rest: RestView, zoomed: boolean) {
  const words = useWords()
  const scale = useMemo(() => heatScale(table.total, cellsOf(table), zoomed), [table, zoomed])
  const cellAt = useMemo(() => heatCells(table, rest, scale, words), [table, rest, scale, words])
  return { scale, cellAt }
}

function Crossing({
  project,
  shown,
  down,
  across,
}: {
  readonly project: ProjectView
  readonly shown: ShownSlice
  readonly down: Dimension
  readonly across: Dimension
}) {
  const words = useWords()
  const { t } = words
  const { crossed, zoomed } = useSession((state) => state.slice)
  const chart = useRef<Pictured>(null)
  const brush = useCellBrush(down, across)
  const table = useMemo(
    () => crossTable(shown.value, [down, across], crossed.sort, words),
    [shown.value, down, across, crossed.sort, words],
  )
  const part = useMemo(() => readablePart(table, [down, across], [MOST_ROWS, MOST_COLUMNS]), [table, down, across])
  const rest = useMemo(() => restView(table.total, comparedIn(table), shown.by, project), [table, shown.by, project])
  const { scale, cellAt } = useCells(part, rest, zoomed)
  const pairs = useMemo(
    () =>
      table.rows
        .flatMap((row) =>
          table.columns.map((column): PairRow => {
            const figure = figureAt(table, row, column)
            const test = rest.tested(figure)
            return { ...row, figure, row, column, ...(test ? { rest: test } : {}) }
          }),
        )
        .filter(({ figure }) => figure.n > 0),
    [table, rest],
  )
  const rowOf = useCallback(
    (pair: PairRow): FigureRow => {
      const { figure } = pair
      const test = rest.of(figure)
      const [row, column] = [idOf(pair.row), idOf(pair.column)]
      return {
        id: `${row} ${column}`,
        names: [pair.row.label, pair.column.label],
        figure,
        verdict: test ? restWords(test, words) : null,
        difference: test ? testText(test, words) : null,
        ...(test ? { test } : {}),
        picked: brush.isPicked(row, column),
      }
    },
    [words, brush, rest],
  )
  const [rowName, columnName] = [dimensionLabel(down, project, words), dimensionLabel(across, project, words)]
  const headers = useMemo(() => {
    const hints = restHints(rest, words)
    return { names: [rowName, columnName], verdict: t('slice.rest'), verdictHint: hints.verdict, rest: hints }
  }, [rowName, columnName, t, rest, words])
  const title = t('slice.crossed.title', { rows: rowName, columns: columnName })
  const ends = { low: words.score(scale.low), high: words.score(scale.high) }
  const zoomNote = zoomed ? t('slice.colors.zoomed.mark', ends) : null
  const legend = [t('slice.legend.crossed', { middle: words.score(scale.middle) }), restLegend(rest, words)]
  const multiNote = [down, across].some((dimension) => overlaps(dimension, project)) ? `${t('slice.overlap')} ${t('rest.multi')}` : null

  return (
    <div className="slice-body">
      <section className="slice-chart">
        <ChartHead
          title={title}
          slice={shown.value}
          pickedCount={(brush.rows?.size ?? 0) + (brush.columns?.size ?? 0)}
          onClear={brush.onClear}
          chart={chart}
          notes={[...legend, multiNote, zoomNote].filter((note) => note !== null)}
          table={() => ({
            names: headers.names,
            verdict: headers.verdict,
            rows: pairs.map(rowOf).map((row) => ({ ...row, verdict: row.verdict?.text ?? '' })),
          })}
        />
        <WithheldNote project={project} by={shown.by} withheld={shown.value.withheld} />
        {multiNote ? <p className="mark">{multiNote}</p> : null}
        {zoomNote ? <p className="mark">{zoomNote}</p> : null}
        <HeatMap
          label={title}
          hint={picksHint(words)}
          corner={{ rows: rowName, columns: columnName }}
          totalLabel={t('slice.all')}
          rows={part.rows.map(lineOf)}
          columns={part.columns.map(lineOf)}
          cellAt={cellAt}
          legend={{ ...ends, notes: legend }}
          picked={{ rows: brush.rows, columns: brush.columns }}
          onPick={brush.onPick}
          onClear={brush.onClear}
          ref={chart}
        />
        {table.rows.length > part.rows.length || table.columns.length > part.columns.length ? (
          <p className="quiet">
            {t('slice.crossed.largest', {
              rows: part.rows.length,
              allRows: table.rows.length,
              columns: part.columns.length,
              allColumns: table.columns.length,
            })}
          </p>
        ) : null}
      </section>
      <SortedFigureTable
        caption={t('slice.table', { field: t('slice.cell', { row: rowName, column: columnName }) })}
        headers={headers}
        items={pairs}
        rowOf={rowOf}
      />
    </div>
  )
}
