import { useId } from 'react'
import type { PlanState } from '../../app/session'
import { useCommands, useWords } from '../../app/context'

/** Offers to bring over the hand tags of an own export, where responses that are there already have others. */
export function PlanTags({ plan: { view, options } }: { readonly plan: PlanState }) {
  const { t } = useWords()
  const { changePlan } = useCommands()
  const id = useId()
  const { tags } = view
  if (!tags) return null
  const { responses, added, changed, older } = tags
  const isOffered = added + changed > 0
  const isOpen = isOffered && options.bringTags === undefined
  return (
    <section className={isOpen ? 'card plan-ask plan-tags' : 'card plan-tags'} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('tags.title', { n: responses })}</h2>
      <p>
        {[
          added > 0 ? t('tags.added', { n: added }) : null,
          changed > 0 ? t('tags.changed', { n: changed }) : null,
          older > 0 ? t('tags.older', { n: older }) : null,
          t('tags.kept'),
        ]
          .filter((sentence) => sentence !== null)
          .join(' ')}
      </p>
      {isOffered ? (
        <div className="choice">
          <input
            type="checkbox"
            id={id}
            checked={options.bringTags ?? false}
            onChange={({ target }) => void changePlan({ bringTags: target.checked })}
          />
          <label htmlFor={id}>{t('tags.bring', { n: added + changed })}</label>
        </div>
      ) : null}
    </section>
  )
}
