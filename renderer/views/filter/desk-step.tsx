import { useState } from 'react'
import { assertNever } from '../../../shared/base/assert'
import { MARK_KINDS } from '../../../shared/model/records'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { DeskClause, LengthClause, MarksClause, QuestionClause, SampleClause } from '../../../shared/query/types'
import { useWords } from '../../app/context'
import { toggled, type Draft } from '../../app/filter/filter-edit'
import { findScore } from '../../app/words/find-words'
import { Button } from '../../parts/button'
import { ComboList } from '../../parts/combo-list'
import { Segmented } from '../../parts/segmented'
import { DaysStep } from './days-step'
import { NumberField } from './number-field'
import { OriginStep } from './origin-step'
import { RuleStep } from './rule-step'
import { StepFrame } from './step-frame'

interface Step {
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}

/** The second step of a condition of the coding desk. */
export function DeskStep({ project, draft, ...step }: Step & { readonly project: ProjectView; readonly draft: DeskClause }) {
  switch (draft.kind) {
    case 'origin':
      return <OriginStep draft={draft} {...step} />
    case 'length':
      return <LengthStep draft={draft} {...step} />
    case 'rule':
      return <RuleStep draft={draft} {...step} />
    case 'days':
      return <DaysStep draft={draft} {...step} />
    case 'marks':
      return <MarksStep draft={draft} {...step} />
    case 'question':
      return <QuestionStep project={project} draft={draft} {...step} />
    case 'sample':
      return <SampleStep draft={draft} {...step} />
    case 'changed':
    case 'suggested':
      return <PlainStep kind={draft.kind} {...step} />
    default:
      return assertNever(draft)
  }
}

function LengthStep({ draft, onChange, onBack, onDone }: Step & { readonly draft: LengthClause }) {
  const { t } = useWords()
  return (
    <StepFrame title={t('filter.topic.length')} onBack={onBack} onDone={onDone}>
      <div className="condition-form">
        <div className="condition-range">
          <NumberField label={t('filter.from')} value={draft.from} onCommit={(from) => onChange({ ...draft, from })} />
          <NumberField label={t('filter.to')} value={draft.to} onCommit={(to) => onChange({ ...draft, to })} />
        </div>
        <p className="quiet">{t('filter.length.hint')}</p>
        <div className="condition-range">
          <Button onPress={() => onChange({ ...draft, from: null, to: 20 })}>{t('filter.length.short')}</Button>
          <Button onPress={() => onChange({ ...draft, from: 200, to: null })}>{t('filter.length.long')}</Button>
        </div>
      </div>
    </StepFrame>
  )
}

function MarksStep({ draft, onChange, onBack, onDone }: Step & { readonly draft: MarksClause }) {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  return (
    <StepFrame title={t('filter.topic.marks')} onBack={onBack} onDone={onDone}>
      <Segmented
        label={t('filter.marks.verdict')}
        hideLabel
        value={draft.has ? 'has' : 'not'}
        options={[
          { value: 'has', label: t('filter.marks.has') },
          { value: 'not', label: t('filter.marks.has-not') },
        ]}
        onChange={(value) => onChange({ ...draft, has: value === 'has' })}
      />
      <ComboList
        label={t('filter.topic.marks')}
        placeholder={t('filter.topic.marks')}
        query={query}
        onQuery={setQuery}
        several
        options={MARK_KINDS.map((id) => ({ id, label: t(`desk.mark.${id}`), checked: draft.marks.includes(id) })).filter(({ label }) => findScore(query, label) > 0)}
        onChoose={(id) => {
          const kind = MARK_KINDS.find((each) => each === id)
          if (kind) onChange({ ...draft, marks: toggled(draft.marks, kind) })
        }}
      />
    </StepFrame>
  )
}

function QuestionStep({ project, draft, onChange, onBack, onDone }: Step & { readonly project: ProjectView; readonly draft: QuestionClause }) {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const questions = project.fields.filter(({ role }) => role === 'comment')
  return (
    <StepFrame title={t('filter.topic.question')} onBack={onBack} onDone={onDone}>
      <ComboList
        label={t('filter.topic.question')}
        placeholder={t('filter.question.placeholder')}
        query={query}
        onQuery={setQuery}
        several
        options={questions.map(({ id, name }) => ({ id, label: name, checked: draft.fields.includes(id) })).filter(({ label }) => findScore(query, label) > 0)}
        onChoose={(id) => onChange({ ...draft, fields: toggled(draft.fields, id) })}
      />
    </StepFrame>
  )
}

const MOST_SEED = 1_000_000

function SampleStep({ draft, onChange, onBack, onDone }: Step & { readonly draft: SampleClause }) {
  const { t } = useWords()
  return (
    <StepFrame title={t('filter.topic.sample')} onBack={onBack} onDone={onDone}>
      <div className="condition-form">
        <div className="condition-range">
          <NumberField label={t('filter.sample.n')} value={draft.n === 0 ? null : draft.n} onCommit={(n) => onChange({ ...draft, n: n ?? 0 })} />
          <NumberField label={t('filter.sample.seed')} value={draft.seed} onCommit={(seed) => onChange({ ...draft, seed: seed ?? 0 })} />
        </div>
        <p className="quiet">{t('filter.sample.hint')}</p>
        <Button onPress={() => onChange({ ...draft, n: draft.n || 100, seed: (draft.seed + 1) % MOST_SEED })}>{t('filter.sample.again')}</Button>
      </div>
    </StepFrame>
  )
}

/** There is nothing about it to choose. */
function PlainStep({ kind, onBack, onDone }: Step & { readonly kind: 'changed' | 'suggested' }) {
  const { t } = useWords()
  return (
    <StepFrame title={t(`filter.topic.${kind}`)} onBack={onBack} onDone={onDone}>
      <p className="condition-form quiet">{t(`queue.${kind}.none.hint`)}</p>
    </StepFrame>
  )
}
