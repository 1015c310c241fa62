import type { Yardsticks } from '../../../shared/protocol/engine-api'
import { shortScore } from '../../app/figures/figure-text'
import type { TrendData } from '../../app/slice/trend'
import type { TrendShow } from '../../app/slice/trend-show'
import { limitNotes, windowWords, yardstickNotes, type Beside } from '../../app/slice/trend-words'
import type { Words } from '../../app/words/words'
import { rollingOf } from './beside-scores'

interface Told {
  readonly trend: TrendData
  readonly isSplit: boolean
  readonly beside: Beside
  readonly show: TrendShow
  readonly yardsticks: Yardsticks
}

/** How the chart is read, and what must be known of what it shows beside the scores. */
export function trendLegend({ trend, isSplit, beside, show, yardsticks }: Told, words: Words): { readonly legend: readonly string[]; readonly notes: readonly string[] } {
  const { t } = words
  const { unit, window, control } = beside
  const { all } = trend
  const over = window === null ? null : windowWords(unit, window, words)
  const hasLine = rollingOf(all, beside) !== null
  const scores = isSplit
    ? t('slice.legend.panels')
    : control
      ? t('trend.legend.plain')
      : t('slice.legend.trend', { total: t('slice.chart.total', { nps: shortScore(all.total, words) ?? '–' }) })
  const legend = [
    scores,
    ...(over !== null && hasLine ? [t('trend.legend.rolling', { window: over })] : []),
    ...(control ? [t('trend.legend.limits', { center: words.score(control.center) })] : []),
    ...(all.points.some((point) => point.isOpen) ? [t('trend.legend.open')] : []),
  ]
  const notes = [
    ...(over !== null && !hasLine ? [t('trend.rolling.few', { window: over })] : []),
    ...(show.limits ? limitNotes(trend.control, all.points, words) : []),
    ...(isSplit && control ? [t('trend.legend.limits.all')] : []),
    ...(show.yardsticks ? yardstickNotes(yardsticks, words) : []),
  ]
  return { legend, notes }
}
