import type { Warning } from '../../../shared/ingest/types'
import { useCommands, useWords } from '../../app/context'
import type { PlanState } from '../../app/session'
import { Button } from '../../parts/button'

/** These are asked about in cards of their own. */
const SHOWN_ELSEWHERE: ReadonlySet<Warning['code']> = new Set(['scale-not-nps', 'several-scores', 'tenure-unit'])

/** Those that have no card of their own. */
export const shownWarnings = (warnings: readonly Warning[]): readonly Warning[] =>
  warnings.filter(({ code }) => !SHOWN_ELSEWHERE.has(code))

/** What to know before importing. */
export function PlanWarnings({ plan: { view, options } }: { readonly plan: PlanState }) {
  const { t } = useWords()
  const { changePlan } = useCommands()
  const shown = shownWarnings(view.warnings)
  const isLiteral = options.read?.quotes === 'literal'
  if (shown.length === 0 && !isLiteral) return null
  return (
    <div className="card plan-warnings">
      <h2>{t('plan.warnings')}</h2>
      <ul>
        {shown.map((warning, at) => (
          <li key={at}>
            {t(`warning.${warning.code}`, warning.params)}
            {warning.code === 'unterminated-quote' ? (
              <Button onPress={() => void changePlan({ read: { quotes: 'literal' } })}>{t('plan.quotes')}</Button>
            ) : null}
          </li>
        ))}
        {isLiteral ? (
          <li>
            {t('plan.quotes.literal')}{' '}
            <button type="button" className="link" onClick={() => void changePlan({ read: { quotes: 'obeyed' } })}>
              {t('plan.quotes.obey')}
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
