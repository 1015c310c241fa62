import { useState } from 'react'
import { useSession, useWords } from '../../app/context'
import { toggled, type Draft } from '../../app/filter/filter-edit'
import { findScore } from '../../app/words/find-words'
import { ComboList, type ComboOption } from '../../parts/combo-list'
import { Segmented } from '../../parts/segmented'
import { StepFrame } from './step-frame'

const ANY = 'any'
const NONE = 'none'

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
  const options: readonly ComboOption[] = [
    { id: ANY, label: t('filter.codes.whatever'), checked: draft.codes === ANY && has },
    { id: NONE, label: t('filter.codes.nothing'), checked: draft.codes === ANY && !has },
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
      {chosen.length === 0 ? null : (
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
      )}
      <ComboList
        label={t('filter.topic.code')}
        placeholder={t('filter.codes.placeholder')}
        query={query}
        onQuery={setQuery}
        several
        options={found}
        onChoose={(id) => {
          const already = options.find((option) => option.id === id)?.checked === true
          if (id === ANY || id === NONE) return onChange({ kind: 'codes', codes: already ? [] : ANY, has: already || id === ANY })
          onChange({ kind: 'codes', codes: toggled(chosen, id.slice('code '.length)), has: draft.codes === ANY || has })
        }}
      >
        {codes.length === 0 ? <p className="combo-none">{t('filter.codes.empty')}</p> : null}
      </ComboList>
    </StepFrame>
  )
}
