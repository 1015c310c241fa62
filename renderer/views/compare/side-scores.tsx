import type { Clause } from '../../../shared/query/types'
import { FULL_RANGE, zoomedRange } from '../../app/figures/axis-range'
import type { SideId } from '../../app/compare/compare-sides'
import { sidesTable } from '../../app/compare/compare-tables'
import { useCommands, useWords } from '../../app/context'
import { figureSentence, intervalText, shortScore } from '../../app/figures/figure-text'
import { ticksOf } from '../../app/figures/nice-axis'
import { whiskerPicture } from '../../parts/whisker-picture'
import { WhiskerRows, type WhiskerMark } from '../../parts/whisker-rows'
import { CompareCopy } from './compare-copy'
import type { Shown } from './shown'
import type { Side } from './side'

const WIDE_STEP = 50
const STEP = 20

/** Both scores with their intervals on one axis. */
export function SideScores({
  sides,
  value,
  names,
  open,
}: Pick<Shown, 'value' | 'names'> & { readonly sides: readonly Side[]; readonly open: (side: SideId) => readonly Clause[] }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const range = zoomedRange(sides.map(({ figure }) => figure))
  const step = range === FULL_RANGE ? WIDE_STEP : range.high - range.low > 5 * STEP ? 2 * STEP : STEP
  const marks = sides.flatMap(({ id, label, figure }): readonly WhiskerMark[] => {
    const score = shortScore(figure, words)
    if (score === null || figure.nps === null || figure.low === null || figure.high === null) return []
    return [
      {
        id,
        label,
        note: t('slice.answers', { n: figure.n }),
        warning: figure.base === 'ok' ? null : t('compare.state.low'),
        middle: figure.nps,
        low: figure.low,
        high: figure.high,
        tone: 'score',
        value: score,
        detail: intervalText(figure, words) ?? '',
        sentence: figureSentence(label, figure, words),
      },
    ]
  })
  const axis = { ...range, ticks: ticksOf(range.low, range.high, step) }
  return (
    <section className="compare-half">
      <div className="compare-head">
        <h3 title={t('slice.define.interval')}>{t('compare.scores.title')}</h3>
        <CompareCopy
          title={t('copy.scores', names)}
          value={value}
          names={names}
          picture={(about, colors) => (marks.length === 0 ? null : whiskerPicture(about, { marks, axis, formatTick: words.score }, colors))}
          table={() => sidesTable(value, names, words)}
        />
      </div>
      {marks.length === 0 ? (
        <p className="quiet">{t('slice.chart.none')}</p>
      ) : (
        <WhiskerRows
          label={t('compare.scores')}
          hint={
            range === FULL_RANGE
              ? t('compare.keys.open')
              : t('slice.axis.zoomed.mark', { low: words.score(range.low), high: words.score(range.high) })
          }
          marks={marks}
          axis={axis}
          formatTick={words.score}
          onPress={(id) => void commands.openCompared(open(id === 'from' ? 'from' : 'to'))}
        />
      )}
    </section>
  )
}
