import { useState, type KeyboardEvent } from 'react'
import { rowOfKey } from '../../parts/row-key'

/**
 * A list of `.word-main` buttons of which Tab reaches one: arrow keys, Home and End move on. Gives what each button needs; `keys`
 * do something with the one that has the focus.
 */
export function useRoving(count: number) {
  const [at, setAt] = useState(0)
  const active = Math.min(at, count - 1)
  return (place: number, keys: Readonly<Record<string, () => void>>) => ({
    tabIndex: place === active ? 0 : -1,
    onFocus: () => setAt(place),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const next = rowOfKey(event.key, place, count)
      // A Korean layout names the same key by its own letter.
      const run = keys[/^Key[A-Z]$/.test(event.code) ? event.code.slice(-1).toLowerCase() : event.key]
      if (next === null && !run) return
      event.preventDefault()
      if (next === null) return run?.()
      event.currentTarget.closest('.word-rows')?.querySelectorAll<HTMLElement>('.word-main')[next]?.focus()
    },
  })
}
