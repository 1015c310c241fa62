import { useId } from 'react'
import { useWords } from '../../app/context'

/** Of a file that begins a project: whether its people were promised not to be known. What that hides is chosen behind the import. */
export function PlanAnonymous({ checked, onChange }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="card">
      <div className="choice">
        <input type="checkbox" id={id} checked={checked} aria-describedby={`${id}-about`} onChange={({ target }) => onChange(target.checked)} />
        <label htmlFor={id}>{t('anonymous.plan')}</label>
      </div>
      <p className="quiet" id={`${id}-about`}>
        {t('anonymous.plan.hint')}
      </p>
    </div>
  )
}
