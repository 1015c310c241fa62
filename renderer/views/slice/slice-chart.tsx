import type { Figure } from '../../../shared/nps/types'
import { FULL_RANGE, zoomedRange } from '../../app/axis-range'
import { useResolvedTheme, useSession, useWords } from '../../app/context'
import { figureSentence, shortScore } from '../../app/figure-text'
import type { LabelledRow } from '../../app/sort-rows'
import { IntervalChart, type IntervalMark } from '../../parts/interval-chart'

const MOST_ROWS = 60

/** The rows as dots on their intervals. */
export function SliceChart({
  field,
  rows,
  total,
}: {
  readonly field: string
  readonly rows: readonly LabelledRow[]
  readonly total: Figure
}) {
  const words = useWords()
  const { t } = words
  const zoomed = useSession((state) => state.slice.zoomed)
  const theme = useResolvedTheme()
  const scored = rows.filter(({ figure }) => figure.base !== 'tiny')
  const drawn = scored.slice(0, MOST_ROWS)
  const tiny = rows.length - scored.length
  const range = zoomed ? zoomedRange([...drawn.map((row) => row.figure), total]) : FULL_RANGE
  const marks = drawn.map(({ label, key, figure }): IntervalMark => {
    const { low, high, base } = figure
    const score = shortScore(figure, words)
    return {
      id: key[0] === null ? 'blank' : `value ${key[0]}`,
      label,
      base: t('slice.answers', { n: figure.n }),
      warning: base === 'ok' ? null : t(base === 'low' ? 'slice.low' : 'slice.tiny'),
      score,
      interval:
        score === null || low === null || high === null
          ? null
          : t('slice.range', { low: words.bound(low), high: words.bound(high) }),
      sentence: figureSentence(label, figure, words),
      figure,
    }
  })
  return (
    <section className="slice-chart">
      {zoomed && range !== FULL_RANGE ? (
        <p className="mark">
          {t('slice.axis.zoomed.mark', { low: words.bound(range.low), high: words.bound(range.high) })}
        </p>
      ) : null}
      {drawn.length === 0 ? (
        <p className="empty">{t('slice.chart.none')}</p>
      ) : (
        <IntervalChart
          label={t('slice.chart', { field })}
          hint={t('slice.chart.keys')}
          marks={marks}
          total={total.base === 'tiny' ? null : total.nps}
          totalLabel={t('slice.chart.total', { nps: shortScore(total, words) ?? '–' })}
          low={range.low}
          high={range.high}
          formatTick={words.score}
          theme={theme}
        />
      )}
      {scored.length > drawn.length ? (
        <p className="quiet">{t('slice.chart.part', { shown: drawn.length, all: scored.length })}</p>
      ) : null}
      {tiny > 0 ? <p className="quiet">{t('slice.chart.tiny', { n: tiny })}</p> : null}
    </section>
  )
}
