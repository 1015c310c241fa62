import type { Slice } from '../../../shared/query/types'
import { useSession, useWords } from '../../app/context'
import { figureInterval, figureScore, figureSentence } from '../../app/figures/figure-text'
import { GroupBar } from '../../parts/group-bar'
import { Basis } from '../basis/basis'

const GROUPS = ['promoters', 'passives', 'detractors'] as const

/** The score of everybody who passes the filter: with its interval, its base and the three groups it comes from. */
export function Headline({ slice }: { readonly slice: Slice }) {
  const words = useWords()
  const { t, count, percent } = words
  const filtered = useSession((state) => state.filter.length > 0)
  const { total } = slice
  const score = figureScore(total, words)
  const interval = figureInterval(total, words)
  return (
    <section className="headline" aria-labelledby="slice-headline">
      <div className="headline-figure">
        <h2 id="slice-headline" title={t('slice.define.nps')}>
          {t('slice.headline')}
          {filtered ? <span className="headline-filtered"> · {t('slice.filtered')}</span> : null}
        </h2>
        <p className="headline-score">{score ?? '–'}</p>
        <div className="headline-base">
          {interval ? (
            <span title={t('slice.define.interval')}>{`${t('slice.column.interval')} ${interval}`}</span>
          ) : null}
          <span>{t('slice.answers', { n: total.n })}</span>
          {total.base === 'ok' ? null : (
            <span className="low-word" title={t('slice.define.low')}>
              {t(total.base === 'low' ? 'slice.low' : 'slice.tiny')}
            </span>
          )}
        </div>
        <Basis about={t('slice.headline')} scored={total.n} />
      </div>
      <div className="headline-groups">
        <GroupBar counts={total} />
        <ul>
          {GROUPS.map((group) => (
            <li key={group} title={t(`slice.define.${group}`)}>
              <span className={`group-sign ${group}`} aria-hidden="true" />
              <span className="group-name">{t(`slice.column.${group}`)}</span>
              {total.base === 'tiny' ? (
                <strong>{count(total[group])}</strong>
              ) : (
                <>
                  <strong>{percent(total[group] / total.n)}</strong>
                  <span className="quiet">{count(total[group])}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
      {slice.nonStandard ? (
        <p className="mark mark-warning">{t('slice.non-standard', { scale: slice.nonStandard })}</p>
      ) : null}
      {slice.importing ? (
        <p className="mark" role="status">
          {t('slice.importing')}
        </p>
      ) : null}
      {/* Heard after a filter has changed; the figure itself is read as part of the screen. */}
      <p className="visually-hidden" role="status">
        {filtered ? figureSentence(t('slice.filtered'), total, words) : ''}
      </p>
    </section>
  )
}
