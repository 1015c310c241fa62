import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { verbatimAt } from '../../app/code/code-list'
import { isForQuestion } from '../../app/code/code-questions'
import { selectedCount } from '../../app/code/code-selection'
import { hasCode } from '../../app/code/code-tags'
import { useCommands, useSession, useWords } from '../../app/context'
import { findScore } from '../../app/words/find-words'
import { Swatch } from '../../parts/tag-chip'
import { focusList } from './focus-list'
import { useCodes } from './use-codes'

interface Choice {
  readonly id: string | null
  readonly name: string
}

/** Chooses a code by typing part of its name, to add it or to take it away. */
export function CodePicker() {
  const picker = useSession((state) => state.code.picker)
  return picker === null ? null : <Picker key={picker} picker={picker} />
}

/** With letters left out a name would be found in place of the new one that is meant. */
const SURE = 2

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

function Picker({ picker }: { readonly picker: 'add' | 'remove' }) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = useCodes()
  const { list, cursor, selection } = useSession((state) => state.code)
  const panel = useRef<HTMLDivElement>(null)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const verbatim = list && selection.kind === 'none' ? verbatimAt(list, cursor) : null
  const n = list && selection.kind !== 'none' ? selectedCount(selection, list.total) : 1

  useEffect(() => {
    const element = panel.current
    element?.showPopover()
    element?.querySelector('input')?.focus()
  }, [])

  /** The questions that the act is about; none: any. */
  const fields = verbatim ? [verbatim.field] : selection.kind === 'some' ? [...selection.keys.values()].map(({ field }) => field) : []
  const wanted = plain(typed.trim())
  // What fits best comes first; otherwise the codebook's order stays.
  const ranked: readonly Choice[] = [...codes.values()]
    .filter((code) => (picker === 'add' ? fields.length === 0 || fields.some((field) => isForQuestion(code, field)) : !verbatim || hasCode(verbatim, code.id)))
    .map((code) => ({ code, score: findScore(typed, code.name) }))
    .filter(({ score }) => wanted === '' || score >= SURE)
    .toSorted((a, b) => b.score - a.score)
    .map(({ code }) => code)
  const isNew = picker === 'add' && wanted !== '' && !ranked.some(({ name }) => plain(name) === wanted)
  const choices: readonly Choice[] = isNew ? [...ranked, { id: null, name: typed.trim() }] : ranked
  const active = Math.min(at, choices.length - 1)

  const close = (): void => {
    commands.closePicker()
    focusList()
  }
  const choose = (choice: Choice | undefined): void => {
    if (!choice) return
    if (choice.id === null) void commands.createAndTag(choice.name)
    else void (picker === 'add' ? commands.toggleCode(choice.id) : commands.takeAway(choice.id))
    close()
  }
  const title = t(n > 1 ? `code.pick.${picker}.many` : `code.pick.${picker}`, { n })
  return (
    <div
      className="code-picker"
      popover="manual"
      role="dialog"
      aria-label={title}
      ref={panel}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) commands.closePicker()
      }}
    >
      <label htmlFor={id}>{title}</label>
      <input
        className="text-input"
        id={id}
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-choices`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('code.pick.type')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined) setAt((active + step + choices.length) % Math.max(1, choices.length))
          else if (event.key === 'Enter') choose(choices[active])
          else if (event.key === 'Escape' || event.key === 'Tab') close()
          else return
          event.preventDefault()
        }}
      />
      <ul className="picker-choices" id={`${id}-choices`} role="listbox" aria-label={title}>
        {choices.map((choice, place) => (
          <PickerChoice
            key={choice.id ?? 'new'}
            id={`${id}-${place}`}
            active={place === active}
            onPress={() => choose(choice)}
          >
            {choice.id === null ? (
              t('code.pick.create', { name: choice.name })
            ) : (
              <>
                <Swatch color={codes.get(choice.id)?.color ?? ''} />
                <span className="picker-name">{choice.name}</span>
                {verbatim && picker === 'add' && hasCode(verbatim, choice.id) ? (
                  <span className="quiet">{t('code.pick.has')}</span>
                ) : null}
                <kbd>{codes.get(choice.id)?.key?.toUpperCase()}</kbd>
              </>
            )}
          </PickerChoice>
        ))}
      </ul>
      {choices.length === 0 ? <p className="quiet">{t('code.pick.none')}</p> : null}
    </div>
  )
}

function PickerChoice({
  id,
  active,
  onPress,
  children,
}: {
  readonly id: string
  readonly active: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // The keys of a listbox are those of the field that it belongs to.
    <li
      id={id}
      ref={row}
      role="option"
      aria-selected={active}
      className="picker-choice"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </li>
  )
}
