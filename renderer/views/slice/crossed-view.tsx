import { useCallback, useMemo, useRef } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { againstRest, differenceText, restWords } from '../../app/against-rest'
import { useSession, useWords } from '../../app/context'
import { crossTable, readablePart, type CrossTable } from '../../app/cross-table'
import { dimensionLabel } from '../../app/labels'
import { markId } from '../../app/mark-id'
import type { ShownSlice } from '../../app/slice-state'
import type { LabelledRow } from '../../app/sort-rows'
import { useCellBrush } from '../../app/use-brush'
import { HeatMap, type HeatPlace } from '../../parts/heat-map'
import type { Pictured } from '../../parts/picture'
import { ChartHead } from './chart-head'
import { SortedFigureTable, type FigureRow } from './figure-table'
import { heatCell, heatScale } from './heat-cell'
import { picksHint } from './picks-hint'

const MOST_ROWS = 20
const MOST_COLUMNS = 12

/** The score by two fields at once. */
export function CrossedView({ project, shown }: { readonly project: ProjectView; readonly shown: ShownSlice }) {
  const { t } = useWords()
  const [rows, columns] = shown.by
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

const idOf = ({ key }: LabelledRow): string => markId(key[0] ?? null)
const lineOf = (line: LabelledRow) => ({ id: idOf(line), label: line.label })
const figureAt = (table: CrossTable, { row, column }: Pair) => table.at(row.key[0] ?? null, column.key[0] ?? null)

/** What a place of the heat map shows: a cell, the total of a row or a column, or of everything. */
function useCells(table: CrossTable, zoomed: boolean) {
  const words = useWords()
  const scale = useMemo(() => heatScale(table, zoomed), [table, zoomed])
  const cellAt = useMemo(() => {
    const rows = new Map(table.rows.map((row) => [idOf(row), row]))
    const columns = new Map(table.columns.map((column) => [idOf(column), column]))
    return (place: HeatPlace) => {
      const row = place.row === null ? undefined : rows.get(place.row)
      const column = place.column === null ? undefined : columns.get(place.column)
      const figure = row && column ? figureAt(table, { row, column }) : (row ?? column)?.figure
      const label = row && column ? words.t('slice.cell', { row: row.label, column: column.label }) : (row ?? column)?.label
      return heatCell(figure ?? table.total, table.total, label ?? words.t('slice.all'), scale, words)
    }
  }, [table, scale, words])
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
  const { scale, cellAt } = useCells(part, zoomed)
  const pairs = useMemo(
    () =>
      table.rows
        .flatMap((row) => table.columns.map((column): PairRow => ({ ...row, figure: figureAt(table, { row, column }), row, column })))
        .filter(({ figure }) => figure.n > 0),
    [table],
  )
  const rowOf = useCallback(
    (pair: PairRow): FigureRow => {
      const { figure } = pair
      const difference = againstRest(table.total, figure)
      const [row, column] = [idOf(pair.row), idOf(pair.column)]
      return {
        id: `${row} ${column}`,
        names: [pair.row.label, pair.column.label],
        figure,
        verdict: restWords(difference, words),
        difference: differenceText(difference, words),
        picked: brush.isPicked(row, column),
      }
    },
    [table, words, brush],
  )
  const [rowName, columnName] = [dimensionLabel(down, project, words), dimensionLabel(across, project, words)]
  const headers = useMemo(
    () => ({ names: [rowName, columnName], verdict: t('slice.rest'), verdictHint: t('slice.define.rest') }),
    [rowName, columnName, t],
  )
  const title = t('slice.crossed.title', { rows: rowName, columns: columnName })
  const ends = { low: words.score(scale.low), high: words.score(scale.high) }
  const zoomNote = zoomed ? t('slice.colors.zoomed.mark', ends) : null
  const legend = t('slice.legend.crossed', { middle: words.score(scale.middle) })

  return (
    <div className="slice-body">
      <section className="slice-chart">
        <ChartHead
          project={project}
          title={title}
          slice={shown.value}
          pickedCount={(brush.rows?.size ?? 0) + (brush.columns?.size ?? 0)}
          onClear={brush.onClear}
          chart={chart}
          notes={[legend, t('slice.legend.rest'), ...(zoomNote ? [zoomNote] : [])]}
          table={() => ({
            names: headers.names,
            verdict: headers.verdict,
            rows: pairs.map(rowOf).map((row) => ({ ...row, verdict: row.verdict?.text ?? '' })),
          })}
        />
        {zoomNote ? <p className="mark">{zoomNote}</p> : null}
        <HeatMap
          label={title}
          hint={picksHint(words)}
          corner={{ rows: rowName, columns: columnName }}
          totalLabel={t('slice.all')}
          rows={part.rows.map(lineOf)}
          columns={part.columns.map(lineOf)}
          cellAt={cellAt}
          legend={{ ...ends, notes: [legend, t('slice.legend.rest')] }}
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
