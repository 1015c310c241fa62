import { useCommands, useWords } from '../../app/context'
import type { PlanState } from '../../app/session'
import { Button } from '../../parts/button'
import { PersonalSwitch } from '../personal/masked-note'

/** What personal data the file has, what becomes of it, and the way to leave out what must not be kept. */
export function PlanPersonal({ plan: { view, options } }: { readonly plan: PlanState }) {
  const { t, count } = useWords()
  const { changePlan } = useCommands()
  const { personal } = view
  const left = options.leaveOut ?? []
  if (!personal && left.length === 0) return null
  const nameOf = (index: number): string => view.columns[index - 1]?.name ?? ''
  const { comments = [], registrations = [], persons = [], rows = 0 } = personal ?? {}
  return (
    <section className={registrations.length > 0 ? 'card plan-personal plan-warnings' : 'card plan-personal'} aria-labelledby="plan-personal">
      <h2 id="plan-personal">{t('personal.plan')}</h2>
      <ul>
        {registrations.map(({ index, n }) => (
          <li key={`rrn ${index}`}>
            {t('personal.plan.rrn', { column: nameOf(index), n })}
            <Button onPress={() => void changePlan({ leaveOut: [...left, index] })}>{t('personal.plan.leave-out', { column: nameOf(index) })}</Button>
          </li>
        ))}
        {left.map((index) => (
          <li key={`left ${index}`}>
            {t('personal.plan.left-out', { column: nameOf(index) })}{' '}
            <button type="button" className="link" onClick={() => void changePlan({ leaveOut: left.filter((each) => each !== index) })}>
              {t('personal.plan.take-in')}
            </button>
          </li>
        ))}
        {comments.map(({ kind, n, example }) => (
          <li key={kind}>{t('personal.plan.kind', { kind: t(`personal.kind.${kind}`), n, example })}</li>
        ))}
        {persons.map(({ index, kind }) => (
          <li key={`person ${index}`}>{t('personal.plan.person', { column: nameOf(index), kind: t(`personal.plan.kinds.${kind}`) })}</li>
        ))}
      </ul>
      {personal && rows < view.rows ? <p className="quiet">{t('personal.plan.part', { rows: count(rows) })}</p> : null}
      {personal ? <p>{t('personal.plan.what')}</p> : null}
      <PersonalSwitch />
    </section>
  )
}
