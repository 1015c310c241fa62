import { useCallback, useMemo, useRef } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { restSentence, restWords, testText } from '../../app/figures/against-rest'
import { FULL_RANGE, zoomedRange } from '../../app/figures/axis-range'
import { useCommands, useResolvedTheme, useSession, useWords } from '../../app/context'
import { slicedFields } from '../../app/figures/dimension'
import { figureSentence, intervalText, shortScore } from '../../app/figures/figure-text'
import { labelRow, nameOrder, readableRows } from '../../app/figures/label-row'
import { dimensionLabel } from '../../app/words/labels'
import { markId } from '../../app/figures/mark-id'
import { overlaps as countsOptions, restHints, restLegend, restView } from '../../app/slice/rest-view'
import type { ShownSlice } from '../../app/slice/slice-state'
import { sortRows, type LabelledRow } from '../../app/figures/sort-rows'
import { useBrush } from '../../app/slice/use-brush'
import { IntervalChart, type IntervalMark } from '../../parts/interval-chart'
import type { Pictured } from '../../parts/picture'
import { WithheldNote } from '../anonymous/withheld-note'
import { ChartHead } from './chart-head'
import { FigureTable, type FigureRow } from './figure-table'
import { picksHint } from './picks-hint'

/** More rows than this are not read as a chart. */
const MOST_ROWS = 30
/** A field with so many values, and more values than half the answers, is more likely an id. */
const MANY_VALUES = 100

/** The score by one field, period or wave. */
export function FieldView({ project, shown }: { readonly project: ProjectView; readonly shown: ShownSlice }) {
  const [dimension] = shown.by
  const { t } = useWords()
  return dimension ? <Split project={project} shown={shown} dimension={dimension} /> : <p className="empty">{t('slice.no-fields')}</p>
}

function Split({
  project,
  shown,
  dimension,
}: {
  readonly project: ProjectView
  readonly shown: ShownSlice
  readonly dimension: Dimension
}) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const theme = useResolvedTheme()
  const { sort, zoomed } = useSession((state) => state.slice)
  const chart = useRef<Pictured>(null)
  const brush = useBrush(dimension)
  const { total } = shown.value

  const rest = useMemo(
    () => restView(shown.value.total, shown.value.rows.map(({ figure }) => figure), shown.by, project),
    [shown, project],
  )
  const labelled = useMemo(
    () =>
      shown.value.rows.map(({ key, figure }): LabelledRow => {
        const test = rest.tested(figure)
        return { ...labelRow(dimension, key[0] ?? null, figure, words), ...(test ? { rest: test } : {}) }
      }),
    [shown.value, dimension, words, rest],
  )
  const rows = useMemo(() => sortRows(labelled, sort, nameOrder(labelled.length, words)), [labelled, sort, words])
  const drawn = useMemo(() => {
    const scored = rows.filter(({ figure }) => figure.base !== 'tiny')
    return readableRows(scored, dimension, MOST_ROWS)
  }, [rows, dimension])
  const marks = useMemo(
    () =>
      drawn.map(({ label, key, figure, rest: test = null }): IntervalMark => {
        const verdict = test && restWords(test, words)
        return {
          id: markId(key[0] ?? null),
          label,
          base: t('slice.answers', { n: figure.n }),
          warning: figure.base === 'ok' ? null : t('slice.low'),
          score: shortScore(figure, words),
          interval: intervalText(figure, words),
          verdict: verdict?.kind === 'within-noise' ? null : verdict,
          sentence: restSentence(figureSentence(label, figure, words), test, words),
          figure,
        }
      }),
    [drawn, words, t],
  )
  const { picked } = brush
  const rowOf = useCallback(
    ({ label, key, figure }: LabelledRow): FigureRow => {
      const test = rest.of(figure)
      const id = markId(key[0] ?? null)
      return {
        id,
        names: [label],
        figure,
        verdict: test ? restWords(test, words) : null,
        difference: test ? testText(test, words) : null,
        ...(test ? { test } : {}),
        picked: picked?.has(id) ?? false,
      }
    },
    [words, picked, rest],
  )
  const field = dimensionLabel(dimension, project, words)
  const overlaps = countsOptions(dimension, project)
  const headers = useMemo(() => {
    const hints = restHints(rest, words)
    return { names: [field], verdict: t('slice.rest'), verdictHint: hints.verdict, rest: hints }
  }, [field, t, rest, words])
  const range = zoomed ? zoomedRange([...drawn.map((row) => row.figure), total]) : FULL_RANGE
  const zoomNote =
    range === FULL_RANGE ? null : t('slice.axis.zoomed.mark', { low: words.score(range.low), high: words.score(range.high) })
  const totalLabel = t('slice.chart.total', { nps: shortScore(total, words) ?? '–' })
  const legend = restLegend(rest, words)
  const multiNote = overlaps ? `${t('slice.overlap')} ${t('rest.multi')}` : null
  const tiny = rows.filter(({ figure }) => figure.base === 'tiny').length
  const part = rows.length - tiny > drawn.length
  const partKey = dimension.kind === 'period' ? 'slice.chart.latest' : 'slice.chart.largest'

  const unnamed = slicedFields(project).length === 0
  const many = dimension.kind === 'field' && rows.length > MANY_VALUES && rows.length * 2 > total.n
  // Whoever reads across from a bar to the table beside it must meet the same row.
  const isLevel = !unnamed && !many && !overlaps && zoomNote === null && drawn.every((row, at) => row === rows[at])

  return (
    <div className={`slice-body slice-body-beside${isLevel ? ' is-level' : ''}`}>
      <section className="slice-chart">
        <ChartHead
          title={t('slice.chart.title', { field })}
          slice={shown.value}
          pickedCount={picked?.size ?? 0}
          onClear={brush.onClear}
          chart={chart}
          notes={[t('slice.legend.interval', { total: totalLabel }), legend, multiNote, zoomNote].filter((note) => note !== null)}
          table={() => ({
            names: headers.names,
            verdict: headers.verdict,
            rows: rows.map(rowOf).map((row) => ({ ...row, verdict: row.verdict?.text ?? '' })),
          })}
        />
        {unnamed ? <p className="quiet">{t('slice.no-fields')}</p> : null}
        {many ? <p className="mark mark-warning">{t('slice.many', { field })}</p> : null}
        {multiNote ? <p className="mark">{multiNote}</p> : null}
        {zoomNote ? <p className="mark">{zoomNote}</p> : null}
        {drawn.length === 0 ? (
          <p className="empty">{t('slice.chart.none')}</p>
        ) : (
          <IntervalChart
            label={t('slice.chart', { field })}
            hint={picksHint(words)}
            marks={marks}
            total={total.base === 'tiny' ? null : total.nps}
            totalLabel={totalLabel}
            legend={legend}
            low={range.low}
            high={range.high}
            formatTick={words.score}
            theme={theme}
            picking={brush}
            ref={chart}
          />
        )}
        {part ? <p className="quiet">{t(partKey, { shown: drawn.length, all: rows.length })}</p> : null}
        <WithheldNote project={project} by={shown.by} withheld={shown.value.withheld} />
        {tiny > 0 && !part ? <p className="quiet">{t('slice.chart.tiny', { n: tiny })}</p> : null}
      </section>
      <FigureTable
        caption={t('slice.table', { field })}
        headers={headers}
        items={rows}
        rowOf={rowOf}
        sort={sort}
        onSort={commands.sortBy}
      />
    </div>
  )
}
