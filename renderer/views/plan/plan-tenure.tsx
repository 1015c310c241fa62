import { useId } from 'react'
import { TENURE_UNITS } from '../../../shared/model/tenure'
import type { PlanState } from '../../app/session'
import { useCommands, useWords } from '../../app/context'

/** Asks what the numbers of the tenure count where the header does not say; the likeliest is chosen. */
export function PlanTenure({ plan }: { readonly plan: PlanState }) {
  const { view, options } = plan
  const { t } = useWords()
  const { changePlan } = useCommands()
  const id = useId()
  const { tenure } = view
  const column = view.columns.find(({ index }) => index === tenure?.index)
  if (!tenure || !column) return null
  const chosen = options.tenureUnit ?? tenure.unit
  const isOpen = !tenure.sure && options.tenureUnit === undefined
  return (
    <fieldset className={isOpen ? 'card plan-ask plan-scores' : 'card plan-scores'} aria-describedby={`${id}-hint`}>
      <legend>{t('tenure.title', { column: column.name })}</legend>
      <p id={`${id}-hint`}>{t('tenure.hint', { low: tenure.low, middle: tenure.middle, high: tenure.high })}</p>
      {TENURE_UNITS.map((unit) => (
        <div key={unit} className="choice">
          <input
            type="radio"
            id={`${id}-${unit}`}
            name={id}
            checked={unit === chosen}
            onChange={() => void changePlan({ tenureUnit: unit })}
            onClick={() => {
              // The likeliest is chosen already: pressing it says that it is right.
              if (unit === chosen && isOpen) void changePlan({ tenureUnit: unit })
            }}
          />
          <label htmlFor={`${id}-${unit}`}>{t(`tenure.unit.${unit}`)}</label>
        </div>
      ))}
    </fieldset>
  )
}
