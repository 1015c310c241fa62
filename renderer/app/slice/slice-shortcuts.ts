import type { Shortcut } from '../keys/shortcut'

export const FIELD_KEY = 'f'
export const CROSSED_KEY = 'x'
export const TREND_KEY = 't'
export const ZOOM_KEY = 'z'

/** The keys of the slice screen. */
export const SLICE_SHORTCUTS: readonly Shortcut[] = [
  { keys: [FIELD_KEY], label: 'slice.key.field' },
  { keys: [CROSSED_KEY], label: 'slice.key.crossed' },
  { keys: [TREND_KEY], label: 'slice.key.trend' },
  { keys: [ZOOM_KEY], label: 'slice.key.zoom' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'slice.key.move', fixed: true },
  { keys: ['Enter', 'Space'], label: 'slice.key.pick', fixed: true },
  { keys: ['Mod+Enter'], label: 'slice.key.add', fixed: true },
  { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], label: 'slice.key.range', fixed: true },
  { keys: ['Escape'], label: 'slice.key.clear', fixed: true },
]
