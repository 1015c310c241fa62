import type { Shortcut } from '../keys/shortcut'

export const BASE_KEY = 'b'
export const LEVEL_KEY = 'l'

/** The keys of the drivers screen. */
export const DRIVERS_SHORTCUTS: readonly Shortcut[] = [
  { keys: [BASE_KEY], label: 'drivers.key.base' },
  { keys: [LEVEL_KEY], label: 'drivers.key.level' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'drivers.key.move', fixed: true },
  { keys: ['Enter', 'Space'], label: 'drivers.key.open', fixed: true },
]
