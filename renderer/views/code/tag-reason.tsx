import type { Tag, Verbatim } from '../../../shared/protocol/engine-api'
import { matchedWords, type ShownCode } from '../../app/code/code-marks'
import { useCommands, useWords } from '../../app/context'
import { useShown } from '../../app/project/shown-text'
import type { Words } from '../../app/words/words'
import { IconButton } from '../../parts/icon-button'
import { Swatch } from '../../parts/tag-chip'
import { useCodes } from './use-codes'

/** Why the verbatim has a code or no longer has it, and how to change that. */
export function TagReason({
  verbatim,
  tag,
  code,
}: {
  readonly verbatim: Verbatim
  readonly tag: Tag
  readonly code: ShownCode
}) {
  const words = useWords()
  const { t } = words
  const shown = useShown()
  const commands = useCommands()
  const codes = useCodes()
  const { name, color } = code
  const told = reasons({ ...verbatim, text: shown.text(verbatim.text) }, tag, words, codes.get(tag.lostTo ?? '')?.name)
  const say = (verdict: 'remove' | 'clear'): void => void commands.tagVerbatim(verbatim, tag.code, verdict)
  return (
    <li className={tag.has ? 'tag-reason' : 'tag-reason tag-removed'}>
      <Swatch color={color} />
      <div className="tag-about">
        {tag.has ? <strong>{name}</strong> : <del>{name}</del>}
        {told.map((reason, at) =>
          // What the rule says comes last, and leads on to its parts.
          tag.byRule && at === told.length - 1 ? (
            <button key={reason} type="button" className="reason-link quiet" title={t('proof.why.link')} onClick={() => commands.askWhy(tag.code)}>
              {reason}
            </button>
          ) : (
            <span key={reason} className="quiet">
              {reason}
            </span>
          ),
        )}
        {tag.byRule ? <span className="quiet">{t('codes.rule-version', { version: code.ruleVersion })}</span> : null}
        {tag.byHand && tag.byRule ? (
          <button type="button" className="link" onClick={() => say('clear')}>
            {t('code.tag.clear')}
          </button>
        ) : null}
      </div>
      <IconButton icon="edit" label={t('code.edit-rule', { code: name })} onPress={() => commands.editCode(tag.code)} />
      {tag.has ? (
        <IconButton
          icon="close"
          label={t('code.tag.remove', { code: name })}
          onPress={() => say(tag.byRule ? 'remove' : 'clear')}
        />
      ) : null}
    </li>
  )
}

function reasons({ text }: Verbatim, { has, byRule, byHand, matched, lostTo }: Tag, { t, time }: Words, winner: string | undefined): readonly string[] {
  const found = matchedWords(text, matched).map((word) => t('code.why.word', { word }))
  const rule = (key: 'code.why.rule' | 'code.why.added-too' | 'code.why.removed-rule'): string =>
    found.length === 0 ? t('code.why.absence') : t(key, { words: found.join(', ') })
  if (lostTo !== undefined) return [t('codes.why.lost', { code: winner ?? '' }), ...(byRule ? [rule('code.why.rule')] : [])]
  if (!byHand) return [rule('code.why.rule')]
  const about = { coder: byHand.coder === '' ? t('code.coder.me') : byHand.coder, time: time(byHand.at) }
  const hand = t(has ? 'code.why.added' : 'code.why.removed', about)
  return byRule ? [hand, rule(has ? 'code.why.added-too' : 'code.why.removed-rule')] : [hand]
}
