import { useState } from 'react'
import { ORIGINS } from '../../../shared/query/desk-clauses'
import type { OriginClause } from '../../../shared/query/types'
import { useSession, useWords } from '../../app/context'
import { toggled, type Draft } from '../../app/filter/filter-edit'
import { findScore } from '../../app/words/find-words'
import { ComboList } from '../../parts/combo-list'
import { Segmented } from '../../parts/segmented'
import { StepFrame } from './step-frame'

const ANY = 'any'

/** Codes by rule, by hand, or by hand against the rule. */
export function OriginStep({
  draft,
  onChange,
  onBack,
  onDone,
}: {
  readonly draft: OriginClause
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const { t } = useWords()
  const codebook = useSession((state) => state.code.codebook)
  const [query, setQuery] = useState('')
  const chosen = draft.codes === ANY ? [] : draft.codes
  const options = [
    { id: ANY, label: t('filter.codes.whatever'), checked: draft.codes === ANY },
    ...(codebook?.codes ?? []).map(({ id, name, depth }) => ({ id: `code ${id}`, label: `${'\u2003'.repeat(depth)}${name}`, checked: chosen.includes(id) })),
  ]
  return (
    <StepFrame title={t('filter.topic.origin')} onBack={onBack} onDone={onDone}>
      <Segmented
        label={t('filter.origin.label')}
        hideLabel
        value={draft.origin}
        options={ORIGINS.map((value) => ({ value, label: t(`filter.origin.by.${value}`) }))}
        onChange={(origin) => onChange({ ...draft, origin })}
      />
      <ComboList
        label={t('filter.topic.code')}
        placeholder={t('filter.codes.placeholder')}
        query={query}
        onQuery={setQuery}
        several
        options={options.filter(({ label }) => findScore(query, label) > 0)}
        onChoose={(id) => onChange({ ...draft, codes: id === ANY ? (draft.codes === ANY ? [] : ANY) : toggled(chosen, id.slice('code '.length)) })}
      />
    </StepFrame>
  )
}
