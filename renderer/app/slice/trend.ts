import { controlChart, type ControlChart } from '../../../shared/nps/control-chart'
import { differenceOf } from '../../../shared/nps/difference'
import type { IntervalMethod } from '../../../shared/nps/interval'
import type { Difference, Figure } from '../../../shared/nps/types'
import type { Dimension, Slice, SliceRow } from '../../../shared/query/types'
import type { TrendExtras } from '../../../shared/protocol/engine-api'
import { fillPeriods } from '../../../shared/query/period'
import { groupRows } from '../figures/group-rows'
import { labelRow, largestRows } from '../figures/label-row'
import { periodLabel } from '../words/labels'
import { NOBODY, sumFigures } from '../figures/sum-figures'
import type { Words } from '../words/words'

export interface TrendPoint {
  readonly period: string
  readonly label: string
  readonly figure: Figure
  /** Since the last period before it in which somebody answered; null at the first. */
  readonly change: Difference | null
  /** Of the pooled answers of this period and those before it; null where there is none. */
  readonly rolling: Figure | null
  /** The period is not complete: its answers are those so far. */
  readonly isOpen: boolean
}

export interface TrendSeries {
  /** Undefined: everybody. */
  readonly value: string | null | undefined
  readonly label: string
  readonly total: Figure
  readonly points: readonly TrendPoint[]
}

export interface TrendData {
  readonly all: TrendSeries
  /** The control chart of everybody; null without answers in complete periods. */
  readonly control: ControlChart | null
  /** A series for each of the largest values of the split. */
  readonly parts: readonly TrendSeries[]
  /** How many values the split has. */
  readonly values: number
  /** Those without a date. */
  readonly undated: Figure
}

/** Rows of a slice by period, and by a second dimension if there is a split. */
export interface TrendSource extends Pick<Slice, 'rows' | 'margins'> {
  /** Of everybody, dated or not. Where each person counts once, it is less than the periods together. */
  readonly total?: Figure
}

/** What else there is to know of them. */
export interface TrendAbout {
  readonly extras?: TrendExtras | null
  readonly interval?: IntervalMethod
}

/** The scores of a slice as lines over time. */
export function trendOf(source: TrendSource, split: Dimension | null, most: number, words: Words, { extras, interval }: TrendAbout = {}): TrendData {
  const { open = null, rolling = [], parts: rollingParts = [] } = extras ?? {}
  const { rows } = source
  // By period alone: the values of the split may overlap.
  const alone = source.margins?.[0] ?? rows
  const sum = (of: readonly SliceRow[]): Figure => sumFigures(of.map(({ figure }) => figure), interval)
  const dated = rows.filter(({ key }) => key[0] !== null)
  const periods = fillPeriods(dated.map(({ key }) => key[0] ?? ''))
  const pointsOf = (of: readonly SliceRow[], pooled: readonly SliceRow[]): readonly TrendPoint[] => {
    const byPeriod = groupRows(of, ({ key }) => key[0] ?? null)
    const rollingOf = new Map(pooled.map(({ key, figure }) => [key[0] ?? null, figure]))
    let before: Figure | null = null
    return periods.map((period) => {
      const figure = sum(byPeriod.get(period) ?? [])
      const change = before && figure.n > 0 ? differenceOf(before, figure) : null
      if (figure.n > 0) before = figure
      return { period, label: periodLabel(period, words), figure, change, rolling: rollingOf.get(period) ?? null, isOpen: period === open }
    })
  }
  const byValue = split ? groupRows(dated, ({ key }) => key[1] ?? null) : new Map<string | null, readonly SliceRow[]>()
  const pooledOf = groupRows(rollingParts, ({ key }) => key[1] ?? null)
  const values = split ? [...byValue].map(([value, of]) => labelRow(split, value, sum(of), words)) : []
  const largest = largestRows(values, most).toSorted((a, b) => b.figure.n - a.figure.n)
  const undated = alone.filter(({ key }) => key[0] === null)
  const ofAll = alone.filter(({ key }) => key[0] !== null)
  const all: TrendSeries = {
    value: undefined,
    label: words.t('slice.all'),
    total: undated.length === 0 && source.total ? source.total : sum(ofAll),
    points: pointsOf(ofAll, rolling),
  }
  return {
    all,
    control: controlChart(all.points.map(({ figure }) => figure), all.points.map(({ isOpen }) => isOpen)),
    parts: largest.map(({ label, key, figure }): TrendSeries => {
      const value = key[0] ?? null
      return { value, label, total: figure, points: pointsOf(byValue.get(value) ?? [], pooledOf.get(value) ?? []) }
    }),
    values: values.length,
    undated: undated.length === 0 ? NOBODY : sum(undated),
  }
}
