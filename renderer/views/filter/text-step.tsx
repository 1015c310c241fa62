import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../app/context'
import type { Draft } from '../../app/filter/filter-edit'
import { Button } from '../../parts/button'
import { StepFrame } from './step-frame'

/** Words that a comment contains. They take effect with Enter: every letter would look through every comment. */
export function TextStep({
  draft,
  onChange,
  onBack,
  onDone,
}: {
  readonly draft: Extract<Draft, { readonly kind: 'text' }>
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const { t } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(draft.text)
  useEffect(() => input.current?.focus(), [])
  const take = (): void => {
    if (typed.trim() !== draft.text) onChange({ kind: 'text', text: typed })
    onDone()
  }
  return (
    <StepFrame title={t('filter.topic.text')} onBack={onBack} onDone={take}>
      <form
        className="condition-text"
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <label className="field-label" htmlFor={id}>
          {t('filter.text.label')}
        </label>
        <input
          ref={input}
          className="text-input"
          id={id}
          type="text"
          value={typed}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button look="primary" onPress={take}>
          {t('filter.text.apply')}
        </Button>
      </form>
    </StepFrame>
  )
}
