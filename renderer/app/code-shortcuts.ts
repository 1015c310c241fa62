import type { Shortcut } from './shortcut'

export const TIDY_KEY = 'Mod+Shift+F'
export const WHY_KEY = 'Mod+I'

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
  { keys: ['Enter'], label: 'words.key.accept' },
  { keys: ['Shift+Backspace'], label: 'words.key.refuse' },
  { keys: ['r'], label: 'words.key.rule' },
  { keys: ['/'], label: 'code.key.search' },
  { keys: [WHY_KEY], label: 'proof.why.key' },
  { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], label: 'codes.key.move' },
  { keys: ['Shift+F10'], label: 'codes.key.menu' },
  { keys: ['Mod+Enter'], label: 'code.key.save' },
  { keys: [TIDY_KEY], label: 'proof.tidy.key' },
  { keys: ['Escape'], label: 'code.key.close' },
]
