import { useEffect, useRef, useState } from 'react'
import type { Explanation } from '../../../shared/coding/explain'
import type { Verbatim } from '../../../shared/protocol/engine-api'
import type { ShownCode } from '../../app/code/code-marks'
import { hasCode } from '../../app/code/code-tags'
import { useCommands, useSession, useWords } from '../../app/context'
import { reasonsOf } from '../../app/code/explain-words'
import { findScore } from '../../app/words/find-words'
import { useShown } from '../../app/project/shown-text'
import { ComboList } from '../../parts/combo-list'
import { IconButton } from '../../parts/icon-button'
import { Swatch } from '../../parts/tag-chip'
import { ExplainedRule } from './explained-rule'
import { focusList } from './focus-list'
import { useCodes } from './use-codes'

/** With letters left out a name would be found in place of the one that is meant. */
const SURE = 2

/** Why the verbatim has a code, or has it not: the parts of the code's rule, and which of them decides. */
export function WhyPanel({ verbatim, explanation }: { readonly verbatim: Verbatim; readonly explanation: Explanation | null }) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = useCodes()
  const why = useSession((state) => state.code.why)
  const panel = useRef<HTMLElement>(null)
  const asked = why !== null
  const id = why?.code ?? null
  useEffect(() => {
    if (asked) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [asked, id, explanation])
  useEffect(() => {
    // The line in which the code was chosen is gone, and the focus with it.
    if (id !== null && document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
  }, [id])
  if (!why) return null
  const code = id === null ? undefined : codes.get(id)
  const close = (): void => {
    commands.closeWhy()
    focusList()
  }
  const title = code ? t(hasCode(verbatim, code.id) ? 'proof.why.yes' : 'proof.why.not', { code: code.name }) : t('proof.why.choose')
  return (
    <section
      className="why-panel"
      aria-label={title}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        close()
      }}
    >
      <div className="why-head">
        <h2>
          {code ? <Swatch color={code.color} /> : null} {title}
        </h2>
        <IconButton icon="close" label={t('proof.why.close')} onPress={close} />
      </div>
      {code ? <Answer verbatim={verbatim} code={code} explanation={explanation} /> : <CodeChoice verbatim={verbatim} />}
    </section>
  )
}

function CodeChoice({ verbatim }: { readonly verbatim: Verbatim }) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = useCodes()
  const [query, setQuery] = useState('')
  const ranked = [...codes.values()]
    .filter(({ id }) => !hasCode(verbatim, id))
    .map((code) => ({ code, score: findScore(query, code.name) }))
    .filter(({ score }) => query.trim() === '' || score >= SURE)
    .toSorted((a, b) => b.score - a.score)
  return (
    <ComboList
      label={t('proof.why.choose')}
      placeholder={t('proof.why.type')}
      query={query}
      onQuery={setQuery}
      options={ranked.map(({ code }) => ({ id: code.id, label: code.name }))}
      onChoose={(code) => commands.askWhy(code)}
    >
      {ranked.length === 0 ? <p className="combo-none">{t('code.pick.none')}</p> : null}
    </ComboList>
  )
}

function Answer({ verbatim, code, explanation }: { readonly verbatim: Verbatim; readonly code: ShownCode; readonly explanation: Explanation | null }) {
  const words = useWords()
  const { t } = words
  const shown = useShown()
  const commands = useCommands()
  const codes = useCodes()
  const tag = verbatim.tags.find((each) => each.code === code.id)
  if (!explanation) return <p className="quiet">{t('code.preview.waiting')}</p>
  const { holds, root } = explanation
  const by = tag?.byHand ? (tag.has ? 'added' : 'removed') : null
  return (
    <>
      {by === 'added' ? <p>{t('proof.why.added')}</p> : null}
      {root === null ? <p>{t(code.rule.trim() === '' ? 'proof.why.blank' : 'proof.why.broken')}</p> : null}
      {root && holds ? (
        <p role="status">
          {tag?.lostTo === undefined
            ? t(by === 'removed' ? 'proof.why.removed' : tag?.has ? 'proof.why.matches' : 'proof.why.kept')
            : t('proof.why.lost', { code: codes.get(tag.lostTo)?.name ?? '' })}
        </p>
      ) : null}
      {root && !holds ? (
        <div role="status">
          <p>{t('proof.why.fails')}</p>
          <ul className="why-reasons">
            {[...new Set(reasonsOf(root, shown.text(verbatim.text), words))].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {root ? <ExplainedRule root={root} text={shown.text(verbatim.text)} /> : null}
      <div className="why-actions">
        <button type="button" className="link" onClick={() => commands.askWhy(null)}>
          {t('proof.why.other')}
        </button>
        <button type="button" className="link" onClick={() => commands.editCode(code.id)}>
          {t('code.edit-rule', { code: code.name })}
        </button>
      </div>
    </>
  )
}
