import { useEffect, useId, useRef, useState } from 'react'
import { searchedText } from '../../app/code-list-commands'
import { useCommands, useSession, useWords } from '../../app/context'
import { Icon } from '../../parts/icon'
import { focusList } from './focus-list'

const PAUSE_MS = 200

/** Searches as one types. Escape clears it, then goes back to the list; so do Enter and the arrow down. */
export function SearchField() {
  const { t } = useWords()
  const commands = useCommands()
  const searched = useSession((state) => searchedText(state.filter))
  const id = useId()
  const [typed, setTyped] = useState(searched)
  const wanted = useRef(searched)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Another part of the window may change the filter.
  useEffect(() => {
    if (searched === wanted.current) return
    wanted.current = searched
    setTyped(searched)
  }, [searched])
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (text: string, pause: number): void => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (wanted.current === text.trim()) return
      wanted.current = text.trim()
      void commands.searchFor(text)
    }, pause)
  }
  return (
    <div className="search-field">
      <Icon name="search" />
      <label className="visually-hidden" htmlFor={id}>
        {t('code.search')}
      </label>
      <input
        className="text-input"
        id={id}
        type="text"
        role="searchbox"
        placeholder={t('code.search')}
        value={typed}
        spellCheck={false}
        data-search
        onChange={(event) => search(event.target.value, PAUSE_MS)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && typed !== '') search('', 0)
          else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') focusList()
          else return
          event.preventDefault()
        }}
      />
      {typed === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          className="search-clear"
          aria-label={t('code.search.clear')}
          title={t('code.search.clear')}
          onClick={() => search('', 0)}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}
