import type { Shortcut } from '../keys/shortcut'

export const SWAP_KEY = 's'

/** The keys of the compare screen. */
export const COMPARE_SHORTCUTS: readonly Shortcut[] = [
  { keys: [SWAP_KEY], label: 'compare.swap' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], label: 'compare.key.move', fixed: true },
  { keys: ['Enter', 'Space'], label: 'compare.key.pick', fixed: true },
]
