import { useEffect, useMemo, useRef, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { withoutClause } from '../../app/filter/filter-edit'
import { filterWords } from '../../app/words/filter-words'
import { useBoundKeys, useKeyCap } from '../../app/keys/use-bindings'
import { Icon } from '../../parts/icon'
import { SavedViews } from './saved-views'
import { ConditionEditor } from './condition-editor'

const FOLDED_FROM = 2

/** Which responses all screens look at, as a sentence whose conditions can be changed. */
export function FilterBar() {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const project = useSession((state) => state.project)
  const filter = useSession((state) => state.filter)
  const codebook = useSession((state) => state.code.codebook)
  const screen = useSession((state) => state.screen)
  const panel = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const chips = useRef<HTMLUListElement>(null)
  /** Where the panel was called from. */
  const place = useRef<HTMLElement>(null)
  const editing = useSession((state) => state.condition)
  /** In a narrow window many conditions are folded into their number. */
  const [unfolded, setUnfolded] = useState(false)
  const folds = filter.length > FOLDED_FROM

  useEffect(() => {
    if (editing === null || !panel.current) return
    const from = place.current ?? add.current
    place.current = null
    // The button itself moves while the sentence changes.
    panel.current.style.setProperty('--from', `${from?.getBoundingClientRect().left ?? 0}px`)
    panel.current.showPopover()
    panel.current.querySelector('input')?.focus()
  }, [editing])
  useEffect(() => () => commands.editCondition(null), [commands])

  const edit = (at: number, from: HTMLElement | null): void => {
    place.current = from
    commands.editCondition(at)
  }
  const remove = (at: number): void => {
    void commands.setFilter(withoutClause(filter, at))
    // The next condition comes to its place, and the focus stays there; after the last there is none.
    if (at < filter.length - 1) return
    const before = chips.current?.children[at - 1]?.querySelector<HTMLElement>('.chip-remove')
    const target = before ?? add.current
    target?.focus()
  }
  const conditionKey = useKeyCap('keys.condition')
  useBoundKeys({ 'keys.condition': () => edit(filter.length, add.current) }, screen !== 'code')

  const sentence = useMemo(
    () => (project ? filterWords(filter, project, codebook, words) : null),
    [project, filter, codebook, words],
  )
  if (!project || !sentence) return null
  return (
    <section
      className={folds && !unfolded ? 'filter-bar filter-folded' : 'filter-bar'}
      aria-label={t('filter.label')}
    >
      {sentence.lead === '' ? null : <span className="filter-word">{sentence.lead}</span>}
      {folds ? (
        <button
          type="button"
          className="filter-fold"
          aria-expanded={unfolded}
          title={sentence.sentence}
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('filter.folded', { n: filter.length })} <Icon name={unfolded ? 'up' : 'down'} />
        </button>
      ) : null}
      <ul className="filter-chips" ref={chips} hidden={filter.length === 0}>
        {sentence.conditions.map((condition, at) => (
          <li key={at} className="chip">
            <button
              type="button"
              className="chip-words"
              title={t('filter.change', { condition })}
              onClick={(event) => edit(at, event.currentTarget)}
            >
              {condition}
            </button>
            <button
              type="button"
              className="chip-remove"
              aria-label={t('filter.remove', { condition })}
              title={t('filter.remove', { condition })}
              onClick={() => remove(at)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {sentence.trail === '' ? null : <span className="filter-word">{sentence.trail}</span>}
      <button
        ref={add}
        type="button"
        className="filter-add"
        title={t('app.shortcut', { action: t('keys.condition'), keys: conditionKey })}
        onClick={(event) => edit(filter.length, event.currentTarget)}
      >
        <Icon name="plus" /> {t('filter.add')}
      </button>
      <SavedViews />
      {filter.length > 1 ? (
        <button
          type="button"
          className="link filter-clear"
          onClick={() => {
            void commands.setFilter([])
            add.current?.focus()
          }}
        >
          {t('filter.clear')}
        </button>
      ) : null}
      <div
        ref={panel}
        className="condition"
        popover="auto"
        role="dialog"
        aria-label={t('filter.condition')}
        onToggle={(event) => {
          if (event.newState === 'closed') commands.editCondition(null)
        }}
      >
        {editing === null ? null : (
          <ConditionEditor key={editing} project={project} at={editing} onDone={() => panel.current?.hidePopover()} />
        )}
      </div>
    </section>
  )
}
