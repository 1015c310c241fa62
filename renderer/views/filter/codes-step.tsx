import { useState } from 'react'
import { useSession, useWords } from '../../app/context'
import { toggled, type Draft } from '../../app/filter-edit'
import { findScore } from '../../app/find-words'
import { ComboList, type ComboOption } from '../../parts/combo-list'
import { Segmented } from '../../parts/segmented'
import { StepFrame } from './step-frame'

const ANY = 'any'

/** Codes that the comments have, or do not have. */
export function CodesStep({
  draft,
  onChange,
  onBack,
  onDone,
}: {
  readonly draft: Extract<Draft, { readonly kind: 'codes' }>
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const { t, count } = useWords()
  const codebook = useSession((state) => state.code.codebook)
  const [query, setQuery] = useState('')
  const codes = codebook?.codes ?? []
  const { has } = draft
  const chosen = draft.codes === ANY ? [] : draft.codes
  const any = t('filter.codes.whatever')
  const options: readonly ComboOption[] = [
    { id: ANY, label: any, checked: draft.codes === ANY },
    ...codes.map(({ id, name, n, depth }) => ({
      id: `code ${id}`,
      label: depth > 0 ? `${'\u2003'.repeat(depth)}${name}` : name,
      detail: count(n),
      checked: chosen.includes(id),
    })),
  ]
  const found = options.filter(({ label }) => findScore(query, label) > 0)
  return (
    <StepFrame title={t('filter.topic.code')} onBack={onBack} onDone={onDone}>
      <Segmented
        label={t('filter.codes.verdict')}
        hideLabel
        value={has ? 'has' : 'not'}
        options={[
          { value: 'has', label: t('filter.codes.has') },
          { value: 'not', label: t('filter.codes.has-not') },
        ]}
        onChange={(value) => onChange({ ...draft, has: value === 'has' })}
      />
      <ComboList
        label={t('filter.topic.code')}
        placeholder={t('filter.codes.placeholder')}
        query={query}
        onQuery={setQuery}
        several
        options={found}
        onChoose={(id) => {
          if (id === ANY) return onChange({ ...draft, codes: draft.codes === ANY ? [] : ANY })
          onChange({ ...draft, codes: toggled(chosen, id.slice('code '.length)) })
        }}
      >
        {codes.length === 0 ? <p className="combo-none">{t('filter.codes.empty')}</p> : null}
      </ComboList>
    </StepFrame>
  )
}
