import { differenceOf } from '../../shared/nps/difference'
import type { Difference, Figure } from '../../shared/nps/types'
import type { Dimension, PeriodUnit, SliceRow } from '../../shared/query/types'
import { groupRows } from './group-rows'
import { labelRow, largestRows } from './label-row'
import { periodLabel } from './labels'
import { fillPeriods } from './period-range'
import { NOBODY, sumFigures } from './sum-figures'
import type { Words } from './words'

export interface TrendPoint {
  readonly period: string
  readonly label: string
  readonly figure: Figure
  /** Since the last period before it in which somebody answered; null at the first. */
  readonly change: Difference | null
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
  /** A series for each of the largest values of the split. */
  readonly parts: readonly TrendSeries[]
  /** How many values the split has. */
  readonly values: number
  /** Those without a date. */
  readonly undated: Figure
}

function pointsOf(rows: readonly SliceRow[], periods: readonly string[], words: Words): readonly TrendPoint[] {
  const byPeriod = groupRows(rows, ({ key }) => key[0] ?? null)
  let before: Figure | null = null
  return periods.map((period) => {
    const figure = sumFigures((byPeriod.get(period) ?? []).map((row) => row.figure))
    const change = before && figure.n > 0 ? differenceOf(before, figure) : null
    if (figure.n > 0) before = figure
    return { period, label: periodLabel(period, words), figure, change }
  })
}

/** Rows of a slice by period, and by a second dimension if there is a split, as lines over time. */
export function trendOf(
  rows: readonly SliceRow[],
  unit: PeriodUnit,
  split: Dimension | null,
  most: number,
  words: Words,
  /** The same by period alone, where the values of the split overlap. */
  alone: readonly SliceRow[] = rows,
): TrendData {
  const dated = rows.filter(({ key }) => key[0] !== null)
  const periods = fillPeriods(
    dated.map(({ key }) => key[0] ?? ''),
    unit,
  )
  const series = (label: string, value: TrendSeries['value'], of: readonly SliceRow[]): TrendSeries => ({
    value,
    label,
    total: sumFigures(of.map(({ figure }) => figure)),
    points: pointsOf(of, periods, words),
  })
  const byValue = split ? groupRows(dated, ({ key }) => key[1] ?? null) : new Map<string | null, readonly SliceRow[]>()
  const values = split
    ? [...byValue].map(([value, of]) => labelRow(split, value, sumFigures(of.map(({ figure }) => figure)), words))
    : []
  const largest = largestRows(values, most).toSorted((a, b) => b.figure.n - a.figure.n)
  const undated = alone.filter(({ key }) => key[0] === null).map(({ figure }) => figure)
  return {
    all: series(words.t('slice.all'), undefined, alone.filter(({ key }) => key[0] !== null)),
    parts: largest.map(({ label, key }) => series(label, key[0] ?? null, byValue.get(key[0] ?? null) ?? [])),
    values: values.length,
    undated: undated.length === 0 ? NOBODY : sumFigures(undated),
  }
}
