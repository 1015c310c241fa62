import type { Warning } from '../../../shared/ingest/types'
import { useWords } from '../../app/context'

/** What to know before importing. */
export function PlanWarnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  const { t } = useWords()
  if (warnings.length === 0) return null
  return (
    <div className="card plan-warnings">
      <h2>{t('plan.warnings')}</h2>
      <ul>
        {warnings.map((warning, at) => (
          <li key={at}>{t(`warning.${warning.code}`, warning.params)}</li>
        ))}
      </ul>
    </div>
  )
}
