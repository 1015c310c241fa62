import { useEffect, useRef } from 'react'
import { verbatimAt } from '../../app/code/code-list'
import { marksOf } from '../../app/code/code-marks'
import { hasCode } from '../../app/code/code-tags'
import { useCommands, useSession, useWords } from '../../app/context'
import { useKeyCap } from '../../app/keys/use-bindings'
import { Button } from '../../parts/button'
import { MarkedText } from '../../parts/marked-text'
import { useShown } from '../../app/project/shown-text'
import { ScoreChip } from '../../parts/score-chip'
import { Swatch, TagChip } from '../../parts/tag-chip'
import { CodePicker } from './code-picker'
import { focusList } from './focus-list'
import { RowRepeats } from './row-repeats'
import { scoreLabel } from './score-label'
import { Suggestions } from './suggestions'
import { useCodes } from './use-codes'
import { VerbatimMarks } from './verbatim-marks'

/** One verbatim, big, with its codes and the keys that give them: nothing else, and no mouse needed. */
export function FocusView() {
  const words = useWords()
  const { t, day } = words
  const commands = useCommands()
  const codes = useCodes()
  const verbatim = useSession(({ code }) => (code.list ? verbatimAt(code.list, code.cursor) : null))
  const cursor = useSession((state) => state.code.cursor)
  const total = useSession((state) => state.code.list?.total ?? 0)
  const hint = {
    next: useKeyCap('code.key.next'),
    uncoded: useKeyCap('code.key.uncoded'),
    pick: useKeyCap('code.key.pick'),
    nothing: useKeyCap('desk.key.nothing'),
    undo: useKeyCap('keys.undo'),
  }
  const shown = useShown()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    section.current?.focus({ preventScroll: true })
    // The list is there again when this has gone.
    return focusList
  }, [])
  const given = verbatim?.tags.filter(({ has, code }) => has && codes.has(code)) ?? []
  return (
    <section className="focus-view" aria-label={t('focus.title')} tabIndex={0} ref={section}>
      <div className="focus-head">
        <h2 className="visually-hidden">{t('focus.title')}</h2>
        {verbatim ? <ScoreChip score={verbatim.score} group={verbatim.group} label={scoreLabel(verbatim, words)} /> : null}
        <span className="quiet">
          {[verbatim?.day ? day(`${verbatim.day}T00:00:00`) : '', ...(verbatim?.segments.map(({ value }) => shown.text(value)) ?? [])].filter((fact) => fact !== '').join(' · ')}
        </span>
        <span className="read-place quiet" role="status">
          {total > 0 ? t('code.read.place', { place: cursor + 1, total }) : ''}
        </span>
        <Button look="quiet" onPress={() => commands.setFocus(false)}>
          {t('focus.leave')} <kbd>Esc</kbd>
        </Button>
      </div>
      {verbatim ? (
        <div className="focus-body">
          <p className="focus-text" aria-live="polite">
            <MarkedText text={shown.text(verbatim.text)} spans={marksOf(verbatim, codes)} />
          </p>
          <RowRepeats verbatim={verbatim} />
          <div className="focus-tags">
            {given.length === 0 ? <span className="quiet">{t('code.codes.none')}</span> : null}
            {given.map(({ code, byHand }) => (
              <TagChip key={code} name={codes.get(code)?.name ?? ''} color={codes.get(code)?.color ?? ''} byHand={byHand ? t('code.by-hand') : null} />
            ))}
          </div>
          <Suggestions verbatim={verbatim} />
          <VerbatimMarks verbatim={verbatim} />
          <ul className="focus-codes" aria-label={t('focus.codes')}>
            {[...codes.values()].map(({ id, name, color, key }) =>
              key === null ? null : (
                <li key={id}>
                  <button type="button" className="focus-code" aria-pressed={hasCode(verbatim, id)} onClick={() => void commands.toggleCode(id)}>
                    <kbd>{key.toUpperCase()}</kbd>
                    <Swatch color={color} />
                    <span className="picker-name">{name}</span>
                  </button>
                </li>
              ),
            )}
          </ul>
        </div>
      ) : (
        <p className="quiet">{t('focus.empty')}</p>
      )}
      <p className="focus-hint quiet">{t('focus.hint', hint)}</p>
      <CodePicker />
    </section>
  )
}
