import type { Mention } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'
import { useShown } from '../../app/project/shown-text'

/** Texts of others with the person's name or words: each is cut, unless somebody says that it is not about the person. */
export function Mentions({
  mentions,
  keep,
  onKeep,
}: {
  readonly mentions: readonly Mention[]
  readonly keep: ReadonlySet<string>
  readonly onKeep: (keep: ReadonlySet<string>) => void
}) {
  const { t } = useWords()
  const shown = useShown()
  return (
    <fieldset className="method-choice">
      <legend>
        <h3>{t('erase.mentions')}</h3>
      </legend>
      <p className="quiet">{t('erase.mentions.hint')}</p>
      {mentions.map(({ id, place, name, texts }) => (
        <label key={id} className="method-option">
          <input
            type="checkbox"
            checked={!keep.has(id)}
            onChange={({ target }) => onKeep(new Set(target.checked ? [...keep].filter((other) => other !== id) : [...keep, id]))}
          />
          <span>
            {t(`erase.mention.${place}`, { name })}
            {texts.map((text) => (
              <span key={text} className="quiet erase-mention">
                {shown.text(text)}
              </span>
            ))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
