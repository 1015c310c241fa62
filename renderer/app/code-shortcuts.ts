import type { Shortcut } from './shortcut'

/** The keys of the code screen, in the order in which they are learnt. */
export const CODE_SHORTCUTS: readonly Shortcut[] = [
  { keys: ['j', 'ArrowDown'], label: 'code.key.next' },
  { keys: ['k', 'ArrowUp'], label: 'code.key.previous' },
  { keys: ['u'], label: 'code.key.uncoded' },
  { keys: ['1–9', 'A–Z'], label: 'code.key.code' },
  { keys: ['Shift+1–9', 'Shift+A–Z'], label: 'code.key.code-on' },
  { keys: ['t'], label: 'code.key.pick' },
  { keys: ['Backspace'], label: 'code.key.remove' },
  { keys: ['x'], label: 'code.key.select' },
  { keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], label: 'code.key.extend' },
  { keys: ['Mod+A'], label: 'code.key.all' },
  { keys: ['e'], label: 'code.key.edit' },
  { keys: ['n'], label: 'code.key.new' },
  { keys: ['Enter'], label: 'code.key.read' },
  { keys: ['/'], label: 'code.key.search' },
  { keys: ['Mod+Enter'], label: 'code.key.save' },
  { keys: ['Escape'], label: 'code.key.close' },
]
