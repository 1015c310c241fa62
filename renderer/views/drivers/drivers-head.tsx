import { DRIVER_BASES, type DriversWithin } from '../../../shared/protocol/drivers'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { hasLevels } from '../../app/drivers/drivers-rows'
import { DRIVER_LEVELS } from '../../app/drivers/drivers-state'
import { baseWords } from '../../app/drivers/drivers-words'
import { figureScore } from '../../app/figures/figure-text'
import { Segmented } from '../../parts/segmented'

const TERMS = ['contribution', 'adjusted', 'base'] as const

/** Whose score it is about, what is ranked, and what the figures claim. */
export function DriversHead({ value, project }: { readonly value: DriversWithin; readonly project: ProjectView }) {
  const words = useWords()
  const { t, score } = words
  const commands = useCommands()
  const { base, level, isStale } = useSession((state) => state.drivers)
  const { total, nonStandard } = value
  const isScored = figureScore(total, words) !== null && total.nps !== null && total.low !== null && total.high !== null
  return (
    <section className="drivers-head" aria-label={t('drivers.base')}>
      <div className="drivers-controls">
        <Segmented
          label={t('drivers.base')}
          value={base}
          options={DRIVER_BASES.map((each) => ({ value: each, label: t(`drivers.base.${each}`) }))}
          onChange={(chosen) => void commands.setDriverBase(chosen)}
        />
        {hasLevels(value) ? (
          <Segmented
            label={t('drivers.level')}
            value={level}
            options={DRIVER_LEVELS.map((each) => ({ value: each, label: t(`drivers.level.${each}`) }))}
            onChange={(chosen) => void commands.setDriverLevel(chosen)}
          />
        ) : null}
        <p className="drivers-state" role="status">
          {isStale ? t('drivers.stale') : ''}
        </p>
      </div>
      <p className="drivers-score" title={t('drivers.define.base')} aria-live="polite">
        {isScored ? (
          <strong>
            {t('drivers.score', {
              nps: score(total.nps ?? 0),
              range: t('slice.range', { low: score(total.low ?? 0), high: score(total.high ?? 0) }),
            })}
          </strong>
        ) : null}{' '}
        {baseWords(value, words)}
      </p>
      <p className="drivers-claim">{t('drivers.claim')}</p>
      {nonStandard ? <p className="mark mark-warning">{t('slice.non-standard', { scale: nonStandard })}</p> : null}
      <details className="drivers-define">
        <summary>{t('drivers.define')}</summary>
        <dl>
          {TERMS.map((term) => (
            <div key={term}>
              <dt>{t(`drivers.term.${term}`)}</dt>
              <dd>{t(`drivers.define.${term}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('drivers.define.noise')}</p>
        <p className="quiet">{t('drivers.version', { version: project.codebookVersion })}</p>
      </details>
    </section>
  )
}
