import { useEffect, useId, useRef, useState } from 'react'
import type { ExampleKind } from '../../../shared/coding/judge-examples'
import type { ExamplesReport, JudgedText } from '../../../shared/protocol/engine-api'
import { cleanTexts } from '../../../shared/model/code-properties'
import type { FullDraft } from '../../app/codebook/code-draft'
import { verbatimAt } from '../../app/code/code-list'
import { useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { IconButton } from '../../parts/icon-button'
import { InputField } from '../../parts/input-field'
import { MarkedText } from '../../parts/marked-text'
import { useShown } from '../../app/project/shown-text'
import { breaks, type ExamplesState } from './use-examples'

const PROPERTY = { must_hit: 'mustHit', must_miss: 'mustMiss' } as const satisfies Readonly<Record<ExampleKind, keyof FullDraft>>
const LONG = 120

/** Texts that the rule must match, and such that it must not, each with a lamp that follows the rule as it is written. */
export function RuleTests({
  draft,
  report,
  onChange,
}: {
  readonly draft: FullDraft
  readonly report: ExamplesReport | null
  readonly onChange: (patch: Partial<FullDraft>) => void
}) {
  const { t, shown } = useWords()
  const read = useSession(({ code }) => (code.list ? verbatimAt(code.list, code.cursor) : null))
  const [typed, setTyped] = useState('')
  const id = useId()
  const add = (kind: ExampleKind, text: string): void => {
    const property = PROPERTY[kind]
    const other = PROPERTY[kind === 'must_hit' ? 'must_miss' : 'must_hit']
    const clean = cleanTexts([text])
    const rest = (draft[other] ?? []).filter((each) => !clean.includes(each))
    onChange({ [property]: cleanTexts([...(draft[property] ?? []), ...clean]), [other]: rest })
  }
  const remove = (kind: ExampleKind, text: string): void => {
    const property = PROPERTY[kind]
    onChange({ [property]: (draft[property] ?? []).filter((each) => each !== text) })
  }
  const addTyped = (kind: ExampleKind): void => {
    if (typed.trim() === '') return
    add(kind, typed)
    setTyped('')
  }
  const judged = new Map(report?.examples.map((one) => [`${one.kind} ${one.text}`, one]))
  return (
    <section className="rule-tests" aria-labelledby={id}>
      <h3 id={id} className="field-label">
        {t('codes.examples')}
      </h3>
      {(['must_hit', 'must_miss'] as const).map((kind) => {
        const texts = draft[PROPERTY[kind]] ?? []
        return texts.length === 0 ? null : (
          <ul key={kind} aria-label={t(`codes.examples.${kind}`)}>
            {texts.map((text) => (
              <Test key={text} kind={kind} text={text} judged={judged.get(`${kind} ${text}`) ?? null} color={draft.color} onRemove={() => remove(kind, text)} />
            ))}
          </ul>
        )
      })}
      <div className="rule-test-add">
        <InputField label={t('codes.examples.add')} value={typed} onChange={setTyped} />
        <Button onPress={() => addTyped('must_hit')} disabled={typed.trim() === ''}>
          {t('codes.examples.add.must_hit')}
        </Button>
        <Button onPress={() => addTyped('must_miss')} disabled={typed.trim() === ''}>
          {t('codes.examples.add.must_miss')}
        </Button>
      </div>
      {read ? (
        <div className="rule-test-read">
          <span className="quiet">{t('codes.examples.read', { text: shortened(shown.text(read.text)) })}</span>
          <button type="button" className="link" onClick={() => add('must_hit', read.text)}>
            {t('codes.example.keep.must_hit')}
          </button>
          <button type="button" className="link" onClick={() => add('must_miss', read.text)}>
            {t('codes.example.keep.must_miss')}
          </button>
        </div>
      ) : null}
    </section>
  )
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text)

function Test({
  kind,
  text,
  judged,
  color,
  onRemove,
}: {
  readonly kind: ExampleKind
  readonly text: string
  readonly judged: JudgedText | null
  readonly color: string
  readonly onRemove: () => void
}) {
  const { t } = useWords()
  const masked = useShown().text(text)
  const shown = masked.length > LONG ? `${masked.slice(0, LONG)}…` : masked
  const word = judged === null ? t('codes.lamp.waiting') : t(`codes.lamp.${kind}.${judged.holds ? 'holds' : 'fails'}`)
  return (
    <li className="rule-test">
      <span className={judged && !judged.holds ? 'lamp is-failing' : 'lamp'}>
        {judged === null ? null : <Icon name={judged.holds ? 'check' : 'close'} />}
        {word}
      </span>
      <span className="rule-test-text" title={masked === shown ? undefined : masked}>
        <MarkedText text={shown} spans={(judged?.matched ?? []).filter(({ to }) => to <= LONG).map((span) => ({ ...span, color }))} />
      </span>
      <IconButton icon="close" label={t('codes.examples.remove', { text: shortened(masked) })} onPress={onRemove} />
    </li>
  )
}

/** What saving would break, said once before it applies. */
export function RuleBreaks({ state: { report, asked } }: { readonly state: ExamplesState }) {
  const { t, shown: { text: masked } } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const shown = asked && report !== null && breaks(report)
  useEffect(() => {
    if (shown) place.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  if (!shown) return null
  const own = report.examples.filter(({ holds, held }) => !holds && held !== false)
  return (
    <div className="rule-breaks" role="alert" ref={place}>
      <p>
        <strong>{t('codes.breaks', { n: own.length + report.others.length })}</strong> {t('codes.breaks.hint')}
      </p>
      <ul>
        {own.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>{t(`codes.breaks.${kind}`, { text: shortened(masked(text)) })}</li>
        ))}
        {report.others.map(({ code, name, kind, text }) => (
          <li key={`${code} ${kind} ${text}`}>{t(`codes.breaks.other.${kind}`, { name, text: shortened(masked(text)) })}</li>
        ))}
      </ul>
    </div>
  )
}
