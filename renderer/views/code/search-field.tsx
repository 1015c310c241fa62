import { useEffect, useId, useRef, useState } from 'react'
import { searched } from '../../app/code/code-list-commands'
import { useCommands, useSession, useWords } from '../../app/context'
import { useKeyCap } from '../../app/keys/use-bindings'
import { Icon } from '../../parts/icon'
import { focusList } from './focus-list'
import { RuleWrong } from '../rules/rule-outcome'

const PAUSE_MS = 200

/**
 * Searches as one types: for words or, what begins with `=`, as a rule. Escape clears it, then goes back to the list; so
 * do Enter and the arrow down.
 */
export function SearchField() {
  const { t } = useWords()
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  const fault = useSession((state) => state.code.searchFault)
  const { text: found, asRule } = searched(filter)
  const id = useId()
  const key = useKeyCap('code.key.search')
  const [byRule, setByRule] = useState(asRule)
  const [typed, setTyped] = useState(found)
  const wanted = useRef(found)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Another part of the window may change the filter.
  useEffect(() => {
    if (found === wanted.current) return
    wanted.current = found
    setTyped(found)
    setByRule(asRule)
  }, [found, asRule])
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (text: string, rule: boolean, pause: number): void => {
    setTyped(text)
    setByRule(rule)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (wanted.current === text.trim() && rule === asRule && !fault) return
      wanted.current = text.trim()
      void (rule ? commands.searchByRule(text) : commands.searchFor(text))
    }, pause)
  }
  const label = t(byRule ? 'search.rule' : 'code.search')
  return (
    <div className="search-part">
      <div className="search-field">
        <Icon name="search" />
        <label className="visually-hidden" htmlFor={id}>
          {label}
        </label>
        <input
          className="text-input"
          id={id}
          type="text"
          role="searchbox"
          placeholder={t(byRule ? 'code.search.short.rule' : 'code.search.short')}
          value={typed}
          spellCheck={false}
          data-search
          aria-invalid={byRule && fault ? true : undefined}
          onChange={(event) => {
            const text = event.target.value
            if (!byRule && text.startsWith('=')) search(text.slice(1), true, PAUSE_MS)
            else search(text, byRule, PAUSE_MS)
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape' && (typed !== '' || byRule)) search('', false, 0)
            else if (event.key === 'Backspace' && typed === '' && byRule) setByRule(false)
            else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') focusList()
            else return
            event.preventDefault()
          }}
        />
        <button
          type="button"
          className="search-rule"
          aria-pressed={byRule}
          aria-label={t('search.as-rule')}
          title={t('search.as-rule.title')}
          onClick={() => {
            search(typed, !byRule, 0)
            document.querySelector<HTMLElement>('[data-search]')?.focus()
          }}
        >
          =
        </button>
        {typed === '' ? (
          <kbd aria-hidden="true">{key}</kbd>
        ) : (
          <button
            type="button"
            className="search-clear"
            aria-label={t('code.search.clear')}
            title={t('code.search.clear')}
            onClick={() => search('', byRule, 0)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {byRule && fault && typed.trim() !== '' ? <RuleWrong fault={fault} rule={typed.trim()} /> : null}
    </div>
  )
}
