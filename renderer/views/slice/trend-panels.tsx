import { useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import type { Dimension } from '../../../shared/query/types'
import { changeWords } from '../../app/figures/against-rest'
import type { AxisRange } from '../../app/figures/axis-range'
import { useResolvedTheme, useWords } from '../../app/context'
import { figureSentence, shortScore } from '../../app/figures/figure-text'
import { markId } from '../../app/figures/mark-id'
import { periodSentence, type Beside } from '../../app/slice/trend-words'
import type { TrendSeries } from '../../app/slice/trend'
import { useBrush, type Brush } from '../../app/slice/use-brush'
import type { Drawn } from '../../parts/chart-canvas'
import type { Pictured } from '../../parts/picture'
import { TrendChart, type TrendAxes, type TrendMark } from '../../parts/trend-chart'
import { trendPicture } from '../../parts/trend-picture'
import { besideScores } from './beside-scores'
import { trendHint } from './picks-hint'

const nameOf = ({ value }: TrendSeries): string => (value === undefined ? 'all' : markId(value))

const mostAnswers = (series: readonly TrendSeries[]): number =>
  Math.max(0, ...series.flatMap(({ points }) => points.map(({ figure }) => figure.n)))

/** Everybody over time and, beside it on the same axes, each of the largest values of a split. */
export function TrendPanels({
  title,
  legend,
  all,
  parts,
  split,
  beside,
  range,
  brush,
  ref,
}: {
  readonly title: string
  readonly legend: string
  readonly all: TrendSeries
  readonly parts: readonly TrendSeries[]
  readonly split: Dimension | null
  readonly beside: Beside
  readonly range: AxisRange
  readonly brush: Brush
  readonly ref: Ref<Pictured>
}) {
  const words = useWords()
  const panels = useRef(new Map<string, { readonly title: string; readonly drawn: Drawn }>())
  const series = useMemo(() => [all, ...parts], [all, parts])
  useImperativeHandle(
    ref,
    () => ({
      picture: (about) => {
        const shown = series.flatMap((each) => panels.current.get(nameOf(each)) ?? [])
        const drawn = shown.flatMap((panel) => {
          const drawing = panel.drawn.drawing()
          return drawing ? [{ title: panel.title, drawing }] : []
        })
        const colors = shown[0]?.drawn.colors()
        return colors && drawn.length > 0 ? trendPicture(about, drawn, colors) : null
      },
    }),
    [series],
  )
  const allScores = useMemo(
    () => all.points.map(({ figure }) => (figure.base === 'tiny' ? null : figure.nps)),
    [all],
  )
  // The centre of the limits says nearly the same as the score of all.
  const allTotal = useMemo(
    () => all.points.map(() => (beside.control || all.total.base === 'tiny' ? null : all.total.nps)),
    [all, beside],
  )
  const besideParts = useMemo((): Beside => ({ ...beside, control: null }), [beside])
  // Bars of the parts are as high as each other's; everybody's would dwarf them.
  const mostOfParts = useMemo(() => mostAnswers(parts), [parts])
  return (
    <figure className="trend-chart" aria-label={title}>
      <div className={parts.length > 0 ? 'trend-panels' : 'trend-panels trend-panels-one'}>
        {series.map((each) => {
          const whole = each.value === undefined
          const name = nameOf(each)
          return (
            <Panel
              key={name}
              series={each}
              split={whole ? null : split}
              reference={whole ? allTotal : allScores}
              beside={whole ? beside : besideParts}
              named={parts.length === 0}
              range={range}
              most={whole ? mostAnswers([each]) : mostOfParts}
              brush={brush}
              onDrawn={(heading, drawn) => {
                if (drawn) panels.current.set(name, { title: heading, drawn })
                else panels.current.delete(name)
              }}
            />
          )
        })}
      </div>
      <figcaption className="chart-caption">
        <span>{legend}</span> <span className="chart-hint">{trendHint(words)}</span>
      </figcaption>
    </figure>
  )
}

function Panel({
  series,
  split,
  reference,
  beside,
  named,
  range,
  most,
  brush,
  onDrawn,
}: {
  readonly series: TrendSeries
  /** What the value of the series is one of; null for everybody. */
  readonly split: Dimension | null
  readonly reference: readonly (number | null)[]
  readonly beside: Beside
  /** Whether there is room for the names of lines. */
  readonly named: boolean
  readonly range: AxisRange
  readonly most: number
  readonly brush: Brush
  readonly onDrawn: (heading: string, drawn: Drawn | null) => void
}) {
  const words = useWords()
  const { t, count } = words
  const theme = useResolvedTheme()
  const { label, total, points } = series
  const marks = useMemo(
    () =>
      points.map((point, at): TrendMark => {
        const { period, label: name, figure, change } = point
        const verdict = change && changeWords(change, words)
        const about = split ? t('slice.cell', { row: label, column: name }) : name
        const sentence = figureSentence(about, figure, words)
        return {
          id: markId(period),
          label: name,
          sentence: periodSentence(verdict ? t('slice.sentence.change', { sentence, verdict: verdict.text }) : sentence, point, at, beside, words),
          figure,
        }
      }),
    [points, split, label, beside, words, t],
  )
  const drawn = useMemo(() => besideScores(series, beside, named, words), [series, beside, named, words])
  const axes = useMemo(
    (): TrendAxes => ({
      ...range,
      most,
      answersLabel: t('slice.column.n'),
      formatTick: words.score,
      formatCount: count,
    }),
    [range, most, words, t, count],
  )
  const heading = `${label} ${shortScore(total, words) ?? '–'} · ${t('slice.answers', { n: total.n })}`
  return (
    <section className="trend-panel">
      <h3>
        {split ? <ValueButton dimension={split} value={series.value ?? null} label={label} /> : label}{' '}
        <span className="trend-total">{shortScore(total, words) ?? '–'}</span>{' '}
        <span className="quiet">{t('slice.answers', { n: total.n })}</span>
        {total.base === 'ok' ? null : (
          <span className="low-word"> {t(total.base === 'low' ? 'slice.low' : 'slice.tiny')}</span>
        )}
      </h3>
      <TrendChart
        label={t('slice.trend.chart', { label })}
        marks={marks}
        reference={reference}
        beside={drawn}
        axes={axes}
        theme={theme}
        picking={brush}
        ref={(chart) => onDrawn(heading, chart)}
      />
    </section>
  )
}

/** The name of a panel; pressing it picks its value. */
function ValueButton({
  dimension,
  value,
  label,
}: {
  readonly dimension: Dimension
  readonly value: string | null
  readonly label: string
}) {
  const brush = useBrush(dimension)
  const id = markId(value)
  const picked = brush.picked?.has(id) ?? false
  return (
    <button
      type="button"
      className="trend-value"
      aria-pressed={picked}
      onClick={(event) => brush.onPick(id, event.ctrlKey || event.metaKey || event.shiftKey)}
    >
      {picked ? <span className="picked-sign">✓ </span> : null}
      {label}
    </button>
  )
}
