import { useEffect } from 'react'
import { useCommands } from './context'

const EDITABLE = 'input:not([type=radio]):not([type=checkbox]), textarea, [contenteditable=true]'

/** Ctrl/⌘Z undoes and Ctrl/⌘Shift+Z does again, except where they undo typing. */
export function useUndoKeys(): void {
  const commands = useCommands()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return
      if (event.target instanceof Element && event.target.matches(EDITABLE)) return
      event.preventDefault()
      void (event.shiftKey ? commands.redo() : commands.undo())
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [commands])
}

const MAC = /Mac|iPhone|iPad/.test(navigator.platform)

export const UNDO_KEYS = MAC ? '⌘Z' : 'Ctrl+Z'
export const REDO_KEYS = MAC ? '⇧⌘Z' : 'Ctrl+Shift+Z'
