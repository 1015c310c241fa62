import { useEffect } from 'react'
import { useCommands, useSession } from '../context'
import { screenKey } from './frame-shortcuts'
import { boundKeys } from './key-bindings'
import { SCREENS } from '../session'
import { useKeys, type KeyMap } from './use-keys'

/** The keys that work on every screen. */
export function useFrameKeys(): void {
  const commands = useCommands()
  const touring = useSession((state) => state.tour !== null)
  const screens = SCREENS.map((screen) => [screenKey(screen), () => void commands.show(screen)] as const)
  const bindings = useSession((state) => state.bindings)
  const keys: KeyMap = {
    ...Object.fromEntries(screens),
    ...boundKeys(bindings, {
      'keys.palette': () => commands.openLayer('palette'),
      'keys.help': () => commands.openLayer('shortcuts'),
      'keys.undo': () => void commands.undo(),
      'keys.redo': () => void commands.redo(),
      'history.title': () => commands.openLayer('history'),
    }),
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
