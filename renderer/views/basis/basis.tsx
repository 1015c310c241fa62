import { useId, useRef, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { filterWords } from '../../app/words/filter-words'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'

/** What the figures beside it rest on: responses, filter, interval, who counts, and the codebook. `about` names the figures. */
export function Basis({ about, scored }: { readonly about: string; readonly scored: number }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const project = useSession((state) => state.project)
  const filter = useSession((state) => state.filter)
  const codebook = useSession((state) => state.code.codebook)
  const responses = useSession((state) => state.responses)
  if (!project) return null
  const { method, accepted, codes, codebookVersion } = project
  const facts = [
    [t('basis.responses'), t('basis.responses.text', { responses: responses ?? accepted, all: accepted, scored })],
    [t('basis.filter'), filterWords(filter, project, codebook, words).sentence],
    [t('basis.interval'), t('basis.interval.text', { method: t(`method.interval.${method.interval}`) })],
    [t('basis.counted'), t(method.perPerson ? 'method.person.short' : 'basis.counted.answers')],
    ...(codes > 0 ? [[t('basis.codebook'), t('basis.codebook.text', { version: codebookVersion, n: codes })]] : []),
  ]
  return (
    <>
      <button
        type="button"
        className="icon-button basis-button"
        aria-label={t('basis.of', { about })}
        title={t('basis.title')}
        popoverTarget={id}
        aria-expanded={open}
      >
        <Icon name="basis" />
      </button>
      <div
        className="menu basis"
        id={id}
        ref={panel}
        popover="auto"
        role="group"
        aria-label={t('basis.title')}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open ? (
          <>
            <strong>{t('basis.title')}</strong>
            <dl>
              {facts.map(([name, text]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
            <div className="basis-acts">
              <Button onPress={() => void commands.show('code')}>{t('basis.open')}</Button>
              <Button
                onPress={() => {
                  panel.current?.hidePopover()
                  commands.openLayer('method')
                }}
              >
                {t('method.title')}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </>
  )
}
