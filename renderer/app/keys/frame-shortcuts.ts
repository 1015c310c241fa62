import { CODE_SHORTCUTS } from '../code/code-shortcuts'
import { COMPARE_SHORTCUTS } from '../compare/compare-shortcuts'
import { DRIVERS_SHORTCUTS } from '../drivers/drivers-shortcuts'
import { SCREENS, type Screen } from '../session'
import type { Shortcut } from './shortcut'
import { SLICE_SHORTCUTS } from '../slice/slice-shortcuts'
import { SUMMARY_SHORTCUTS } from '../summary/summary-shortcuts'

/** The key of a screen: Mod+1 for the first. */
export const screenKey = (screen: Screen): string => `Mod+${SCREENS.indexOf(screen) + 1}`

export const PALETTE_KEY = 'Mod+K'
export const UNDO_KEY = 'Mod+Z'
export const REDO_KEYS = ['Mod+Shift+Z', 'Mod+Y'] as const
export const HELP_KEY = '?'
const HISTORY_KEY = 'Mod+Alt+Z'
export const CONDITION_KEY = '/'

/** Keys that work on every screen. */
export const FRAME_SHORTCUTS: readonly Shortcut[] = [
  { keys: [`Mod+1–${SCREENS.length}`], label: 'keys.screens', fixed: true },
  { keys: [PALETTE_KEY], label: 'keys.palette' },
  { keys: [HELP_KEY], label: 'keys.help' },
  { keys: [UNDO_KEY], label: 'keys.undo' },
  { keys: REDO_KEYS, label: 'keys.redo' },
  { keys: [HISTORY_KEY], label: 'history.title' },
  { keys: ['Escape'], label: 'keys.close', fixed: true },
]

const CONDITION: Shortcut = { keys: [CONDITION_KEY], label: 'keys.condition' }

/** Keys of one screen. */
export const SCREEN_SHORTCUTS: Readonly<Record<Screen, readonly Shortcut[]>> = {
  start: [],
  data: [],
  code: CODE_SHORTCUTS,
  slice: [...SLICE_SHORTCUTS, CONDITION],
  compare: [...COMPARE_SHORTCUTS, CONDITION],
  drivers: [...DRIVERS_SHORTCUTS, CONDITION],
  summary: [...SUMMARY_SHORTCUTS, CONDITION],
}
