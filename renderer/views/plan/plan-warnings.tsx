import type { Warning } from '../../../shared/ingest/types'
import { useWords } from '../../app/context'

const SHOWN_BY_PLAN_SCALE = 'scale-not-nps'

/** What to know before importing. */
export function PlanWarnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { t } = useWords()
  const shown = warnings.filter(({ code }) => code !== SHOWN_BY_PLAN_SCALE)
  if (shown.length === 0) return null
  return (
    <div className="card plan-warnings">
      <h2>{t('plan.warnings')}</h2>
      <ul>
        {shown.map((warning, at) => (
          <li key={at}>{t(`warning.${warning.code}`, warning.params)}</li>
        ))}
      </ul>
    </div>
  )
}
