import { useCallback, useMemo, useRef } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension, PeriodUnit } from '../../../shared/query/types'
import type { Commands } from '../../app/commands'
import { changeWords, differenceText } from '../../app/figures/against-rest'
import { FULL_RANGE, rangeWith, zoomedRange } from '../../app/figures/axis-range'
import { useCommands, useSession, useWords } from '../../app/context'
import { dimensionLabel } from '../../app/words/labels'
import { markId } from '../../app/figures/mark-id'
import { overlaps } from '../../app/slice/rest-view'
import type { ShownSlice } from '../../app/slice/slice-state'
import type { LabelledRow } from '../../app/figures/sort-rows'
import { fiscalStart } from '../../app/project/fiscal'
import { levelsOf } from '../../../shared/query/trend-levels'
import { windowOf } from '../../app/slice/trend-show'
import type { Beside } from '../../app/slice/trend-words'
import { trendOf, type TrendPoint, type TrendSeries } from '../../app/slice/trend'
import { useBrush } from '../../app/slice/use-brush'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { Pictured } from '../../parts/picture'
import { ChartHead } from './chart-head'
import { SortedFigureTable, type FigureRow } from './figure-table'
import { besideCells, besideHeaders } from './trend-columns'
import { trendLegend } from './trend-legend'
import { TrendPanels } from './trend-panels'

const MOST_PANELS = 6

/** The score over time. */
export function TrendView({ project, shown }: { readonly project: ProjectView; readonly shown: ShownSlice }) {
  const { t } = useWords()
  const commands = useCommands()
  const [period, split] = shown.by
  if (period?.kind === 'period')
    return <Trending project={project} shown={shown} period={period} split={split ?? null} />
  if (project.anonymity) return <Empty title={t('anonymous.dates')} hint={t('anonymous.dates.hint')} action={{ label: t('anonymous.dates.go'), onPress: () => void showWaves(commands) }} />
  return (
    <div className="empty">
      <p>
        <strong>{t('slice.trend.none')}</strong>
      </p>
      <p>{t('slice.trend.none.hint')}</p>
      <Button look="primary" onPress={() => void commands.show('data')}>
        {t('slice.trend.none.data')}
      </Button>
    </div>
  )
}

async function showWaves(commands: Commands): Promise<void> {
  await commands.sliceBy({ kind: 'wave' })
  await commands.viewSlice('field')
}

interface Item extends LabelledRow {
  readonly series: TrendSeries
  readonly point: TrendPoint
}

const itemOf = (series: TrendSeries, point: TrendPoint): Item => ({
  key: [point.period],
  label: point.label,
  order: point.period,
  figure: point.figure,
  series,
  point,
})

function Trending({
  project,
  shown,
  period,
  split,
}: {
  readonly project: ProjectView
  readonly shown: ShownSlice
  readonly period: Dimension & { readonly unit: PeriodUnit }
  readonly split: Dimension | null
}) {
  const words = useWords()
  const { t } = words
  const zoomed = useSession((state) => state.slice.zoomed)
  const chart = useRef<Pictured>(null)
  const brush = useBrush(period)
  const trend = useMemo(
    () => trendOf(shown.value, split, MOST_PANELS, words, { ...(shown.extras ? { extras: shown.extras } : {}), interval: project.method.interval }),
    [shown.value, shown.extras, split, words, project.method.interval],
  )
  const show = useSession((state) => state.trendShow)
  const { unit } = period
  const start = fiscalStart(project)
  const beside = useMemo((): Beside => {
    const periods = trend.all.points.map((point) => point.period)
    return {
      unit,
      window: show.rolling ? windowOf(show, unit) : null,
      control: show.limits && trend.control?.canDraw ? trend.control : null,
      levels: show.yardsticks ? levelsOf(project.yardsticks, periods, start) : [],
    }
  }, [trend, unit, show, start, project.yardsticks])
  const series = useMemo(() => [trend.all, ...trend.parts], [trend])
  const items = useMemo(
    () => series.flatMap((each) => each.points.filter(({ figure }) => figure.n > 0).map((point) => itemOf(each, point))),
    [series],
  )
  const { picked } = brush
  const pointName = useCallback(({ label, isOpen }: TrendPoint): string => (isOpen ? t('trend.point.so-far', { period: label }) : label), [t])
  const rowOf = useCallback(
    ({ series: { value, label }, point }: Item): FigureRow => {
      const id = markId(point.period)
      return {
        id: value === undefined ? id : `${id} ${markId(value)}`,
        names: split ? [pointName(point), label] : [pointName(point)],
        figure: point.figure,
        verdict: point.change && changeWords(point.change, words),
        difference: point.change && differenceText(point.change, words),
        change: point.change,
        picked: picked?.has(id) ?? false,
      }
    },
    [split, words, picked, pointName],
  )
  const unitName = t(`slice.period.${period.unit}`)
  const splitName = split ? dimensionLabel(split, project, words) : null
  const headers = useMemo(
    () => ({
      names: splitName === null ? [unitName] : [unitName, splitName],
      verdict: t('slice.change'),
      verdictHint: t('slice.define.change'),
    }),
    [unitName, splitName, t],
  )
  const range = useMemo(
    () => (zoomed ? rangeWith(zoomedRange(series.flatMap((each) => each.points.map(({ figure }) => figure))), beside.levels) : FULL_RANGE),
    [series, zoomed, beside],
  )
  const zoomNote =
    range === FULL_RANGE ? null : t('slice.axis.zoomed.mark', { low: words.score(range.low), high: words.score(range.high) })
  const { legend, notes } = trendLegend({ trend, isSplit: split !== null, beside, show, yardsticks: project.yardsticks }, words)
  const multiNote = split && overlaps(split, project) ? t('rest.multi.panels') : null
  const title =
    splitName === null
      ? t('slice.trend.title', { unit: period.unit })
      : t('slice.trend.title.split', { unit: period.unit, field: splitName })

  return (
    <div className="slice-body">
      <section className="slice-chart">
        <ChartHead
          title={title}
          slice={shown.value}
          pickedCount={picked?.size ?? 0}
          onClear={brush.onClear}
          chart={chart}
          notes={[...legend, ...notes, multiNote, zoomNote].filter((note) => note !== null)}
          table={() => ({
            names: headers.names,
            verdict: headers.verdict,
            more: besideHeaders(beside, words),
            rows: items.map((item) => {
              const row = rowOf(item)
              const { points, value } = item.series
              return { ...row, verdict: row.verdict?.text ?? '', more: besideCells(item.point, points.indexOf(item.point), value === undefined, beside, words) }
            }),
          })}
        />
        {multiNote ? <p className="mark">{multiNote}</p> : null}
        {zoomNote ? <p className="mark">{zoomNote}</p> : null}
        {trend.all.points.length === 0 ? (
          <p className="empty">{t('slice.trend.undated')}</p>
        ) : (
          <TrendPanels
            title={title}
            legend={legend.join(' ')}
            all={trend.all}
            parts={trend.parts}
            split={split}
            beside={beside}
            range={range}
            brush={brush}
            ref={chart}
          />
        )}
        {notes.length > 0 && trend.all.points.length > 0 ? (
          <ul className="trend-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : null}
        {trend.values > trend.parts.length ? (
          <p className="quiet">{t('slice.trend.largest', { shown: trend.parts.length, all: trend.values })}</p>
        ) : null}
        {trend.undated.n > 0 ? <p className="quiet">{t('slice.trend.left-out', { n: trend.undated.n })}</p> : null}
      </section>
      <SortedFigureTable
        caption={t('slice.table', { field: headers.names.join(' × ') })}
        headers={headers}
        items={items}
        rowOf={rowOf}
      />
    </div>
  )
}
