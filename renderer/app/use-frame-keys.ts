import { useEffect } from 'react'
import { useCommands, useSession } from './context'
import { HELP_KEY, PALETTE_KEY, REDO_KEYS, screenKey, UNDO_KEY } from './frame-shortcuts'
import { SCREENS } from './session'
import { useKeys, type KeyMap } from './use-keys'

/** The keys that work on every screen. */
export function useFrameKeys(): void {
  const commands = useCommands()
  const touring = useSession((state) => state.tour !== null)
  const screens = SCREENS.map((screen) => [screenKey(screen), () => void commands.show(screen)] as const)
  const redo = REDO_KEYS.map((key) => [key, () => void commands.redo()] as const)
  const keys: KeyMap = {
    ...Object.fromEntries([...screens, ...redo]),
    [PALETTE_KEY]: () => commands.openLayer('palette'),
    [HELP_KEY]: () => commands.openLayer('shortcuts'),
    [UNDO_KEY]: () => void commands.undo(),
  }
  useKeys(keys)

  // The tour is no layer that closes by itself: it stays while its parts are tried out.
  useEffect(() => {
    if (!touring) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) commands.endTour()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [touring, commands])
}
