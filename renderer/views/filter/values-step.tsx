import { useEffect, useMemo, useState } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Clause, ValueCount } from '../../../shared/query/types'
import { useCommands, useWords } from '../../app/context'
import { toggled, type Draft } from '../../app/filter/filter-edit'
import { findScore } from '../../app/words/find-words'
import { dimensionLabel } from '../../app/words/labels'
import { orderValues } from '../../app/figures/order-values'
import { ComboList } from '../../parts/combo-list'
import { StepFrame } from './step-frame'

const MOST = 200

/** Values of a field, a period, a score: any number of them, each with how many responses have it. */
export function ValuesStep({
  project,
  draft,
  where,
  onChange,
  onBack,
  onDone,
}: {
  readonly project: ProjectView
  readonly draft: Extract<Draft, { readonly kind: 'values' }>
  /** The other conditions: the counts keep to them. */
  readonly where: readonly Clause[]
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const words = useWords()
  const { t, count } = words
  const { valuesOf } = useCommands()
  const [query, setQuery] = useState('')
  const [counts, setCounts] = useState<readonly ValueCount[] | 'loading' | 'refused'>('loading')
  const { dimension, values } = draft

  useEffect(() => {
    let wanted = true
    void valuesOf(dimension, where).then((found) => {
      if (wanted) setCounts(found ?? 'refused')
    })
    return () => {
      wanted = false
    }
  }, [valuesOf, dimension, where])

  const all = useMemo(
    () => (typeof counts === 'string' ? [] : orderValues(dimension, counts, values, words)),
    [dimension, counts, values, words],
  )
  const found = all.filter(({ label }) => findScore(query, label) > 0)
  const label = dimensionLabel(dimension, project, words)
  const more = found.length - MOST
  return (
    <StepFrame title={label} onBack={onBack} onDone={onDone}>
      <ComboList
        label={label}
        placeholder={t('filter.values.placeholder')}
        query={query}
        onQuery={setQuery}
        several
        options={found.slice(0, MOST).map(({ id, label: words_, n, value }) => ({
          id,
          label: words_,
          detail: count(n),
          checked: values.includes(value),
        }))}
        onChoose={(id) => {
          const chosen = all.find((each) => each.id === id)
          if (chosen) onChange({ ...draft, values: toggled(values, chosen.value) })
        }}
      >
        {counts === 'refused' ? <p className="combo-none">{t('filter.values.refused')}</p> : null}
        {counts !== 'loading' && counts !== 'refused' && found.length === 0 ? (
          <p className="combo-none">{t('filter.values.none')}</p>
        ) : null}
        {more > 0 ? <p className="combo-none">{t('filter.values.more', { n: more })}</p> : null}
      </ComboList>
    </StepFrame>
  )
}
