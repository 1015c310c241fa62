import { isIsoDay } from '../../../shared/base/day'
import type { DaysClause } from '../../../shared/query/types'
import { useWords } from '../../app/context'
import type { Draft } from '../../app/filter/filter-edit'
import { TakenField } from '../../parts/taken-field'
import { StepFrame } from './step-frame'

/** From a day to a day, each as 2026-07-31. */
export function DaysStep({
  draft,
  onChange,
  onBack,
  onDone,
}: {
  readonly draft: DaysClause
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const { t } = useWords()
  return (
    <StepFrame title={t('filter.topic.days')} onBack={onBack} onDone={onDone}>
      <div className="condition-form">
        <div className="condition-range">
          <DayField label={t('filter.from')} value={draft.from} onCommit={(from) => onChange({ ...draft, from })} />
          <DayField label={t('filter.to')} value={draft.to} onCommit={(to) => onChange({ ...draft, to })} />
        </div>
        <p className="quiet">{t('filter.days.hint')}</p>
      </div>
    </StepFrame>
  )
}

function DayField({ label, value, onCommit }: { readonly label: string; readonly value: string | null; readonly onCommit: (day: string | null) => void }) {
  const { t } = useWords()
  return (
    <TakenField
      label={label}
      shown={value ?? ''}
      placeholder="2026-07-31"
      onTake={(wanted) => {
        if (wanted !== '' && !isIsoDay(wanted)) return t('filter.days.wrong')
        if (wanted !== (value ?? '')) onCommit(wanted === '' ? null : wanted)
        return null
      }}
    />
  )
}
