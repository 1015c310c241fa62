import { useId, useState } from 'react'
import type { DaysClause } from '../../../shared/query/types'
import { useWords } from '../../app/context'
import type { Draft } from '../../app/filter-edit'
import { StepFrame } from './step-frame'

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

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
  const id = useId()
  /** Null: nothing is being typed. */
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const commit = (): void => {
    const wanted = (typed ?? value ?? '').trim()
    const isWrong = wanted !== '' && !DAY.test(wanted)
    setWrong(isWrong)
    if (!isWrong) setTyped(null)
    if (!isWrong && wanted !== (value ?? '')) onCommit(wanted === '' ? null : wanted)
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        className="text-input"
        id={id}
        type="text"
        placeholder="2026-07-31"
        value={typed ?? value ?? ''}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          commit()
        }}
      />
      {wrong ? (
        <p className="field-wrong" id={`${id}-wrong`} role="alert">
          {t('filter.days.wrong')}
        </p>
      ) : null}
    </div>
  )
}
