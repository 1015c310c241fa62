import { useEffect, useId, useRef, useState } from 'react'
import type { Fault } from '../../../shared/base/fault'
import type { RuleClause } from '../../../shared/query/types'
import { useCommands, useWords } from '../../app/context'
import type { Draft } from '../../app/filter/filter-edit'
import { Button } from '../../parts/button'
import { RuleWrong } from '../rules/rule-outcome'
import { StepFrame } from './step-frame'

/** A rule that comments match. It takes effect with Enter, if it is right. */
export function RuleStep({
  draft,
  onChange,
  onBack,
  onDone,
}: {
  readonly draft: RuleClause
  readonly onChange: (draft: Draft) => void
  readonly onBack: () => void
  readonly onDone: () => void
}) {
  const { t } = useWords()
  const { checkRule } = useCommands()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(draft.rule)
  const [fault, setFault] = useState<Fault | null>(null)
  useEffect(() => input.current?.focus(), [])
  const take = async (): Promise<void> => {
    const rule = typed.trim()
    const wrong = rule === '' ? null : await checkRule(rule)
    setFault(wrong)
    if (wrong) return
    if (rule !== draft.rule) onChange({ ...draft, rule })
    onDone()
  }
  return (
    <StepFrame title={t('filter.topic.rule')} onBack={onBack} onDone={() => void take()}>
      <form
        className="condition-text"
        onSubmit={(event) => {
          event.preventDefault()
          void take()
        }}
      >
        <label className="field-label" htmlFor={id}>
          {t('filter.rule.label')}
        </label>
        <input
          ref={input}
          className="text-input"
          id={id}
          type="text"
          value={typed}
          placeholder={t('filter.rule.example')}
          spellCheck={false}
          aria-invalid={fault ? true : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        {fault ? <RuleWrong fault={fault} rule={typed.trim()} /> : null}
        <Button look="primary" onPress={() => void take()}>
          {t('filter.text.apply')}
        </Button>
      </form>
    </StepFrame>
  )
}
