/** Fields that take typing, and their own undo, copy and paste. */
const TYPED = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, [contenteditable=true]'
const PRESSED = 'button, a[href], summary, input[type=checkbox], input[type=radio]'
const EDITING = /^Mod\+(Shift\+)?[ACVXYZ]$/
const DIALOGS = 'dialog[open]'
const MENUS = '[popover]:not([popover=manual], [popover=hint]):popover-open, [role=dialog]:popover-open'

const isCommand = (name: string): boolean => name.startsWith('Mod+')

/** Whether a key belongs to the control that has the focus: typing, the choice of a select, pressing a button. */
export function isOwnKey(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.matches(TYPED)) return !isCommand(name) || EDITING.test(name)
  if (target.matches('select')) return !isCommand(name)
  if (target.matches('input[type=radio]') && name.startsWith('Arrow')) return true
  return target.matches(PRESSED) && (name === 'Enter' || name === 'Space')
}

/** Whether a key has to rest because of what lies over the screen: a dialog stops them all, a menu the single ones. */
export const isCovered = (name: string): boolean =>
  document.querySelector(DIALOGS) !== null || (!isCommand(name) && document.querySelector(MENUS) !== null)
