import type { Shortcut } from '../keys/shortcut'

/** The keys of the summary screen. */
export const SUMMARY_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['ArrowDown', 'PageDown'], label: 'summary.key.next', fixed: true },
  { keys: ['ArrowUp', 'PageUp'], label: 'summary.key.previous', fixed: true },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], label: 'edit.key.move', fixed: true },
  { keys: ['Home'], label: 'summary.key.first', fixed: true },
  { keys: ['End'], label: 'summary.key.last', fixed: true },
]
