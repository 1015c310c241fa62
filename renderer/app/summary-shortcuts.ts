import type { Shortcut } from './shortcut'

/** The keys of the summary screen. */
export const SUMMARY_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['ArrowDown', 'PageDown'], label: 'summary.key.next' },
  { keys: ['ArrowUp', 'PageUp'], label: 'summary.key.previous' },
  { keys: ['Home'], label: 'summary.key.first' },
  { keys: ['End'], label: 'summary.key.last' },
]
