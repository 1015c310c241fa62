import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../app/context'
import { findScore } from '../../app/words/find-words'
import { ComboList } from '../../parts/combo-list'
import { Icon } from '../../parts/icon'
import { Select, type SelectOption } from '../../parts/select'

/** Up to so many choices are read faster than searched. */
const MOST_LISTED = 16

interface PickerProps {
  readonly label: string
  readonly value: string
  readonly options: readonly SelectOption[]
  readonly onChange: (value: string) => void
}

/** A choice among fields: a plain list of few, a list to search in where there are many. */
export function FieldPicker(props: PickerProps) {
  return props.options.length <= MOST_LISTED ? <Select {...props} /> : <SearchedPicker {...props} />
}

function SearchedPicker({ label, value, options, onChange }: PickerProps) {
  const { t } = useWords()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [query, setQuery] = useState('')
  const chosen = options.find((option) => option.value === value)?.label ?? ''
  const searching = query.trim() !== ''
  const found = searching ? findOptions(query, options) : options
  return (
    <div className="field field-picker">
      <span className="field-label" id={`${id}-label`}>
        {label}
      </span>
      <button
        type="button"
        className="select field-picker-button"
        popoverTarget={`${id}-menu`}
        aria-labelledby={`${id}-label ${id}-value`}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={chosen}
      >
        <span id={`${id}-value`}>{chosen}</span>
        <Icon name="down" />
      </button>
      <div
        className="menu field-picker-menu"
        id={`${id}-menu`}
        ref={panel}
        popover="auto"
        role="dialog"
        aria-label={label}
        // The line is there before the panel is, and has the focus with it: nothing typed is lost.
        onBeforeToggle={(event) => {
          if (event.newState === 'open') flushSync(() => setOpen(true))
        }}
        onToggle={(event) => {
          if (event.newState === 'open') return
          setOpen(false)
          setQuery('')
        }}
      >
        {open ? (
          <ComboList
            label={label}
            placeholder={t('slice.find', { n: options.length })}
            query={query}
            onQuery={setQuery}
            options={found.map((option) => ({
              id: option.value,
              label: option.label,
              ...(searching || option.group === undefined ? {} : { group: option.group }),
              ...(option.value === value ? { detail: t('slice.chosen') } : {}),
            }))}
            onChoose={(next) => {
              panel.current?.hidePopover()
              onChange(next)
            }}
          >
            {found.length === 0 ? <p className="combo-none">{t('slice.find.none')}</p> : null}
          </ComboList>
        ) : null}
      </div>
    </div>
  )
}

/** Scores below this are letters of the words only: a guess, of no use beside what was found as it was typed. */
const GUESS = 2

function findOptions(query: string, options: readonly SelectOption[]): readonly SelectOption[] {
  const scored = options.map((option) => ({ option, score: findScore(query, option.label) }))
  const found = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score)
  const certain = found.filter(({ score }) => score >= GUESS)
  return (certain.length > 0 ? certain : found).map(({ option }) => option)
}
