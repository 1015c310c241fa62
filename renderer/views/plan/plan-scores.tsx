import { useId } from 'react'
import type { PlanState } from '../../app/session'
import { useCommands, useWords } from '../../app/context'

/** Asks which of several columns is the score; the likeliest is chosen until somebody says otherwise. */
export function PlanScores({ plan }: { readonly plan: PlanState }) {
  const { view, options } = plan
  const { t } = useWords()
  const { changePlan } = useCommands()
  const id = useId()
  const candidates = view.columns.filter(({ kind }) => kind === 'score')
  const told = Object.entries(options.roles ?? {}).find(([, role]) => role === 'score')
  // An export of Earshot's own says which it was.
  const isOpen = told !== undefined || view.warnings.some(({ code }) => code === 'several-scores')
  if (candidates.length < 2 || !isOpen) return null
  const chosen = told ? Number(told[0]) : view.score?.index
  return (
    <fieldset className="card plan-ask plan-scores" aria-describedby={`${id}-hint`}>
      <legend>{t('scores.title')}</legend>
      <p id={`${id}-hint`}>{t('scores.hint')}</p>
      {candidates.map(({ index, header, name, scale, blank }) => (
        <div key={index} className="choice">
          <input
            type="radio"
            id={`${id}-${index}`}
            name={id}
            checked={index === chosen}
            onChange={() => void changePlan({ roles: { [index]: 'score' } })}
            onClick={() => {
              // The likeliest is chosen already: pressing it says that it is right.
              if (index === chosen && !told) void changePlan({ roles: { [index]: 'score' } })
            }}
          />
          <label htmlFor={`${id}-${index}`} title={header}>
            {name} <span className="quiet">{t('scores.range', { scale: scale ?? '', n: view.rows - blank })}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}
