import { useEffect } from 'react'
import type { SuggestedTag, Verbatim } from '../../../shared/protocol/engine-api'
import { matchedWords, type ShownCode } from '../../app/code/code-marks'
import { keyText } from '../../app/code/code-list'
import { useCommands, useSession, useWords } from '../../app/context'
import { useShown } from '../../app/project/shown-text'
import { suggestedFor } from '../../app/code/suggested'
import { useKeyCap } from '../../app/keys/use-bindings'
import { IconButton } from '../../parts/icon-button'
import { Swatch } from '../../parts/tag-chip'
import { useCodes } from './use-codes'

const PAUSE_MS = 120

/** Codes that the verbatim may have as well, each with its reason: accepted or refused, by key or press. */
export function Suggestions({ verbatim }: { readonly verbatim: Verbatim }) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = useCodes()
  const state = useSession(({ words }) => words)
  const { suggesting, suggested } = state
  const caps = { accept: useKeyCap('words.key.accept'), refuse: useKeyCap('words.key.refuse') }
  useSuggestionsAsked(verbatim)
  if (!suggesting)
    return (
      <button type="button" className="link suggest-switch" onClick={() => commands.suggest(true)}>
        {t('words.suggest.on')}
      </button>
    )
  const isAsked = suggested?.verbatim === keyText(verbatim)
  const tags = suggestedFor(state, verbatim).filter(({ code }) => codes.has(code))
  if (!isAsked || codes.size === 0) return null
  const { learned, fewest, byHand } = suggested.tags
  if (learned > 0 && tags.length === 0) return null
  return (
    <section className={tags.length === 0 ? 'suggestions' : 'suggestions has-some'} aria-label={t('words.suggest')}>
      <div className="suggest-head">
        <h3>{t('words.suggest')}</h3>
        {tags.length === 0 ? null : (
          <span className="suggest-keys">
            <kbd title={t('words.key.accept')}>{caps.accept}</kbd> <kbd title={t('words.key.refuse')}>{caps.refuse}</kbd>
          </span>
        )}
        <button type="button" className="link" onClick={() => commands.suggest(false)}>
          {t('words.suggest.off')}
        </button>
      </div>
      {learned === 0 ? <p className="quiet">{t('words.suggest.few', { fewest, byHand })}</p> : null}
      {tags.length === 0 ? null : (
        <ul>
          {tags.map((tag, place) => (
            <Suggestion key={tag.code} verbatim={verbatim} tag={tag} code={codes.get(tag.code)!} isFirst={place === 0} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Suggestion({
  verbatim,
  tag: { score, why },
  code,
  isFirst,
}: {
  readonly verbatim: Verbatim
  readonly tag: SuggestedTag
  readonly code: ShownCode
  readonly isFirst: boolean
}) {
  const { t, percent } = useWords()
  const commands = useCommands()
  const shown = useShown()
  const caps = { accept: useKeyCap('words.key.accept'), refuse: useKeyCap('words.key.refuse') }
  const words = matchedWords(shown.text(verbatim.text), why).map((word) => t('code.why.word', { word }))
  const withKey = (label: string, key: string): string => (isFirst && key !== '' ? `${label} (${key})` : label)
  return (
    <li className="suggestion">
      <Swatch color={code.color} />
      <div className="tag-about">
        <strong>{code.name}</strong>
        <span className="quiet" title={t('words.suggest.score')}>
          {t('words.suggest.why', { score: percent(score), words: words.join(', ') })}
        </span>
      </div>
      <IconButton
        icon="check"
        label={withKey(t('words.suggest.accept', { code: code.name }), caps.accept)}
        onPress={() => void commands.acceptSuggestion(verbatim, code.id)}
      />
      <IconButton
        icon="close"
        label={withKey(t('words.suggest.refuse', { code: code.name }), caps.refuse)}
        onPress={() => void commands.refuseSuggestion(verbatim, code.id)}
      />
    </li>
  )
}

/** Asks a moment after the verbatim, or what is known of it, has become another. */
function useSuggestionsAsked(verbatim: Verbatim): void {
  const commands = useCommands()
  const key = keyText(verbatim)
  const revision = useSession((state) => state.project?.revision)
  const suggesting = useSession((state) => state.words.suggesting)
  useEffect(() => {
    if (!suggesting) return
    const timer = setTimeout(() => void commands.suggestTags(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [commands, key, revision, suggesting])
}
