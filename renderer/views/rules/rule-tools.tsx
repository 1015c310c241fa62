import { useRef, useState } from 'react'
import { useCommands, useWords } from '../../app/context'
import { useBoundKeys, useKeyCap } from '../../app/keys/use-bindings'
import { Button } from '../../parts/button'
import { replaceText } from '../../parts/replace-text'
import { AuditButton } from '../audit/audit-button'
import { NearMisses } from './near-misses'
import type { PreviewState } from './use-rule-preview'

/** Under the rule that is being edited: what it nearly matches, tidying it, auditing it. */
export function RuleTools({
  code,
  rule,
  state,
  changed,
}: {
  readonly code: string | null
  readonly rule: string
  readonly state: PreviewState
  /** Not yet as saved. */
  readonly changed: boolean
}) {
  const { t } = useWords()
  const commands = useCommands()
  const place = useRef<HTMLDivElement>(null)
  /** The rule that was found tidy. */
  const [tidied, setTidied] = useState<string | null>(null)
  const ready = state.kind !== 'wrong' && rule.trim() !== ''
  /** The field stands in the same editor. */
  const field = (): HTMLTextAreaElement | null => place.current?.closest('.rule-editor')?.querySelector('textarea') ?? null

  const tidy = async (): Promise<void> => {
    const tidied = ready ? await commands.tidyRule(rule) : null
    const text = field()
    if (tidied === null || text?.value !== rule) return
    if (tidied !== rule) replaceText(text, 0, rule.length, tidied)
    setTidied(tidied)
  }
  const tidyKey = useKeyCap('proof.tidy.key')
  useBoundKeys({ 'proof.tidy.key': () => void tidy() })
  return (
    <div className="rule-tools" ref={place}>
      <NearMisses
        code={code}
        rule={rule}
        counted={state.kind === 'counted'}
        onAdd={(word) => {
          const text = field()
          if (text) replaceText(text, text.value.trimEnd().length, text.value.length, ` | ${word}`)
        }}
      />
      <div className="rule-tools-row">
        <Button disabled={!ready} title={t('proof.tidy.title', { key: tidyKey })} onPress={() => void tidy()}>
          {t('proof.tidy')}
        </Button>
        {code === null ? null : <AuditButton code={code} disabled={changed || !ready} />}
        <span className="quiet" role="status">
          {tidied !== null && tidied === rule ? t('proof.tidy.already') : ''}
        </span>
      </div>
    </div>
  )
}
