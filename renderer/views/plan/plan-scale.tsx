import { useId } from 'react'
import { NPS_SCALE } from '../../../shared/model/role'
import { rangesOf } from '../../../shared/nps/group'
import type { PlanState } from '../../app/session'
import { useCommands, useWords } from '../../app/context'

const CHOICES = ['keep', 'treat'] as const

/** The choice to make when the scores are on another scale than 0-10. */
export function PlanScale({ plan }: { readonly plan: PlanState }) {
  const { view, options } = plan
  const { t } = useWords()
  const { changePlan } = useCommands()
  const id = useId()
  if (!view.score || view.score.scale === NPS_SCALE) return null
  const groups = rangesOf(view.score.scale)
  if (!groups) {
    return (
      <section className="card plan-scale">
        <h2>{t('plan.scale.title', { scale: view.score.scale })}</h2>
        <p className="quiet">{t('plan.scale.none')}</p>
      </section>
    )
  }
  const chosen = (options.treatAsNps ?? view.treatAsNps) ? 'treat' : 'keep'
  return (
    <fieldset className="card plan-scale">
      <legend>{t('plan.scale.title', { scale: view.score.scale })}</legend>
      {CHOICES.map((choice) => (
        <div key={choice} className="choice">
          <input
            type="radio"
            id={`${id}-${choice}`}
            name={id}
            checked={choice === chosen}
            aria-describedby={`${id}-${choice}-hint`}
            onChange={() => void changePlan({ treatAsNps: choice === 'treat' })}
          />
          <label htmlFor={`${id}-${choice}`}>{t(`plan.scale.${choice}`)}</label>
          <p id={`${id}-${choice}-hint`} className="quiet">
            {t(`plan.scale.${choice}.hint`, groups)}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
