import { useEffect, useRef } from 'react'
import { keyName } from './key-name'
import { isCovered, isOwnKey } from './key-owner'
import { onMac } from './shortcut'

/** What each key does, by its name: 'j', 'Shift+ArrowDown', 'Mod+K' (Ctrl, on a Mac ⌘), '?'. */
export type KeyMap = Readonly<Record<string, () => void>>

/**
 * Keys of a screen, wherever the focus is. Single keys rest while somebody types or a menu is open; all of them rest
 * while a dialog is open, and when something nearer to the focus has already used the key.
 */
export function useKeys(map: KeyMap, active = true): void {
  const latest = useRef(map)
  useEffect(() => {
    latest.current = map
  })
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return
      const name = keyName(event, onMac())
      const run = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined
      if (!run || isOwnKey(event.target, name) || isCovered(name)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [active])
}
