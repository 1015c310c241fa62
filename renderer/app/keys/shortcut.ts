import type { MessageKey } from '../../../shared/locale/translate'

/** Keys that do something, with the words for it. Keys are named as `useKeys` names them: 'j', 'Mod+K', '?'. */
export interface Shortcut {
  /** Any of these. */
  readonly keys: readonly string[]
  readonly label: MessageKey
  /** Stays as it is: no other keys can be given to it. */
  readonly fixed?: true
}

/** Whether this computer has ⌘ where others have Ctrl. */
export const onMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}
const MAC_SIGNS: Readonly<Record<string, string>> = { ...SIGNS, Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }
const OTHER_SIGNS: Readonly<Record<string, string>> = { ...SIGNS, Mod: 'Ctrl' }

/** A key as it is written on the caps of this computer: "Ctrl+K", "⌘K", "J". */
export function keyLabel(key: string, mac: boolean = onMac()): string {
  const signs = mac ? MAC_SIGNS : OTHER_SIGNS
  const written = key.split('+').map((part) => signs[part] ?? (/^[a-z]$/.test(part) ? part.toUpperCase() : part))
  return written.join(mac ? '' : '+')
}
