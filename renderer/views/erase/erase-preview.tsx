import { useEffect, useId, useRef, useState } from 'react'
import type { FoundRespondent } from '../../../shared/protocol/engine-api'
import { useSession, useWords } from '../../app/context'
import { erasedLines } from '../../app/project/erase-words'
import { useShown } from '../../app/project/shown-text'
import { Button } from '../../parts/button'
import { WorkProgress } from '../frame/work-progress'
import { PersonalSwitch } from '../personal/masked-note'
import { Mentions } from './mentions'

/** Who was found, what goes, and the one button that does it. */
export function ErasePreview({
  people,
  onCancel,
  onErase,
}: {
  readonly people: readonly FoundRespondent[]
  readonly onCancel: () => void
  readonly onErase: (keys: readonly string[], keep: readonly string[]) => Promise<void>
}) {
  const words = useWords()
  const { t } = words
  const shown = useShown()
  const group = useId()
  const busy = useSession((state) => state.work !== null)
  const [key, setKey] = useState<string | null>(people.length === 1 ? people[0]!.key : null)
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set())
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const person = people.find((each) => each.key === key) ?? null
  const nameOf = ({ names }: FoundRespondent): string => (names.length === 0 ? t('erase.unnamed') : names.map(shown.person).join(' · '))
  const wavesOf = ({ waves }: FoundRespondent): readonly string[] =>
    waves.map(({ name, responses, removed }) => t(removed ? 'erase.wave.removed' : 'erase.wave', { wave: name, n: responses }))
  const personal = people.some(({ names }) => names.length > 0) ? <PersonalSwitch /> : null
  return (
    <>
      {people.length > 1 ? (
        <fieldset className="method-choice">
          <legend>
            <h3 ref={head} tabIndex={-1}>
              {t('erase.several')}
            </h3>
          </legend>
          {/* First of all: masked, people of one name look alike. */}
          {personal}
          {people.map((each) => (
            <label key={each.key} className="method-option">
              <input type="radio" name={group} checked={each.key === key} onChange={() => setKey(each.key)} />
              <span>
                {nameOf(each)}
                <span className="quiet">{wavesOf(each).join(' · ')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : person ? (
        <div>
          <h3 className="erase-name" ref={head} tabIndex={-1}>
            {nameOf(person)}
          </h3>
          <ul className="erase-waves quiet">
            {wavesOf(person).map((wave) => (
              <li key={wave}>{wave}</li>
            ))}
          </ul>
          {personal}
        </div>
      ) : null}
      {person ? (
        <>
          <section className="erase-what">
            <h3>{t('erase.what')}</h3>
            <ul>
              {erasedLines(person.counts, words).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          {person.mentions.length > 0 ? <Mentions mentions={person.mentions} keep={keep} onKeep={setKeep} /> : null}
          <p className="quiet">{t('erase.outside')}</p>
        </>
      ) : null}
      {busy ? <WorkProgress /> : null}
      <p className="erase-final">{t('erase.final')}</p>
      <div className="dialog-answers">
        <Button onPress={onCancel} disabled={busy}>
          {t('erase.cancel')}
        </Button>
        <Button look="primary" disabled={busy || person === null} onPress={() => void onErase(person ? [person.key] : [], [...keep])}>
          {person ? t('erase.do', { n: person.counts.responses }) : t('erase.do.nobody')}
        </Button>
      </div>
    </>
  )
}
