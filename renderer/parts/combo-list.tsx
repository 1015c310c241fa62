import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icon'
import { Keys } from './keys'

export interface ComboOption {
  readonly id: string
  readonly label: string
  /** Options with the same group stand together under its name; they must follow one another. */
  readonly group?: string
  /** Quiet words at the end: a count, where it belongs. */
  readonly detail?: string
  /** Caps of its shortcut. */
  readonly keys?: readonly string[]
  /** In a list of several choices: whether it is chosen. */
  readonly checked?: boolean
}

/**
 * A line to type in, with a list under it that follows what is typed. The focus stays in the line; the arrow keys walk
 * the list, Enter chooses.
 */
export function ComboList({
  label,
  placeholder,
  query,
  onQuery,
  options,
  onChoose,
  several = false,
  children,
}: {
  /** Names the line and the list. */
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly options: readonly ComboOption[]
  readonly onChoose: (id: string) => void
  readonly several?: boolean
  /** Stands under the list: how many more there are, or that there is none. */
  readonly children?: ReactNode
}) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState({ at: 0, byKey: true })
  const active = Math.min(reached.at, options.length - 1)

  useEffect(() => {
    // A panel that opens with the line in it looks for the attribute.
    input.current?.setAttribute('autofocus', '')
    input.current?.focus()
  }, [])
  useEffect(() => {
    // Under the pointer an option is in sight; the list must not move away from it.
    if (reached.byKey) list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [reached, active, query])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const last = options.length - 1
    const moves = new Map([
      ['ArrowDown', active >= last ? 0 : active + 1],
      ['ArrowUp', active <= 0 ? last : active - 1],
      ['PageDown', Math.min(active + 8, last)],
      ['PageUp', Math.max(active - 8, 0)],
    ])
    const next = moves.get(event.key)
    const chosen = event.key === 'Enter' ? options[active] : undefined
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (next !== undefined) setReached({ at: next, byKey: true })
    if (chosen) onChoose(chosen.id)
  }

  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <div className="combo">
      <div className="combo-line">
        <Icon name="search" />
        <input
          ref={input}
          className="combo-input"
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => {
            setReached({ at: 0, byKey: true })
            onQuery(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        ref={list}
        className="combo-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={several || undefined}
      >
        {groups.map((group) => {
          const drawn = options.map((option, at) =>
            option.group === group ? (
              <ComboItem
                key={option.id}
                id={`${id}-${at}`}
                option={option}
                active={at === active}
                several={several}
                onReach={() => setReached({ at, byKey: false })}
                onChoose={() => onChoose(option.id)}
              />
            ) : null,
          )
          return group === undefined ? (
            drawn
          ) : (
            <div key={group} role="group" aria-label={group}>
              <div className="combo-group" aria-hidden="true">
                {group}
              </div>
              {drawn}
            </div>
          )
        })}
      </div>
      {children}
    </div>
  )
}

function ComboItem({
  id,
  option,
  active,
  several,
  onReach,
  onChoose,
}: {
  readonly id: string
  readonly option: ComboOption
  readonly active: boolean
  readonly several: boolean
  readonly onReach: () => void
  readonly onChoose: () => void
}) {
  return (
    <div
      id={id}
      className="combo-option"
      role="option"
      aria-selected={several ? option.checked === true : active}
      data-active={active || undefined}
      onMouseMove={active ? undefined : onReach}
      // The focus stays in the line.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {several ? <span className="combo-check">{option.checked ? <Icon name="check" /> : null}</span> : null}
      <span className="combo-label">{option.label}</span>
      {option.detail === undefined ? null : <span className="combo-detail">{option.detail}</span>}
      {option.keys ? <Keys caps={option.keys} /> : null}
    </div>
  )
}
