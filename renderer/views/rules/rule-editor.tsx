import { useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../shared/base/fault'
import { faultText } from '../../../shared/locale/translate'
import type { CodeDraft, CodebookEntry } from '../../../shared/protocol/engine-api'
import { draftOf, possibleParents, sameDraft, withRule, type FullDraft } from '../../app/codebook/code-draft'
import { CODE_COLORS } from '../../app/codebook/code-palette'
import { useCommands, useSession, useWords } from '../../app/context'
import { keyLabel } from '../../app/keys/shortcut'
import { Button } from '../../parts/button'
import { InputField } from '../../parts/input-field'
import { Select } from '../../parts/select'
import { Swatches } from '../../parts/swatches'
import { CodeProperties } from '../codebook/code-properties'
import { focusList } from '../code/focus-list'
import { RuleHelp } from './rule-help'
import { RuleOutcome } from './rule-outcome'
import { RuleBreaks, RuleTests } from './rule-tests'
import { useExamples } from './use-examples'
import { RuleTools } from './rule-tools'
import { useRulePreview } from './use-rule-preview'

const NO_CODES: readonly CodebookEntry[] = []

/** Edits a code beside the list: its rule with what it would match, its name, place, colour and description. */
export function RuleEditor({ code }: { readonly code: string | null }) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = useSession((state) => state.code.codebook?.codes ?? NO_CODES)
  const added = useSession((state) => state.code.editor?.added)
  // A new code that is made of a word begins afresh.
  const unsaved = useSession((state) => (code === null && state.code.editor?.added ? null : state.code.unsaved))
  const busy = useSession((state) => state.work !== null)
  const [restored, setRestored] = useState(unsaved !== null && unsaved.id === code)
  const [edits, setEdits] = useState<Partial<FullDraft>>(() => (unsaved?.id === code ? unsaved : {}))
  const [fault, setFault] = useState<Fault | null>(null)
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const saved = draftOf(codes, code)
  const gone = code !== null && saved.id === null
  /** The code as it was there last. It may change while it is open: a rule goes along with the name of a code that it names. */
  const [known, setKnown] = useState(saved)
  if (!gone && !sameDraft(known, saved)) setKnown(saved)
  const draft: FullDraft = { ...known, ...edits }
  const [joined, setJoined] = useState<typeof added>(undefined)
  if (added && added !== joined) {
    setJoined(added)
    setEdits({ ...edits, ...withRule(draft, added) })
  }
  const id = gone ? null : code
  const state = useRulePreview(id, draft.rule)
  const examples = useExamples(id, draft)
  const change = (patch: Partial<FullDraft>): void => {
    setEdits({ ...edits, ...patch })
    setFault(null)
  }

  // What is left unsaved is kept, however the editor is left.
  const left = useRef<CodeDraft | null>(null)
  /** Being saved or removed: what the editor holds is then no longer unsaved, however often it is drawn meanwhile. */
  const settling = useRef(false)
  useEffect(() => {
    left.current = settling.current || sameDraft(draft, saved) ? null : draft
  })
  useEffect(() => {
    first.current?.focus()
    return () => commands.keepUnsaved(code, left.current)
  }, [commands, code])

  // What was added stands at the end of a rule that may be longer than its field.
  useEffect(() => {
    const field = added && code !== null ? first.current : null
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
    field?.scrollTo(0, field.scrollHeight)
  }, [added, code])

  const close = (): void => {
    commands.closeEditor()
    focusList()
  }
  /** The focus goes to the list, unless it has been put somewhere else meanwhile. */
  const leave = (): void => {
    if (document.activeElement === document.body) focusList()
  }
  const save = async (): Promise<void> => {
    if (busy || draft.name.trim() === '' || !(await examples.mayApply())) return
    settling.current = true
    left.current = null
    const refused = await commands.saveCode({ ...draft, id })
    if (refused === null) return leave()
    settling.current = false
    setFault(refused)
  }
  const remove = async (removed: string): Promise<void> => {
    settling.current = true
    left.current = null
    const refused = await commands.removeCode(removed)
    if (refused === null) return leave()
    settling.current = false
    setFault(refused)
  }
  return (
    <section
      className="rule-editor"
      aria-label={t(code === null ? 'code.editor.new' : 'code.editor.edit')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') close()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        else return
        event.preventDefault()
      }}
    >
      <div className="editor-head">
        <h2>{t(code === null ? 'code.editor.new' : 'code.editor.edit')}</h2>
        <Button onPress={close}>{t('code.editor.cancel')}</Button>
        <Button
          look="primary"
          disabled={busy || draft.name.trim() === ''}
          title={keyLabel('Mod+Enter')}
          onPress={() => void save()}
        >
          {t(examples.asked ? 'codes.breaks.save' : 'code.editor.save')}
        </Button>
      </div>
      {fault ? <Refusal fault={fault} /> : null}
      <RuleBreaks state={examples} />
      {gone ? <p className="mark mark-warning">{t('code.editor.gone')}</p> : null}
      {restored ? (
        <p className="mark">
          {t('code.editor.kept')}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              setEdits({})
              setRestored(false)
            }}
          >
            {t(code === null ? 'code.editor.kept.clear' : 'code.editor.kept.drop')}
          </button>
        </p>
      ) : null}
      <InputField
        label={t('code.editor.name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        {...(code === null ? { ref: first } : {})}
      />
      <InputField
        label={t('code.editor.rule')}
        value={draft.rule}
        rows={4}
        invalid={state.kind === 'wrong'}
        described={<RuleOutcome state={state} rule={draft.rule} color={draft.color} isNew={id === null} />}
        onChange={(rule) => change({ rule: rule.replaceAll('\n', ' ') })}
        {...(code === null ? {} : { ref: first })}
      />
      <RuleTools code={id} rule={draft.rule} state={state} changed={draft.rule !== saved.rule} />
      <RuleHelp />
      <RuleTests draft={draft} report={state.kind === 'wrong' ? null : examples.report} onChange={change} />
      <Select
        label={t('code.editor.parent')}
        value={draft.parent ?? ''}
        options={[
          { value: '', label: t('code.editor.theme') },
          ...possibleParents(codes, id).map(({ id: value, name, depth }) => ({
            value,
            label: `${'\u2003'.repeat(depth)}${name}`,
          })),
        ]}
        onChange={(parent) => change({ parent: parent === '' ? null : parent })}
      />
      <ColorChoice color={draft.color} saved={saved.color} onChange={(color) => change({ color })} />
      <InputField
        label={t('code.editor.description')}
        value={draft.description}
        rows={2}
        onChange={(description) => change({ description })}
      />
      <CodeProperties draft={draft} onChange={change} />
      {id === null ? null : (
        <div className="editor-remove">
          <Button
            disabled={busy}
            onPress={() => void remove(id)}
          >
            {t('code.editor.remove')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Refusal({ fault }: { readonly fault: Fault }) {
  const { t } = useWords()
  const { message, hint } = faultText(fault, t)
  const place = useRef<HTMLParagraphElement>(null)
  // What was pressed may be at the other end of a long editor.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [fault])
  return (
    <p className="rule-wrong" role="alert" ref={place}>
      <strong>{message}</strong> {hint}
    </p>
  )
}

function ColorChoice({
  color,
  saved,
  onChange,
}: {
  readonly color: string
  readonly saved: string
  readonly onChange: (color: string) => void
}) {
  const { t } = useWords()
  const named = CODE_COLORS.map((each) => ({ color: each.color, name: t(each.name) }))
  const own = named.some((each) => each.color === saved) ? [] : [{ color: saved, name: t('code.editor.color.own') }]
  return <Swatches label={t('code.editor.color')} value={color} options={[...own, ...named]} onChange={onChange} />
}
